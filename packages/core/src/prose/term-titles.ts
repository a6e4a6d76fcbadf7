import { type BlockShape, perShape } from '../text/block.ts'
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

/**
 * Reads the titles of a folded text; `marks` are the places at which title marks may stand. A closing mark closes the nearest open
 * mark of its kind.
 */
function readTitles(folded: string, marks: readonly number[]): Titles {
  const spans: Omit<TitleSpan, 'around'>[] = []
  const lone: LoneMark[] = []
  const open: LoneMark[] = []
  const waiting = { '《': 0, '〈': 0 }
  for (const at of marks) {
    const unit = folded.charCodeAt(at)
    // 〈〉《》 are U+3008 to U+300B
    if (unit < 0x3008 || unit > 0x300b) continue
    const mark = folded.charAt(at)
    if (mark === '《' || mark === '〈') {
      open.push({ mark, at })
      waiting[mark]++
      continue
    }
    const partner = mark === '》' ? '《' : '〈'
    if (waiting[partner] === 0) {
      lone.push({ at, mark })
      continue
    }
    let entry = open.pop() as LoneMark
    for (; entry.mark !== partner; entry = open.pop() as LoneMark) {
      lone.push(entry)
      waiting[entry.mark as keyof typeof waiting]--
    }
    waiting[partner]--
    spans.push({ from: entry.at + 1, to: at, depth: open.length })
  }
  for (const mark of open) lone.push(mark)
  if (folded.includes('“关于'))
    for (const quote of matchesIn(folded, quotedTitle))
      spans.push({ from: quote.index + 1, to: quote.index + quote[0].length - 1, depth: 0 })
  if (spans.length === 0 && lone.length === 0) return noTitles
  spans.sort((a, b) => a.from - b.from || b.to - a.to)
  lone.sort((a, b) => a.at - b.at)
  return { spans: nested(spans), lone }
}

/** The spans with the one around each: the nearest before it that ends behind it. */
function nested(spans: readonly Omit<TitleSpan, 'around'>[]): TitleSpan[] {
  const found: TitleSpan[] = []
  for (const span of spans) {
    let around = found.length - 1
    while (around !== -1 && (found[around] as TitleSpan).to <= span.to)
      around = (found[around] as TitleSpan).around
    found.push({ ...span, around })
  }
  return found
}

/** The innermost title that holds the stretch, or null. */
export function titleAround({ spans }: Titles, from: number, to: number): TitleSpan | null {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as TitleSpan).from <= from) low = middle + 1
    else high = middle
  }
  let nth = low - 1
  while (nth !== -1 && (spans[nth] as TitleSpan).to < to) nth = (spans[nth] as TitleSpan).around
  return nth === -1 ? null : (spans[nth] as TitleSpan)
}
