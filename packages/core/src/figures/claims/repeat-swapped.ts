import type { FigureContext, Passage } from '../context.ts'
import { keptGroups, reachOfFirst, sharing } from '../kept-groups.ts'
import { perPlace } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'
import { apart, type PrintedAt, plain, stripped, toldOf } from './repeat-told.ts'
import { slipOf } from './slip.ts'
import { printedValue, sameUnit } from './wording.ts'

/** An indicator that seems to be told again with two digits changed about. */
export interface Swapped {
  readonly earlier: PrintedAt
  readonly later: PrintedAt
  /** The words that the two have in common, as the shorter one is told. */
  readonly noun: string
}

/** A number that may be told once more with two of its digits changed about. */
interface PrintedDigits extends PrintedAt {
  /** The same for all numbers of the same digits: how often each of them stands there, three bits a digit. */
  readonly digits: number
}

/** How many earlier numbers of the same digits a number is compared with. */
const remembered = 8
/** Longer numbers hold a digit more often than can be counted. */
const mostDigits = 7

/**
 * Finds indicators that are told again with two neighbouring digits changed about, in nearly the same words:
 *
 *     全年向种粮农户发放耕地地力保护补贴 2480万元 。 … 惠农政策落实到位，全年发放耕地地力保护补贴 2840万元
 *
 * Of numbers with three digits one in three hundred is such a slip of a given one, so that fewer of their words need to agree
 * than for other values.
 */
export function swappedStatements(context: FigureContext): readonly Swapped[] {
  return swappedByDigits(context, null).told
}

const none: readonly Swapped[] = []

function inReadingOrder({ later: one }: Swapped, { later: other }: Swapped): number {
  return one.at - other.at || one.figure.index - other.figure.index
}

const swappedByDigits = keptGroups({
  itemsIn: numbersIn,
  meetingIn: (passages) => sharing(numbersIn(passages, 0, passages.length), traceOf),
  keyOf: ({ digits }: PrintedDigits) => digits,
  look(group: readonly PrintedDigits[], from, to): readonly Swapped[] {
    let found: Swapped[] | null = null
    for (let nth = from; nth < to; nth++) {
      const later = group[nth] as PrintedDigits
      const match = firstSwapped(group, Math.min(nth, remembered), later)
      const noun = match ? commonName(match, later) : null
      if (!match || noun === null) continue
      found ??= []
      found.push({ earlier: match, later, noun })
    }
    return found ?? none
  },
  reach: reachOfFirst(remembered),
  gather: (told) => told.sort(inReadingOrder),
})

function numbersIn(passages: readonly Passage[], from: number, to: number): readonly PrintedDigits[] {
  const found: PrintedDigits[] = []
  for (let at = from; at < to; at++) {
    const { prose } = passages[at] as Passage
    if (prose.figures.length === 0) continue
    for (const number of printedIn(prose, at)) found.push(number)
  }
  return found
}

/** The same for the same digits. */
function traceOf({ digits }: PrintedDigits): number {
  return digits ^ (digits >> 10) ^ (digits >> 20)
}

function firstSwapped(group: readonly PrintedAt[], end: number, later: PrintedAt): PrintedAt | undefined {
  for (let at = 0; at < end; at++) {
    const candidate = group[at] as PrintedAt
    if (isSwapped(candidate, later)) return candidate
  }
  return undefined
}

const printedIn = perPlace((prose, at): readonly PrintedDigits[] => {
  const found: PrintedDigits[] = []
  for (const figure of prose.figures) {
    if (!isOfNow(figure)) continue
    const digits = digitsOf(prose.text, figure)
    if (digits !== null) found.push({ figure, prose, at, digits })
  }
  return found
})

function isOfNow({ unit, role, qualifiers, depth, time }: LocalFigure): boolean {
  if (role === 'target' || depth > 0 || qualifiers.bound !== 'exact') return false
  if (time.relative === 'last' || time.relative === 'part-year' || time.relative === 'month-on-month')
    return false
  return (
    unit.kind === 'measure' || unit.kind === 'money' || unit.kind === 'percent' || unit.kind === 'physical'
  )
}

/** The digits of the number, counted; null for fewer than two different ones, or a number in words. */
function digitsOf(text: string, { from, to }: LocalFigure): number | null {
  let counted = 0
  let length = 0
  let various = false
  let first = -1
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) continue
    if (first === -1) first = digit
    else if (digit !== first) various = true
    counted += 1 << (3 * digit)
    length++
  }
  return various && length <= mostDigits ? counted : null
}

function isSwapped({ figure: one, at: before }: PrintedAt, { figure: other, at }: PrintedAt): boolean {
  if (one.text === other.text || one.text.length !== other.text.length) return false
  if (!sameUnit(one.unit, other.unit)) return false
  if (before === at && one.sentence === other.sentence && one.group === other.group) return false
  if (one.time.year !== null && other.time.year !== null && one.time.year !== other.time.year) return false
  return slipOf(other.interval, printedValue(one)) === 'swapped'
}

/** A place or a body that only one of the two names is another's. */
const place = /.[省市州县区镇乡村]|街道|社区/
/** What is told of everything alike, so that the same name tells nothing: 办结率, 群众满意率. */
const general =
  /^(?:群众|社会|公众|按[期时]|及时|限时|总体|平均|综合|工单|案件|事项|问题|整体|回访)*(?:办结|满意|答复|办复|合格|完成|优[良秀]|整改|化解|知晓|支持|结案|执行|达标|成功|回复|处置|响应|覆盖|采纳|应诉)?[率度]$/

/** Names shorter than this are shared by chance; of a number with two digits more of the words must agree. */
const shortest = { words: 4, ofTwoDigits: 5, shared: 3 }

/** The shorter words, if both are told in the same ones, of which the longer may have a few more; null otherwise. */
function commonName(earlier: PrintedAt, later: PrintedAt): string | null {
  const beside = numberBefore(later)
  // 举办培训班6期342人次。…2024年6期324人次培训: the very number before both tells that they are one.
  if (beside !== null && beside === numberBefore(earlier)) return beside
  const takenUp = takenUpName(earlier, later)
  if (takenUp !== null) return takenUp
  const [one, other] = [toldOf(earlier), toldOf(later)]
  if ([...one].filter((character) => other.includes(character)).length < shortest.words) return null
  const [ours, theirs] = [stripped(one), stripped(other)]
  const least =
    later.figure.text.replace(/[^0-9０-９]/g, '').length > 2 ? shortest.words : shortest.ofTwoDigits
  const short = ours.length <= theirs.length ? ours : theirs
  const long = short === ours ? theirs : ours
  if (short.length < least || general.test(short)) return null
  if (short !== long) {
    let shared = 0
    for (let at = 0; at + 2 <= short.length; at++) if (long.includes(short.slice(at, at + 2))) shared++
    if (shared < (short.length - 1) * mostShared || shared < shortest.shared) return null
    const more = [lackingIn(ours, theirs), lackingIn(theirs, ours)] as const
    if (more[0] !== '' && more[1] !== '') return null
    if (more.some((words) => place.test(words))) return null
  }
  return apartIn(one) === apartIn(other) && areOfOneScope(one, other) && areOfOneTime(earlier, later)
    ? short
    : null
}

/**
 * 收到行政复议申请1327件。从申请事项看，1372件申请集中在…: what the next sentence begins with, or calls 这, 上述, 受检的, if the words behind the
 * number, or before it, have two characters in common with those of the sentence before; null if it takes up nothing.
 */
function takenUpName(earlier: PrintedAt, later: PrintedAt): string | null {
  const { figure, prose } = later
  if (earlier.at !== later.at || figure.sentence - earlier.figure.sentence !== 1) return null
  if (figure.text.replace(/[^0-9０-９]/g, '').length < 3) return null
  const { text, scanned } = prose
  const clauseFrom = scanned.clauses[figure.clause] ?? figure.from
  if (figure.from - clauseFrom > longestBefore || !takesUp.test(text.slice(clauseFrom, figure.from)))
    return null
  const behind = /^的?([^,。;:()]{2,12})/.exec(text.slice(figure.to, figure.tailTo))?.[1]
  if (behind === undefined || stripped(behind).length < 2) return null
  const told = toldOf(earlier)
  const name = stripped(behind)
  for (let at = 0; at + 2 <= Math.min(name.length, longestTakenUp); at++)
    if (told.includes(name.slice(at, at + 2))) return name.slice(0, longestTakenUp)
  return null
}

/** What may stand in its clause before a number that has been told: nothing, or words that point back to it. */
const takesUp = /^(?:(?:对|在|通过|针对|这些?|该|上述|以上|前述|[^,。;:、\d]{1,4}的)+)?$/
/** Words that point back are few: the pattern is not asked about more. */
const longestBefore = 14
const longestTakenUp = 6

/** The number that ends where the figure begins, with its unit; null if none does. */
function numberBefore({ figure, prose }: PrintedAt): string | null {
  const before = prose.figures[figure.index - 1]
  return before?.to === figure.from && before.unit.name !== figure.unit.name ? before.text : null
}

/** How many of the pairs of neighbouring characters of the shorter words the longer ones must hold. */
const mostShared = 0.7

/** Characters that say nothing of what is counted. */
const empty = '由以对向于和与等个均全'

function lackingIn(words: string, other: string): string {
  let lacking = ''
  for (const character of words)
    if (!other.includes(character) && !empty.includes(character)) lacking += character
  return lacking
}

/** What both must say of means, changes and other times. */
function apartIn(told: string): string {
  return (told.replace(plain, '').match(apart) ?? []).join()
}

const ofPlace = /[全我本]([国省市州县区镇乡村])/

/** Whether 全县 and 全镇 do not name two places: one of them at most is named so. */
function areOfOneScope(one: string, other: string): boolean {
  const [scope, otherScope] = [ofPlace.exec(one)?.[1], ofPlace.exec(other)?.[1]]
  return scope === undefined || otherScope === undefined || scope === otherScope
}

/** 五年来, 2020年以来: of more than one year, whether 累计 says so or not. */
const severalYears = /[^一]年来|年以来|历年|[二三四五六七八九十]年间|建[成立]以来/

const placeName =
  /[^,。;、:\s全我本该各]{2}(?:(?<![城乡集])镇|(?<!城)乡(?!村)|街道|县(?![级直])|(?<![城园社景山辖片库灾地牧林])区(?!域))/g

/** Whether both sentences speak of more than one year or neither does, and none of a place of its own. */
function areOfOneTime(earlier: PrintedAt, later: PrintedAt): boolean {
  const [one, other] = [sentenceBefore(earlier), sentenceBefore(later)]
  if (severalYears.test(one) !== severalYears.test(other)) return false
  const [places, otherPlaces] = [one.match(placeName), other.match(placeName)]
  if (places === null || otherPlaces === null) return places === otherPlaces
  return places.some((name) => otherPlaces.includes(name))
}

/** How many characters of a sentence before the number are looked at. */
const farthest = 80

/** Its sentence before the number. */
function sentenceBefore({ figure, prose }: PrintedAt): string {
  const from = prose.scanned.sentences[figure.sentence] ?? 0
  return prose.text.slice(Math.max(from, figure.from - farthest), figure.from)
}
