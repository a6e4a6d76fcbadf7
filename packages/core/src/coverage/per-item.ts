import type { Item } from '../report/report.ts'
import { type BlockRange, type BlockShape, perShape } from '../text/block.ts'
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

/** All of an item that its words depend on. */
interface ItemForm {
  readonly kind: Item['kind']
  readonly head: Stretch
  readonly label: Stretch | null
  readonly pieces: readonly (Stretch & { readonly ofHead: boolean; readonly ofLabel: boolean })[]
}

interface Stretch {
  readonly shape: BlockShape
  readonly from: number
  readonly to: number
}

interface Kept<T> {
  readonly form: ItemForm
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
    if (known && known.lexicon === lexicon && hasForm(item, known.form)) return known.value
    const value = compute(item, lexicon)
    kept.set(last.to, { form: formOf(item), lexicon, value })
    return value
  }
}

function formOf({ kind, head, label, places }: Item): ItemForm {
  return {
    kind,
    head: stretchOf(head),
    label: label && stretchOf(label.place),
    pieces: places.map(({ block, from, to }) => ({
      shape: block.shape,
      from,
      to,
      ofHead: block === head.block,
      ofLabel: block === label?.place.block,
    })),
  }
}

function hasForm({ kind, head, label, places }: Item, form: ItemForm): boolean {
  const sameLabel =
    label === null ? form.label === null : form.label !== null && isAt(label.place, form.label)
  return (
    kind === form.kind &&
    sameLabel &&
    isAt(head, form.head) &&
    places.length === form.pieces.length &&
    places.every((place, at) => {
      const piece = form.pieces[at] as ItemForm['pieces'][number]
      return (
        isAt(place, piece) &&
        piece.ofHead === (place.block === head.block) &&
        piece.ofLabel === (place.block === label?.place.block)
      )
    })
  )
}

function stretchOf({ block, from, to }: BlockRange): Stretch {
  return { shape: block.shape, from, to }
}

function isAt({ block, from, to }: BlockRange, stretch: Stretch): boolean {
  return block.shape === stretch.shape && from === stretch.from && to === stretch.to
}
