import { type BlockShape, perShape } from '../text/block.ts'
import { fold } from '../text/fold.ts'

/**
 * What ends a piece of prose: a full stop, a semicolon, a comma (or colon), an enumeration comma, or nothing but the end of
 * the text or line.
 */
export type ProseEnd = 'sentence' | 'clause' | 'comma' | 'list' | 'none'

/** A piece of prose by its offsets: white space around is not part of it, the mark that ends it is. */
export interface ProsePiece {
  readonly from: number
  readonly to: number
  readonly end: ProseEnd
}

/**
 * The sentences of a block and, where `；` parts one, its clauses: ends at `。！？……` and at line ends (`sentence`) and at
 * `；` (`clause`).
 */
export const sentences: (shape: BlockShape) => readonly ProsePiece[] = perShape((shape) =>
  splitProse(shape.folded, 'clause'),
)

/** The phrases of a block: its sentences, parted at `，` and `：` too; with the end `list` where a `、` parts them. */
export const phrases: (shape: BlockShape) => readonly ProsePiece[] = perShape((shape) =>
  splitProse(shape.folded, 'list'),
)

/** The sentences of any text, as {@link sentences} of a block. */
export function sentencesOf(text: string): readonly ProsePiece[] {
  return splitProse(fold(text), 'clause')
}

const ranks: Readonly<Record<ProseEnd, number>> = { none: 0, sentence: 1, clause: 2, comma: 3, list: 4 }

/**
 * Splits folded text at every mark down to `finest`. Marks inside brackets, quotes and titles do not split; the closing
 * quotes and brackets behind a mark stay with it:
 *
 *     要求“办成一件事。办好一件事。”各镇(街道;园区)照办。
 *         └ nested ──────────────┘  └ nested ─┘     ^ the sentence ends here
 *
 * A quotation that itself ends with a full stop ends the sentence, unless a mark follows it; so does a remark in brackets
 * that is a sentence of its own.
 */
function splitProse(folded: string, finest: ProseEnd): readonly ProsePiece[] {
  const closing = nesting(folded)
  const pieces: ProsePiece[] = []
  let from = 0
  const cut = (at: number, end: ProseEnd) => {
    const piece = withoutSpace(folded, from, at)
    if (piece !== null) pieces.push({ from: piece.from, to: piece.to, end })
    from = at
  }
  for (let at = 0; at < folded.length; ) {
    const unit = folded.charCodeAt(at)
    // Chinese characters, nearly all of a text, are passed over first.
    if (isHan(unit)) {
      at++
      continue
    }
    if (isLineEnd(unit)) {
      cut(at, 'none')
      at++
      continue
    }
    const close = closing?.get(at)
    if (close !== undefined) {
      const whole = quotes.has(unit) || (unit !== title && withoutSpace(folded, from, at) === null)
      at = close + 1
      // A quotation that ends with a full stop ends the sentence around it; a remark in brackets does if it stands alone.
      if (whole && endAt(folded, close - 1) === 'sentence' && !goesOn(folded, at)) cut(at, 'sentence')
      continue
    }
    const end = endAt(folded, at)
    if (end === null || ranks[end] > ranks[finest]) {
      at++
      continue
    }
    at = behindMarks(folded, at + 1, end)
    if (end === 'sentence' && folded.charCodeAt(at - 1) === ellipsis && goesOn(folded, at)) continue
    cut(at, end)
  }
  cut(folded.length, 'none')
  return pieces
}

const ellipsis = 0x2026
/** Nothing longer is taken for one quotation or bracket: its closing mark belongs to another. */
const longestNested = 300

const closerOf: ReadonlyMap<number, number> = new Map(
  [...['()', '[]', '【】', '{}', '“”', '‘’', '《》', '〈〉', '「」', '『』']].map((pair) => [
    pair.charCodeAt(0),
    pair.charCodeAt(1),
  ]),
)
const closers: ReadonlySet<number> = new Set([...closerOf.values(), 0x22, 0x27])

const quotes: ReadonlySet<number> = new Set([...'“‘「『'].map((mark) => mark.charCodeAt(0)))
const title = 0x300a

/** For each outermost bracket or quote that is closed, the offset of its closing mark; null if there is none at all. */
function nesting(folded: string): ReadonlyMap<number, number> | null {
  let closing: Map<number, number> | null = null
  const open: { readonly at: number; readonly closer: number }[] = []
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    if (isHan(unit)) continue
    if (isLineEnd(unit)) open.length = 0
    const closer = closerOf.get(unit)
    if (closer !== undefined) open.push({ at, closer })
    else if (open.length > 0 && closers.has(unit)) {
      const depth = lastOpen(open, unit)
      if (depth === -1) continue
      const opened = (open[depth] as { readonly at: number }).at
      open.length = depth
      if (at - opened > longestNested) continue
      closing ??= new Map()
      closing.set(opened, at)
    }
  }
  return closing
}

/** The innermost open mark that `unit` closes, looking no deeper than a few: brackets do not nest further. */
function lastOpen(open: readonly { readonly closer: number }[], unit: number): number {
  for (let depth = open.length - 1; depth >= Math.max(0, open.length - 8); depth--)
    if (open[depth]?.closer === unit) return depth
  return -1
}

/** What the mark at `at` ends, or null if it is no mark: the point in 3.5, the comma in 12,345, the `?` of an address. */
function endAt(folded: string, at: number): ProseEnd | null {
  switch (folded.charCodeAt(at)) {
    case 0x3002: // 。
    case 0xff61: // ｡
    case ellipsis:
    case 0x22ef: // ⋯
      return 'sentence'
    case 0x21: // !
    case 0x3f: // ?
      return isLatin(folded, at - 1) && isLatin(folded, at + 1) ? null : 'sentence'
    case 0x2e: // .
      return isFullStop(folded, at) ? 'sentence' : null
    case 0x3b: // ;
      return 'clause'
    case 0x3a: // :
      return isLatin(folded, at - 1) && (isLatin(folded, at + 1) || folded.charCodeAt(at + 1) === 0x2f)
        ? null
        : 'comma'
    case 0x2c: // ,
      return isDigit(folded, at - 1) && isThousands(folded, at + 1) ? null : 'comma'
    case 0x3001: // 、
      return isLabelMark(folded, at) ? null : 'list'
    default:
      return null
  }
}

/**
 * Whether a `.` ends a sentence: behind a Chinese character or a bracket at the end of a line, or behind a Latin word of
 * four letters or more with a blank and a capital behind it. `1.`, `3.5`, `No.` and `一.` do not.
 */
function isFullStop(folded: string, at: number): boolean {
  const next = folded.charCodeAt(at + 1)
  const ends = at + 1 >= folded.length || isLineEnd(next)
  if (isHan(folded.charCodeAt(at - 1))) return ends && !label.test(folded.slice(Math.max(0, at - 4), at))
  if (closers.has(folded.charCodeAt(at - 1))) return ends
  return (
    /[A-Za-z]{4}$/.test(folded.slice(Math.max(0, at - 4), at)) &&
    (ends || /^ +[A-Z]/.test(folded.slice(at + 1, at + 4)))
  )
}

const label = /^[一二三四五六七八九十]{1,3}$/

/** Whether the `、` at `at` belongs to a number in front of a heading: 一、 */
function isLabelMark(folded: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < 4 && !isLineEnd(folded.charCodeAt(start - 1))) start--
  const before = folded.slice(start, at).trim()
  const first = start === 0 || isLineEnd(folded.charCodeAt(start - 1))
  return first && (label.test(before) || /^\d{1,2}$/.test(before))
}

/** Whether three digits and no fourth stand at `at`, as behind the comma of 12,345. */
function isThousands(folded: string, at: number): boolean {
  return isDigit(folded, at) && isDigit(folded, at + 1) && isDigit(folded, at + 2) && !isDigit(folded, at + 3)
}

/** Whether the sentence goes on behind a closing quote or an ellipsis: a mark follows, or a word that cannot begin one. */
function goesOn(folded: string, at: number): boolean {
  return /^ *(?:[,;:、。!?)\]】}》〉」』]|[的等之和与及或])/.test(folded.slice(at, at + 8))
}

/** The offset behind further marks of the same sort and closing quotes and brackets: 。” ？！ …… */
function behindMarks(folded: string, from: number, end: ProseEnd): number {
  let at = from
  if (end === 'comma' || end === 'list') return at
  while (at < folded.length && (closers.has(folded.charCodeAt(at)) || endAt(folded, at) === end)) at++
  return at
}

function withoutSpace(folded: string, from: number, to: number): { from: number; to: number } | null {
  let start = from
  let end = to
  while (start < end && isSpace(folded.charCodeAt(start))) start++
  while (end > start && isSpace(folded.charCodeAt(end - 1))) end--
  return end > start ? { from: start, to: end } : null
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0x2028 || unit === 0x2029
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff
}

function isDigit(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at)
  return unit >= 0x30 && unit <= 0x39
}

/** Whether an ASCII letter, digit, `/`, `=` or `_` stands at `at`, as in an address. */
function isLatin(folded: string, at: number): boolean {
  return latin.test(folded.charAt(at))
}

const latin = /[A-Za-z0-9/=_]/
