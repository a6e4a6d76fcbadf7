import { perShape } from '../text/block.ts'

/** A title in 书名号: `from` and `to` are those of what stands between the marks. */
export interface TitleSpan {
  readonly from: number
  readonly to: number
  /** 0 for an outermost title, 1 for one inside another… */
  readonly depth: number
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

/** The titles that the block's text quotes: 《…》, inside them 〈…〉, and “关于…的通知” in quotation marks. */
export const titlesOf: (shape: Parameters<Parameters<typeof perShape>[0]>[0]) => Titles = perShape(
  ({ folded }) => readTitles(folded),
)

/** Reads the titles of a folded text. A closing mark closes the nearest open mark of its kind. */
export function readTitles(folded: string): Titles {
  const spans: TitleSpan[] = []
  const lone: LoneMark[] = []
  if (!/[《》〈〉“]/.test(folded)) return { spans, lone }
  const open: { mark: string; at: number }[] = []
  for (let at = 0; at < folded.length; at++) {
    const mark = folded[at] as string
    if (mark === '《' || mark === '〈') open.push({ mark, at })
    else if (mark === '》' || mark === '〉') {
      const partner = mark === '》' ? '《' : '〈'
      const nth = open.findLastIndex((entry) => entry.mark === partner)
      if (nth === -1) {
        lone.push({ at, mark })
        continue
      }
      for (const entry of open.splice(nth + 1)) lone.push(entry)
      spans.push({ from: (open.pop() as { at: number }).at + 1, to: at, depth: open.length })
    }
  }
  lone.push(...open)
  for (const quote of folded.matchAll(
    /“(关于[^“”。]{2,80}(?:通知|意见|决定|办法|方案|报告|规定|决议|通报|函|纲要|规划))”/g,
  ))
    spans.push({ from: quote.index + 1, to: quote.index + quote[0].length - 1, depth: 0 })
  spans.sort((a, b) => a.from - b.from || b.to - a.to)
  lone.sort((a, b) => a.at - b.at)
  return { spans, lone }
}

/** The innermost title that holds the stretch, or null. */
export function titleAround(titles: Titles, from: number, to: number): TitleSpan | null {
  let inner: TitleSpan | null = null
  for (const span of titles.spans) {
    if (span.from > from) break
    if (to <= span.to) inner = span
  }
  return inner
}
