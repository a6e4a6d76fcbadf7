import { type BlockShape, blockShape } from '../text/block.ts'
import { identity, sourceMap } from '../text/source-map.ts'

/**
 * Plain text in the making, with the source offset of every character: a list of pieces in reading order. A piece is
 * three numbers, as in a `SourceMap`, but with absolute source offsets: plain start, source start, length (negative:
 * atomic, counted in source characters).
 */
export interface PlainText {
  text: string
  readonly pieces: number[]
}

/** No text yet. */
export function plainText(): PlainText {
  return { text: '', pieces: [] }
}

/** Adds `source.slice(from, to)` character by character. */
export function addRun(plain: PlainText, source: string, from: number, to: number): void {
  if (to <= from) return
  const { pieces } = plain
  const last = pieces.length - 3
  const length = pieces[last + 2]
  if (length !== undefined && length > 0 && (pieces[last + 1] as number) + length === from)
    pieces[last + 2] = length + to - from
  else pieces.push(plain.text.length, from, to - from)
  plain.text += source.slice(from, to)
}

/** Adds `value`, which stands for the source characters `from`…`to` as a whole. */
export function addAtomic(plain: PlainText, value: string, from: number, to: number): void {
  if (value === '' || to <= from) return
  plain.pieces.push(plain.text.length, from, from - to)
  plain.text += value
}

/** Adds the characters `from`…`to` of another text with the places that they have there. */
export function addSlice(plain: PlainText, other: PlainText, from: number, to: number): void {
  const shift = plain.text.length - from
  const { pieces } = other
  for (let at = pieceAt(pieces, from); at < pieces.length; at += 3) {
    const start = pieces[at] as number
    if (start >= to) break
    const end = at + 3 < pieces.length ? (pieces[at + 3] as number) : other.text.length
    const first = Math.max(start, from)
    const last = Math.min(end, to)
    if (first >= last) continue
    const source = pieces[at + 1] as number
    const length = pieces[at + 2] as number
    if (length < 0) plain.pieces.push(first + shift, source, length)
    else plain.pieces.push(first + shift, source + first - start, last - first)
  }
  plain.text += other.text.slice(from, to)
}

/** The index of the last piece that starts at or before the plain offset. */
function pieceAt(pieces: readonly number[], plain: number): number {
  let low = 0
  let high = Math.max(0, pieces.length / 3 - 1)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle * 3] as number) <= plain) low = middle
    else high = middle - 1
  }
  return low * 3
}

/** A shape and the absolute source offset at which it stands. */
export interface PlacedShape {
  readonly start: number
  readonly shape: BlockShape
}

/** What a block is apart from its text. */
export type BlockFields = Pick<BlockShape, 'kind' | 'depth' | 'marker'>

/** The block whose text stands in the source as it is, from `start` on. */
export function placedRun(text: string, start: number, { kind, depth, marker }: BlockFields): PlacedShape {
  return {
    start,
    shape: blockShape({ kind, text, map: identity, sourceLength: text.length, depth, marker }),
  }
}

/** Makes the block of a plain text; `at` is where it stands if it is empty. */
export function placedShape(plain: PlainText, at: number, fields: BlockFields): PlacedShape {
  const { text, pieces } = plain
  if (pieces.length === 0) return placedRun('', at, fields)
  const start = pieces[1] as number
  const length = pieces[pieces.length - 1] as number
  if (pieces.length === 3 && length > 0) return placedRun(text, start, fields)
  const { kind, depth, marker } = fields
  const sourceLength = (pieces[pieces.length - 2] as number) + Math.abs(length) - start
  const map = sourceMap(pieces.map((value, index) => (index % 3 === 1 ? value - start : value)))
  return { start, shape: blockShape({ kind, text, map, sourceLength, depth, marker }) }
}
