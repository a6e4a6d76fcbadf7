import { characterWidth, fittingEnd, widthOf } from './width.ts'

/** A line of the draft with a mark below the place: both begin at the same column. */
export interface Excerpt {
  readonly text: string
  readonly mark: string
}

/**
 * The line that holds the range, cut to `width` columns around it, with carets below the range:
 *
 *     …全年办理行政诉讼案件4件，案件胜诉率100%。
 *                                          ^^^^
 *
 * Of a range over several lines the first is shown. An empty range gets one caret.
 */
export function excerptOf(source: string, start: number, end: number, width: number): Excerpt {
  // A line can be the whole draft: no more of it is looked at than can be shown.
  const reach = width * farthest
  const first = Math.max(0, start - reach)
  const last = Math.min(end, start + reach)
  return excerptIn(source.slice(first, last + reach), start - first, last - first, width)
}

/** So many characters are looked at for each column that there is: some take none. */
const farthest = 4

function excerptIn(source: string, start: number, end: number, width: number): Excerpt {
  const from = lineStart(source, start)
  const to = lineEnd(source, start)
  const left = tidy(source.slice(from, start)).trimStart()
  const marked = tidy(source.slice(start, Math.min(end, to)))
  const right = tidy(source.slice(Math.min(end, to), to))

  const shown = marked.slice(0, fittingEnd(marked, width - 2))
  let budget = width - widthOf(shown) - 2
  const spare = fittingEnd(right, budget) === right.length ? budget - widthOf(right) : 0
  const before = left.slice(fittingStart(left, Math.max(Math.floor(budget * 0.6), spare)))
  budget -= widthOf(before)
  const after = shown.length < marked.length ? '' : right.slice(0, fittingEnd(right, budget))

  const head = (before.length < left.length ? '…' : '') + before
  const tail = after.length < right.length || shown.length < marked.length ? '…' : ''
  return {
    text: `${head}${shown}${after}${tail}`,
    mark: ' '.repeat(widthOf(head)) + '^'.repeat(Math.max(1, widthOf(shown))),
  }
}

/** Control characters would move the cursor: they are shown as spaces, unpaired surrogates as the replacement sign. */
function tidy(text: string): string {
  if (!untidy.test(text)) return text
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').replace(/[\ud800-\udfff]/gu, '\ufffd')
}

const untidy = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/

/** Where the longest end of the text begins that fits in the width. */
function fittingStart(text: string, width: number): number {
  let used = 0
  for (let at = text.length; at > 0; ) {
    const code = text.codePointAt(at - 1) as number
    const isPair = code >= 0xdc00 && code <= 0xdfff && at > 1
    const start = isPair ? at - 2 : at - 1
    used += characterWidth(isPair ? (text.codePointAt(start) as number) : code)
    if (used > width) return at
    at = start
  }
  return 0
}

function lineStart(source: string, at: number): number {
  let start = at
  while (start > 0 && !isBreak(source.charCodeAt(start - 1))) start--
  return start
}

function lineEnd(source: string, at: number): number {
  let end = at
  while (end < source.length && !isBreak(source.charCodeAt(end))) end++
  return end
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}
