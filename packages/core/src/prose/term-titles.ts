import { type BlockShape, perShape } from '../text/block.ts'
import { firstThat } from '../text/first-that.ts'
import { marksOf } from '../text/marks.ts'
import { matchesIn } from '../text/matches.ts'
import { signs } from '../text/signs.ts'

/** A title in 书名号: `from` and `to` are those of what stands between the marks. */
export interface TitleSpan {
  readonly from: number
  readonly to: number
  /** 0 for an outermost title, 1 for one inside another… */
  readonly depth: number
  /** The position, in the list of titles, of the nearest one before it that ends behind it; -1 if there is none. */
  readonly around: number
}

/** A mark without its partner. */
interface LoneMark {
  readonly at: number
  readonly mark: string
}

/** All titles of a block, outer ones before the inner ones they hold, and the marks that have no partner. */
export interface Titles {
  readonly spans: readonly TitleSpan[]
  readonly lone: readonly LoneMark[]
}

const noTitles: Titles = Object.freeze({ spans: Object.freeze([]), lone: Object.freeze([]) })

/** The titles that the block's text quotes: 《…》, inside them 〈…〉, and “关于…的通知” in quotation marks. */
export const titlesOf: (shape: BlockShape) => Titles = perShape((shape) =>
  shape.signs & (signs.title | signs.quote) ? readTitles(shape.folded, marksOf(shape)) : noTitles,
)

const quotedTitle = /“(关于[^“”。]{2,80}(?:通知|意见|决定|办法|方案|报告|规定|决议|通报|函|纲要|规划))”/g

/** Title marks: 〈〉《》 are U+3008 to U+300B, the closing ones odd. */
const firstMark = 0x3008
const lastMark = 0x300b
/** 《. */
const bookOpen = 0x300a

/** A title whose place among the others is not known yet. */
interface Enclosed {
  readonly from: number
  readonly to: number
  readonly depth: number
}

/**
 * Reads the titles of a folded text; `marks` are the places at which title marks may stand. A closing mark closes the nearest open
 * mark of its kind.
 */
function readTitles(folded: string, marks: readonly number[]): Titles {
  const spans: Enclosed[] = []
  const lone: LoneMark[] = []
  const open: number[] = []
  /** How many open marks there are of either kind: none is looked for that is not there. */
  let books = 0
  let angles = 0
  for (const at of marks) {
    const unit = folded.charCodeAt(at)
    if (unit < firstMark || unit > lastMark) continue
    if ((unit & 1) === 0) {
      open.push(at)
      if (unit === bookOpen) books++
      else angles++
      continue
    }
    if ((unit - 1 === bookOpen ? books : angles) === 0) {
      lone.push(markAt(folded, at))
      continue
    }
    let partner = -1
    for (let mark = 0; mark !== unit - 1; ) {
      if (partner !== -1) lone.push(markAt(folded, partner))
      partner = open.pop() as number
      mark = folded.charCodeAt(partner)
      if (mark === bookOpen) books--
      else angles--
    }
    spans.push({ from: partner + 1, to: at, depth: open.length })
  }
  for (const at of open) lone.push(markAt(folded, at))
  if (folded.includes('“关于'))
    for (const quote of matchesIn(folded, quotedTitle))
      spans.push({ from: quote.index + 1, to: quote.index + quote[0].length - 1, depth: 0 })
  if (spans.length === 0 && lone.length === 0) return noTitles
  if (lone.length > 1) lone.sort((a, b) => a.at - b.at)
  return { spans: nested(spans), lone }
}

function markAt(folded: string, at: number): LoneMark {
  return { at, mark: folded.charAt(at) }
}

/** The spans by where they begin, with the one around each: the nearest before it that ends behind it. */
function nested(spans: Enclosed[]): TitleSpan[] {
  if (!spans.every(({ from }, nth) => nth === 0 || (spans[nth - 1] as Enclosed).from < from))
    spans.sort((a, b) => a.from - b.from || b.to - a.to)
  const found: TitleSpan[] = []
  for (const { from, to, depth } of spans) {
    let around = found.length - 1
    while (around !== -1 && (found[around] as TitleSpan).to <= to)
      around = (found[around] as TitleSpan).around
    found.push({ from, to, depth, around })
  }
  return found
}

/** The innermost title that holds the stretch, or null. */
export function titleAround({ spans }: Titles, from: number, to: number): TitleSpan | null {
  let nth = firstThat(spans, (span) => span.from > from) - 1
  while (nth !== -1 && (spans[nth] as TitleSpan).to < to) nth = (spans[nth] as TitleSpan).around
  return nth === -1 ? null : (spans[nth] as TitleSpan)
}
