import { foldableUnits, foldedUnit, ownPiece } from './fold.ts'

/**
 * Which kinds of characters a text holds, as bits: what must stand in a block before a check need look at it at all. One pass
 * over the characters answers for all checks.
 *
 *     （一）全年受理3.2万件，办结98%。       digit, pair, comma, stop, tens, percent
 */
export const signs = {
  /** 0–9. */
  digit: 1 << 0,
  /** More than ten digits in a row. */
  longNumber: 1 << 1,
  /** A–Z, a–z. */
  latin: 1 << 2,
  /** Letters, words and signs that stand for something to be filled in or left open: XX, ×, _, 待, 此处, （请…）, 上升/…. */
  gap: 1 << 3,
  year: 1 << 4,
  month: 1 << 5,
  /** 《》〈〉. */
  title: 1 << 6,
  /** “”‘’「」『』. */
  quote: 1 << 7,
  /** ()[]{}【】〔〕. */
  bracket: 1 << 8,
  stop: 1 << 9,
  comma: 1 << 10,
  /** ; and :. */
  colon: 1 << 11,
  /** 、. */
  pause: 1 << 12,
  /** Two pause or stop marks in a row, or with a blank between them. */
  doubledMark: 1 << 13,
  /** A mark of half width as written: , ; : ? ! ( ). */
  halfMark: 1 << 14,
  /** A blank of any width. */
  blank: 1 << 15,
  percent: 1 << 16,
  /** Hyphens, dashes and waves, and 至. */
  dash: 1 << 17,
  at: 1 << 18,
  /** 十百千 */
  tens: 1 << 19,
  /** 倍. */
  times: 1 << 20,
  /** 届. */
  session: 1 << 21,
  /** 请. */
  ask: 1 << 22,
  /** 个. */
  each: 1 << 23,
  /** 约近超过至少多不概: what words of approximation are made of. */
  about: 1 << 24,
  /** | and tabs. */
  bar: 1 << 25,
  /** ! and ?. */
  exclamation: 1 << 26,
  /** Two digits behind the end of an organ's code or an opening bracket: 国发20, 〔20. */
  coded: 1 << 27,
  /** 年 behind four digits or more, and behind two. */
  fullYear: 1 << 28,
  shortYear: 1 << 29,
  /** What may number the second of several clauses: 二是, 第二, 其次, ②, （2）. */
  second: 1 << 30,
} as const

const members: readonly (readonly [sign: number, characters: string])[] = [
  [signs.digit, '0123456789'],
  [signs.latin, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'],
  [signs.gap, 'XxTF×✕_待此这【'],
  [signs.year, '年'],
  [signs.month, '月'],
  [signs.title, '《》〈〉'],
  [signs.quote, '“”‘’「」『』"\''],
  [signs.bracket, '()[]{}【】〔〕'],
  [signs.stop, '。'],
  [signs.comma, ','],
  [signs.colon, ';:'],
  [signs.pause, '、'],
  [signs.blank, ' \t\n\r\v\f\u1680\u2028\u2029\u202f\u205f\ufeff'],
  [signs.blank, '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'],
  [signs.percent, '%‰'],
  [signs.dash, '-–—―~至'],
  [signs.at, '@'],
  [signs.tens, '十百千'],
  [signs.times, '倍'],
  [signs.session, '届'],
  [signs.ask, '请'],
  [signs.each, '个'],
  [signs.about, '约近超过至少多不概'],
  [signs.bar, '|\t'],
  [signs.exclamation, '!?'],
  [signs.second, '②③'],
]

/** Signs that two characters in a row have. A blank stands for anything that may follow it. */
const memberPairs: readonly (readonly [sign: number, pairs: string])[] = [
  [signs.second, '二是,二要,二则,三是,三要,三则,其次,最后,第二,(2,(3,(二,(三'],
  [signs.gap, '(请,(填,(空,(略,(),(],( ,[请,[填,[空,[略,[),[],[ '],
  [signs.gap, '升(,降(,长(,少(,加(,高(,低(,落(,减(,升/,降/,长/,少/,加/,高/,低/,落/,减/'],
  [signs.gap, '升 ,降 ,长 ,少 ,加 ,高 ,低 ,落 ,减 '],
]

/** What there is to know of a unit: its signs, whether it begins pairs that have a sign, and whether folding replaces it. */
interface UnitKind {
  readonly own: number
  readonly opens: boolean
  readonly folds: boolean
}

/** For each UTF-16 unit as written the position of its kind; 0, no signs, for nearly all Chinese characters. */
const kindOf = new Uint8Array(0x10000)
const kinds: UnitKind[] = [{ own: 0, opens: false, folds: false }]
const pairSigns = new Map<number, number>()

for (const [sign, characters] of members)
  for (let at = 0; at < characters.length; at++) mark(characters.charCodeAt(at), sign, false, false)
for (const [sign, pairs] of memberPairs)
  for (const pair of pairs.split(',')) {
    const key = (pair.charCodeAt(0) << 16) | pair.charCodeAt(1)
    pairSigns.set(key, (pairSigns.get(key) ?? 0) | sign)
    mark(pair.charCodeAt(0), 0, true, false)
  }
// A unit that is read as another has the signs of that one.
for (const unit of foldableUnits) {
  const { own, opens } = kinds[kindOf[foldedUnit(unit)] as number] as UnitKind
  mark(unit, own, opens, true)
}

/** Adds to what is known of a unit. */
function mark(unit: number, moreSigns: number, alsoOpens: boolean, alsoFolds: boolean): void {
  const known = kinds[kindOf[unit] as number] as UnitKind
  const own = known.own | moreSigns
  const opens = known.opens || alsoOpens
  const folds = known.folds || alsoFolds
  // Neighbours are mostly of one kind, the one made last.
  let at = kinds.length - 1
  while (at >= 0 && !isKind(kinds[at] as UnitKind, own, opens, folds)) at--
  kindOf[unit] = at === -1 ? kinds.push({ own, opens, folds }) - 1 : at
}

function isKind(kind: UnitKind, own: number, opens: boolean, folds: boolean): boolean {
  return kind.own === own && kind.opens === opens && kind.folds === folds
}

const pauses = signs.stop | signs.comma | signs.pause | signs.colon
/** The signs of brackets, quotation and title marks. */
export const enclosing = signs.title | signs.quote | signs.bracket
const halves = signs.comma | signs.colon | signs.bracket | signs.exclamation

/** The last characters of organs' codes, and what opens the bracket round the year of a document number. */
const beforeNumber = new Set(
  [...'发函办通文规议复呈报请政委党纪法组宣审电传〔【([〖{「〈（［'].map((one) => one.charCodeAt(0)),
)

/** A text, the same folded, and its signs. */
export interface FoldedText {
  readonly text: string
  readonly folded: string
  readonly signs: number
}

/** Folds a text (text/fold.ts) into a piece of its own and finds its signs, in one pass. */
export function foldWithSigns(text: string): FoldedText {
  let found = 0
  let digits = 0
  let lastDigit = -3
  let lastPause = -3
  let pieces: string[] | null = null
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    const written = text.charCodeAt(at)
    const kind = kindOf[written] as number
    if (kind === 0) continue
    const { own, opens, folds } = kinds[kind] as UnitKind
    found |= own
    let unit = written
    if (folds) {
      unit = foldedUnit(written)
      pieces ??= []
      pieces.push(text.slice(copied, at), String.fromCharCode(unit))
      copied = at + 1
    }
    if (own === signs.digit) {
      digits = lastDigit === at - 1 ? digits + 1 : 1
      lastDigit = at
      if (digits === 2 && at > 1 && beforeNumber.has(foldedUnit(text.charCodeAt(at - 2))))
        found |= signs.coded
      else if (digits > 10) found |= signs.longNumber
      continue
    }
    if (opens && at + 1 < text.length)
      found |= pairSigns.get((unit << 16) | foldedUnit(text.charCodeAt(at + 1))) ?? 0
    if (own & (pauses | halves)) {
      if (own & pauses) {
        const gap = at - lastPause
        if (gap === 1 || (gap === 2 && isBlank(text, at - 1))) found |= signs.doubledMark
        lastPause = at
      }
      if (!folds && own & halves) found |= signs.halfMark
    } else if (own & signs.year) found |= yearSign(text, at, lastDigit, digits)
  }
  if (pieces === null) {
    const own = ownPiece(text)
    return { text: own, folded: own, signs: found }
  }
  pieces.push(text.slice(copied))
  return { text, folded: pieces.join(''), signs: found }
}

/** What the 年 at `at` stands behind: the last digit of a run of `digits`, at once or behind a blank. */
function yearSign(text: string, at: number, lastDigit: number, digits: number): number {
  const isNext = lastDigit === at - 1
  if (isNext && digits === 2) return signs.shortYear
  const isBehind = isNext || (lastDigit === at - 2 && isBlank(text, at - 1))
  return isBehind && digits > 3 ? signs.fullYear : 0
}

/** Whether the unit of a folded text has one of the signs by itself. */
export function isOneOf(unit: number, any: number): boolean {
  const { own, folds } = kinds[kindOf[unit] as number] as UnitKind
  return (own & any) !== 0 && !folds
}

function isBlank(text: string, at: number): boolean {
  return ((kinds[kindOf[text.charCodeAt(at)] as number] as UnitKind).own & signs.blank) !== 0
}

/** The signs of which a text that holds one of the characters has one; 0 if a character has no sign. */
export function signsOfAny(characters: Iterable<string>): number {
  let any = 0
  for (const character of characters) {
    const { own, folds } = kinds[kindOf[character.charCodeAt(0)] as number] as UnitKind
    if (own === 0 || folds) return 0
    any |= own
  }
  return any
}

/** The signs that every text has in which one of the words stands: none of the others need be searched for them. */
export function signsOfAll(words: readonly string[]): number {
  let common = -1
  for (const word of words) common &= foldWithSigns(word).signs & ~(signs.halfMark | signs.shortYear)
  return words.length === 0 ? 0 : common
}
