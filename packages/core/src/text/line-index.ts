/** A place as people name it: 1-based line, 1-based column in UTF-16 units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Translates between offsets and lines. Lines end at LF, CRLF or a lone CR. */
export interface LineIndex {
  /** How many lines the text has; an empty text has one. */
  readonly lineCount: number
  /** Where the offset lies. Offsets outside the text are clamped. */
  at(offset: number): LineColumn
  /** The offset of the first character of the 1-based line. */
  startOf(line: number): number
}

/** Indexes the line starts of `text` once; a lookup is a binary search. */
export function lineIndex(text: string): LineIndex {
  const starts = [0]
  // Each mark is looked for again only once it has been passed: most texts have just one kind of line end.
  let lf = text.indexOf('\n')
  let cr = text.indexOf('\r')
  while (lf !== -1 || cr !== -1) {
    const isReturn = cr !== -1 && (lf === -1 || cr < lf)
    const at = isReturn ? (lf === cr + 1 ? cr + 2 : cr + 1) : lf + 1
    starts.push(at)
    if (lf !== -1 && lf < at) lf = text.indexOf('\n', at)
    if (cr !== -1 && cr < at) cr = text.indexOf('\r', at)
  }
  return {
    lineCount: starts.length,
    at(offset) {
      const wanted = Math.min(Math.max(offset, 0), text.length)
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] as number) <= wanted) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: wanted - (starts[low] as number) + 1 }
    },
    startOf(line) {
      return starts[Math.min(Math.max(line, 1), starts.length) - 1] as number
    },
  }
}
