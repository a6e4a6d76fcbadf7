import type { Item } from '../report/report.ts'
import { type BlockRange, perShape } from '../text/block.ts'
import type { Lexicon } from './lexicon.ts'

/** A stretch of an item's text, without the block: where it stands in whatever version of the draft the item is in. */
export interface ItemPlace {
  /** Position in `Item.places`. */
  readonly piece: number
  /** Offsets in the plain text of that piece's block. */
  readonly from: number
  readonly to: number
}

/** Where the stretch stands in the draft of `item`. */
export function placeIn(item: Item, { piece, from, to }: ItemPlace): BlockRange {
  return { block: (item.places[piece] as BlockRange).block, from, to }
}

/** What was computed of an item, and all of the item that its words depend on. */
interface Kept<T> {
  readonly kind: Item['kind']
  readonly head: BlockRange
  readonly label: BlockRange | null
  readonly places: readonly BlockRange[]
  readonly lexicon: Lexicon
  readonly value: T
}

/**
 * A function of an item's text, computed once for an item that stays as it is from one version of a draft to the next:
 * same shapes, same stretches of them. The result must hold no block, no section and no position among the items.
 * (It is kept in the shape in which the item ends, by its end there: no two items end in the same place.)
 */
export function perItem<T>(
  compute: (item: Item, lexicon: Lexicon) => T,
): (item: Item, lexicon: Lexicon) => T {
  const keptIn = perShape(() => new Map<number, Kept<T>>())
  return (item, lexicon) => {
    const last = item.places.at(-1)
    if (!last) return compute(item, lexicon)
    const kept = keptIn(last.block.shape)
    const known = kept.get(last.to)
    if (known && known.lexicon === lexicon && isSame(item, known)) return known.value
    const value = compute(item, lexicon)
    const { kind, head, label, places } = item
    kept.set(last.to, { kind, head, label: label?.place ?? null, places, lexicon, value })
    return value
  }
}

/** Whether the item says the same in the same pieces of the same shapes, and its head and label stand in the same of them. */
function isSame({ kind, head, label, places }: Item, known: Kept<unknown>): boolean {
  if (kind !== known.kind || !isSamePlace(head, known.head) || places.length !== known.places.length)
    return false
  if (label === null || known.label === null) {
    if (label !== null || known.label !== null) return false
  } else if (!isSamePlace(label.place, known.label)) return false
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as BlockRange
    const other = known.places[at] as BlockRange
    if (!isSamePlace(place, other)) return false
    if ((place.block === head.block) !== (other.block === known.head.block)) return false
    if ((place.block === label?.place.block) !== (other.block === known.label?.block)) return false
  }
  return true
}

function isSamePlace(one: BlockRange, other: BlockRange): boolean {
  return one.block.shape === other.block.shape && one.from === other.from && one.to === other.to
}
