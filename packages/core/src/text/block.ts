import type { Range } from './range.ts'
import { foldWithSigns } from './signs.ts'
import { type SourceMap, sourceEnd, sourceStart } from './source-map.ts'

/**
 * What a block is in its format. `heading` is only a Markdown heading: a numbered line of plain text is a `paragraph`,
 * and becomes a heading in the report's outline.
 */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-cell'
  | 'quote'
  | 'footnote'
  | 'code'
  | 'html'

/**
 * All that a block is, apart from where it stands. Shapes are immutable and carry no absolute position: after an edit
 * the untouched blocks keep their shapes, and with them everything that was computed per shape ({@link perShape}).
 */
export interface BlockShape {
  readonly kind: BlockKind
  /** Plain text: no markup, hard wraps joined, character references decoded. */
  readonly text: string
  /** `text` folded to half width, same offsets: what recognisers read. */
  readonly folded: string
  /** The kinds of characters that `folded` holds, as bits of `signs` (text/signs.ts): what a check need not look for. */
  readonly signs: number
  readonly map: SourceMap
  /** How many source characters the block spans, from the first character of its text to the last. */
  readonly sourceLength: number
  /** Heading depth 1–6; list nesting from 1; 0 for everything else. */
  readonly depth: number
  /** The list marker as written (`-`, `1.`), for the first block of a list item; otherwise empty. */
  readonly marker: string
}

/** A shape at its place in one version of a draft. */
export interface Block {
  /** Position in `Document.blocks`. */
  readonly index: number
  /** Source offset of the first character of the block's text; markup in front (`## `, `- `, `**`) is not part of it. */
  readonly start: number
  readonly shape: BlockShape
}

/** A stretch of one block's plain text. */
export interface BlockRange {
  readonly block: Block
  readonly from: number
  readonly to: number
}

/** How many more functions there may be by the time that the first draft has been checked: those of a ruleset are made then. */
const spareSlots = 16

/** How many functions {@link perShape} has made. */
let slots = 0

/** Where a shape keeps what was computed of it: a list by slot, one slot for each function that {@link perShape} made. */
const memory = Symbol('memory')

interface Remembering {
  readonly [memory]?: unknown[]
}

/** Makes a shape; `folded` and `signs` are derived. */
export function blockShape(fields: Omit<BlockShape, 'folded' | 'signs'>): BlockShape {
  const { kind, map, sourceLength, depth, marker } = fields
  const { text, folded, signs } = foldWithSigns(fields.text)
  const shape: BlockShape & Remembering = {
    kind,
    text,
    folded,
    signs,
    map,
    sourceLength,
    depth,
    marker,
    [memory]: new Array(slots + spareSlots),
  }
  return Object.freeze(shape)
}

/** Whether the block is text that somebody wrote to be read; code and HTML are kept, but no rule looks at them. */
export function isProse(shape: BlockShape): boolean {
  return shape.kind !== 'code' && shape.kind !== 'html'
}

/** Whether the block holds all of these signs (text/signs.ts). */
export function has(shape: BlockShape, signs: number): boolean {
  return (shape.signs & signs) === signs
}

/** The source range of the plain characters `from`…`to` of a block. */
export function sourceRange(block: Block, from = 0, to = block.shape.text.length): Range {
  const { map } = block.shape
  return {
    start: block.start + sourceStart(map, from),
    end: block.start + (to > from ? sourceEnd(map, to) : sourceStart(map, from)),
  }
}

/** The source range of a {@link BlockRange}. */
export function rangeOf(place: BlockRange): Range {
  return sourceRange(place.block, place.from, place.to)
}

/** The plain characters of a {@link BlockRange}. */
export function textOf(place: BlockRange): string {
  return place.block.shape.text.slice(place.from, place.to)
}

/**
 * A function of the shape alone, computed once per shape: what makes an edit cost only the blocks that it touches.
 * The result must not depend on anything but the shape. (It is kept in the shape itself: a weak map for each function
 * would cost more than most of these functions, in look-ups and in garbage collection.)
 */
export function perShape<T>(compute: (shape: BlockShape) => T): (shape: BlockShape) => T {
  const slot = slots++
  return (shape) => {
    const kept = (shape as BlockShape & Remembering)[memory]
    if (kept === undefined) return compute(shape)
    const known = kept[slot] as T | undefined
    if (known !== undefined) return known
    const value = compute(shape)
    kept[slot] = value
    return value
  }
}

/** A function of the shape alone that may answer for many shapes in one go. */
export interface InBulk<T> {
  /** The value of one shape, computed once. */
  readonly of: (shape: BlockShape) => T
  /** Computes the values of those of the shapes that have none yet. */
  readonly prepare: (shapes: readonly BlockShape[]) => void
}

/** As {@link perShape}, for what is computed of many shapes together at a lower price; `compute` gives a value for each. */
export function perShapeInBulk<T>(compute: (shapes: readonly BlockShape[]) => readonly T[]): InBulk<T> {
  const slot = slots++
  const memoryOf = (shape: BlockShape): unknown[] | undefined => (shape as BlockShape & Remembering)[memory]
  const prepare = (shapes: readonly BlockShape[]): void => {
    const fresh = shapes.filter((shape) => memoryOf(shape)?.[slot] === undefined)
    const values = fresh.length === 0 ? fresh : compute(fresh)
    for (let nth = 0; nth < fresh.length; nth++) {
      const kept = memoryOf(fresh[nth] as BlockShape)
      if (kept !== undefined) kept[slot] = values[nth]
    }
  }
  const of = (shape: BlockShape): T => {
    const known = memoryOf(shape)?.[slot] as T | undefined
    if (known !== undefined) return known
    const [value] = compute([shape]) as readonly [T]
    const kept = memoryOf(shape)
    if (kept !== undefined) kept[slot] = value
    return value
  }
  return { of, prepare }
}

/**
 * A function of a stretch of a shape alone, kept with the shape for the stretch that was asked for last: a heading's title is
 * the same stretch at every edit.
 */
export function perStretch<T>(
  compute: (shape: BlockShape, from: number, to: number) => T,
): (place: BlockRange) => T {
  const last = perShape((): { from: number; to: number; value: T | null } => ({
    from: -1,
    to: -1,
    value: null,
  }))
  return ({ block: { shape }, from, to }) => {
    const known = last(shape)
    if (known.from !== from || known.to !== to) {
      known.from = from
      known.to = to
      known.value = compute(shape, from, to)
    }
    return known.value as T
  }
}

/** The folded characters of a {@link BlockRange}. */
export const foldedOf = perStretch(({ folded }, from, to) => folded.slice(from, to))
