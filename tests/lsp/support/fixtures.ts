import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const fixtures = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures')

/** A report of ours with known mistakes: a part missing, a rate that does not follow, a doubled stop, an unanswered shortcoming. */
export const reportText = readFileSync(join(fixtures, 'report.md'), 'utf8')

/** Line and character of the first place where the words stand in the text, and of their end. */
export function placeOf(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from)
  if (start === -1) throw new Error(`the fixture does not say ${words}`)
  return { start: positionOf(text, start), end: positionOf(text, start + words.length) }
}

/** The position of an offset, as LSP counts. */
export function positionOf(text: string, offset: number) {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length - 1, character: (before.at(-1) ?? '').length }
}

/** The text after the edits of one request, which must not overlap. */
export function applied(
  text: string,
  edits: readonly { range: { start: Position; end: Position }; newText: string }[],
): string {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character
  return [...edits]
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => offset(b.range.start) - offset(a.range.start) || b.order - a.order)
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
      text,
    )
}

interface Position {
  readonly line: number
  readonly character: number
}
