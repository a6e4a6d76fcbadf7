/**
 * Where the characters of a block's plain text stand in the source, relative to the block's own start.
 *
 * Plain text and source differ by inline markup, hard wraps and character references. The map is a list of spans, sorted
 * both by plain and by source offset; inside a span, characters correspond one to one.
 *
 *     source  办结率**100%**
 *     plain   办结率100%
 *     spans   [0, 0, 3] [3, 5, 4]          (plain start, source start, length)
 *
 * A span may be *atomic*: a character reference (`&amp;`), an escape (`\*`) or a line break that was joined to a space.
 * All of its plain characters stand for all of its source characters together; its length is written negative and counts
 * source characters:
 *
 *     source  A&amp;B
 *     plain   A&B
 *     spans   [0, 0, 1] [1, 1, -5] [2, 6, 1]
 *
 * A map is flat: three numbers a span. `identity` (no markup at all) needs no spans and is the common case.
 */
export interface SourceMap {
  readonly spans: Int32Array | null
}

/** The map of a block whose plain text is its source, character by character. */
export const identity: SourceMap = Object.freeze({ spans: null })

/** A map of the given `[plainStart, sourceStart, length]` triples, which must be sorted and not overlap. */
export function sourceMap(triples: readonly number[]): SourceMap {
  return Object.freeze({ spans: Int32Array.from(triples) })
}

/**
 * The source offset at which the plain character at `plain` begins, relative to the block.
 * For the offset just behind the last character use {@link sourceEnd}.
 */
export function sourceStart(map: SourceMap, plain: number): number {
  if (map.spans === null) return plain
  if (map.spans.length === 0) return 0
  const span = spanAt(map.spans, plain)
  const start = map.spans[span + 1] as number
  const length = map.spans[span + 2] as number
  const inside = plain - (map.spans[span] as number)
  if (length >= 0) return start + inside
  // Behind the last character of the block, which is all that can be asked of an atomic span that ends the map.
  return inside > 0 && span + 3 === map.spans.length ? start - length : start
}

/** The source offset just behind the plain character before `plain`: the right end of a range that ends there. */
export function sourceEnd(map: SourceMap, plain: number): number {
  if (map.spans === null) return plain
  if (map.spans.length === 0) return 0
  if (plain === 0) return map.spans[1] as number
  const span = spanAt(map.spans, plain - 1)
  const start = map.spans[span + 1] as number
  const length = map.spans[span + 2] as number
  return length < 0 ? start - length : start + (plain - (map.spans[span] as number))
}

/** The index in `spans` of the triple that holds the plain offset: the last one that starts at or before it. */
function spanAt(spans: Int32Array, plain: number): number {
  let low = 0
  let high = spans.length / 3 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((spans[middle * 3] as number) <= plain) low = middle
    else high = middle - 1
  }
  return low * 3
}
