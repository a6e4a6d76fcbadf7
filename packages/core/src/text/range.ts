/** A half-open stretch of the source text: UTF-16 offsets, `start` included, `end` not. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** The range from `start` to `end`. */
export function range(start: number, end: number): Range {
  return { start, end }
}

/** Whether the two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Order by start, then by end: the order in which findings are printed. */
export function byPosition(a: Range, b: Range): number {
  return a.start - b.start || a.end - b.end
}
