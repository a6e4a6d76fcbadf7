import { sentenceAround } from '../../prose/term-context.ts'
import type { BlockShape } from '../../text/block.ts'
import { blockCheck, type LocalObservation } from '../check.ts'
import { isProse } from '../shared/scan.ts'

/** Parameters of `formula-order`: the formulas in their fixed order, and how many of them make a set. */
export interface FormulaOrderParameters {
  readonly order: readonly string[]
  readonly least: number
}

/** A formula at its place. */
interface Placed {
  readonly rank: number
  readonly from: number
  readonly to: number
}

/** Reports a sentence that names a set of formulas in another order than the fixed one. */
export const formulaOrder = blockCheck<FormulaOrderParameters>('formula-order', ({ order, least }) => {
  return (shape) => {
    if (!isProse(shape)) return []
    const places = order
      .flatMap((formula, rank) => placesOf(shape, formula, rank))
      .sort((a, b) => a.from - b.from)
    const found: LocalObservation[] = []
    for (let at = 0; at < places.length; ) {
      const { to } = sentenceAround(shape.folded, (places[at] as Placed).from)
      const set: Placed[] = []
      for (; at < places.length && (places[at] as Placed).from < to; at++) set.push(places[at] as Placed)
      const first = set[0] as Placed
      const last = set.at(-1) as Placed
      if (new Set(set.map(({ rank }) => rank)).size < least || set.length > order.length || inOrder(set))
        continue
      const right = [...set].sort((a, b) => a.rank - b.rank)
      found.push({
        from: first.from,
        to: last.to,
        data: {
          written: set.map(({ rank }) => order[rank] as string).join('、'),
          right: right.map(({ rank }) => order[rank] as string).join('、'),
        },
      })
    }
    return found
  }
})

function placesOf({ folded }: BlockShape, formula: string, rank: number): Placed[] {
  const places: Placed[] = []
  for (let from = folded.indexOf(formula); from !== -1; from = folded.indexOf(formula, from + 1))
    places.push({ rank, from, to: from + formula.length })
  return places
}

function inOrder(set: readonly Placed[]): boolean {
  return set.every((place, nth) => nth === 0 || (set[nth - 1] as Placed).rank <= place.rank)
}
