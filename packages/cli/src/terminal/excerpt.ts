import { widthOf } from './width.ts'

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
  const from = lineStart(source, start)
  const to = lineEnd(source, start)
  const left = [...tidy(source.slice(from, start))]
  const marked = [...tidy(source.slice(start, Math.min(end, to)))]
  const right = [...tidy(source.slice(Math.min(end, to), to))]
  while (left.length > 0 && /[\s\u3000]/.test(left[0] as string)) left.shift()

  const shownMark = fitStart(marked, width - 2)
  let budget = width - widthOf(shownMark.join('')) - 2
  const before = fitEnd(left, Math.max(Math.floor(budget * 0.6), budget - widthOf(right.join(''))))
  budget -= widthOf(before.join(''))
  const after = shownMark.length < marked.length ? [] : fitStart(right, budget)

  const head = (before.length < left.length ? '…' : '') + before.join('')
  const tail = after.length < right.length || shownMark.length < marked.length ? '…' : ''
  const mark = shownMark.join('')
  return {
    text: `${head}${mark}${after.join('')}${tail}`,
    mark: ' '.repeat(widthOf(head)) + '^'.repeat(Math.max(1, widthOf(mark))),
  }
}

/** Control characters would move the cursor: they are shown as spaces, unpaired surrogates as the replacement sign. */
function tidy(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The first characters that fit. */
function fitStart(characters: readonly string[], width: number): string[] {
  const kept: string[] = []
  let used = 0
  for (const character of characters) {
    used += widthOf(character)
    if (used > width) break
    kept.push(character)
  }
  return kept
}

/** The last characters that fit. */
function fitEnd(characters: readonly string[], width: number): string[] {
  let used = 0
  let from = characters.length
  while (from > 0) {
    used += widthOf(characters[from - 1] as string)
    if (used > width) break
    from--
  }
  return characters.slice(from)
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
