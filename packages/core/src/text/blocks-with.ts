import type { Block, BlockShape } from './block.ts'

/**
 * A question about a shape alone: what it finds there, or whether there is anything. To be the same function each time, since
 * what it answered is kept under it.
 */
export type Look = (shape: BlockShape) => boolean | readonly unknown[]

/** What is known of a list of blocks. */
interface Known {
  /** By question, where in the list the blocks stand that hold something. */
  readonly places: Map<Look, readonly number[]>
  readonly before: Before | null
}

/** What was known of the list of the version before, and how many shapes the two share at their starts and ends. */
interface Before {
  readonly places: Known['places']
  readonly length: number
  readonly front: number
  readonly back: number
}

const known = new WeakMap<readonly Block[], Known>()

/**
 * Tells that `next` is the next version of a list of blocks: what was found in the blocks that both have in common at either
 * end need not be looked for again.
 *
 *     before  ■ ■ ■ □ ■ ■ ■ ■
 *     next    ■ ■ ■ ▣ ▣ ■ ■ ■ ■
 *             front ^     ^ back
 */
export function follows(previous: readonly Block[], next: readonly Block[]): void {
  const { front, back } = commonShapes(previous, next)
  const { places } = knownOf(previous)
  known.set(next, { places: new Map(), before: { places, length: previous.length, front, back } })
}

/** How many shapes two lists of blocks share at their starts, and at their ends behind that. */
export function commonShapes(
  one: readonly Block[],
  other: readonly Block[],
): { readonly front: number; readonly back: number } {
  const most = Math.min(one.length, other.length)
  let front = 0
  while (front < most && one[front]?.shape === other[front]?.shape) front++
  let back = 0
  while (back < most - front && one[one.length - 1 - back]?.shape === other[other.length - 1 - back]?.shape)
    back++
  return { front, back }
}

/**
 * The blocks of the list in which the question finds something, in order. After an edit only the blocks are asked that it
 * touched, so that a walk over these costs what there is to be found, and not the length of the draft.
 */
export function blocksWith(blocks: readonly Block[], look: Look): Block[] {
  return placesWith(blocks, look).map((at) => blocks[at] as Block)
}

/** As {@link blocksWith}: where they stand in the list. The very same list as before the edit, if the edit changes nothing about it. */
export function placesWith(blocks: readonly Block[], look: Look): readonly number[] {
  const own = knownOf(blocks)
  let places = own.places.get(look)
  if (places === undefined) {
    const last = own.before?.places.get(look)
    places =
      last === undefined
        ? placesIn(blocks, look, 0, blocks.length)
        : updated(blocks, look, last, own.before as Before)
    own.places.set(look, places)
  }
  return places
}

function knownOf(blocks: readonly Block[]): Known {
  let own = known.get(blocks)
  if (own === undefined) {
    own = { places: new Map(), before: null }
    known.set(blocks, own)
  }
  return own
}

function placesIn(blocks: readonly Block[], look: Look, from: number, to: number): number[] {
  const places: number[] = []
  for (let at = from; at < to; at++) {
    const found = look((blocks[at] as Block).shape)
    if (found === true || (found !== false && found.length > 0)) places.push(at)
  }
  return places
}

function updated(
  blocks: readonly Block[],
  look: Look,
  last: readonly number[],
  { length, front, back }: Before,
): readonly number[] {
  const between = placesIn(blocks, look, front, blocks.length - back)
  const first = firstFrom(last, front)
  const behind = firstFrom(last, length - back)
  const shift = blocks.length - length
  if (
    shift === 0 &&
    between.length === behind - first &&
    between.every((at, nth) => at === last[first + nth])
  )
    return last
  const rest = last.slice(behind)
  return last.slice(0, first).concat(between, shift === 0 ? rest : rest.map((at) => at + shift))
}

/** The position of the first of the numbers, which ascend, that is at least the least. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}
