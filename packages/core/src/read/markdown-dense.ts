/**
 * The parser's time grows with the square of the marks of one paragraph: ten thousand take it most of a minute. No draft
 * that somebody wrote comes near; one that a converter or a joker made must not stop the editor. Such a paragraph is
 * taken to pieces at line ends, and a line that alone is too much is read without its markup.
 */

/** As many marks as the parser is given at once, at most. */
export const denseMarks = 4000
const marksOfPiece = 400

const line = /[^\r\n]*(?:\r\n|[\r\n]|$)/g
/** Lines that begin a block of their own: their marks do not add up with those of other lines. */
const ownBlock = /^\s*(?:[-*+>|]|\d{1,9}[.)])\s/
const mark = /[*_[\]]/g

/** Whether the lines hold too many marks for one paragraph. */
export function isTooDense(lines: string): boolean {
  let count = 0
  for (const [text] of lines.matchAll(line)) {
    if (!ownBlock.test(text)) count += marksIn(text)
    if (count > denseMarks) return true
  }
  return false
}

/** A stretch of whole lines; `plain` if its markup is not to be read. */
export interface DensePiece {
  readonly start: number
  readonly end: number
  readonly plain: boolean
}

/** The pieces in which a dense paragraph is read. */
export function densePieces(paragraph: string): DensePiece[] {
  const pieces: DensePiece[] = []
  let start = 0
  let count = 0
  const close = (end: number, plain: boolean) => {
    if (end > start) pieces.push({ start, end, plain })
    start = end
    count = 0
  }
  for (const { 0: text, index } of paragraph.matchAll(line)) {
    const marks = marksIn(text)
    if (marks > denseMarks) {
      close(index, false)
      close(index + text.length, true)
      continue
    }
    if (count + marks > marksOfPiece) close(index, false)
    count += marks
  }
  close(paragraph.length, false)
  return pieces
}

function marksIn(text: string): number {
  return text.match(mark)?.length ?? 0
}
