import { sentenceAround } from '../../prose/term-context.ts'
import { type BlockShape, sourceRange } from '../../text/block.ts'
import { signsOfAll } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'
import { draftTimes } from './draft-times.ts'

/** Parameters of `formula-order`. */
export interface FormulaOrderParameters {
  /** The formulas in their fixed order. */
  readonly order: readonly string[]
  /** A formula that goes before all of them when it is part of the set. */
  readonly leading: string
  /** From reports on this year on the leading formula is part of the set. */
  readonly leadingFrom: number
}

/** A formula at its place. Rank -1 is the leading one. */
interface Placed {
  readonly rank: number
  readonly from: number
  readonly to: number
}

/** Reports a sentence that names a set of formulas in another order than the fixed one. */
export const formulaOrder = placeCheck<FormulaOrderParameters, readonly Placed[]>(
  'formula-order',
  ({ order, leading }) => signsOfAll([leading, ...order]),
  ({ order, leading }) => {
    const formulas = [leading, ...order]
    return (shape) => setsOf(shape, formulas)
  },
  (analysis, { order, leading, leadingFrom }, report, places) => {
    const { year } = draftTimes(analysis)
    const nameOf = ({ rank }: Placed): string => (rank === -1 ? leading : (order[rank] as string))
    for (const { block, found } of places) {
      for (const set of found) {
        const misplaced = flawOf(set)
        // 做“两个确立”的坚定拥护者 says who somebody is, and may stand anywhere
        if (
          misplaced === 'leading' &&
          set.some((place) => place.rank === -1 && isAttribute(block.shape, place))
        )
          continue
        if (misplaced === null || (misplaced === 'leading' && (year === null || year < leadingFrom))) continue
        report({
          at: sourceRange(block, (set[0] as Placed).from, (set.at(-1) as Placed).to),
          ...(misplaced === 'leading' ? { variant: 'leading' } : {}),
          data: {
            written: set.map(nameOf).join('、'),
            right: [...set]
              .sort((a, b) => a.rank - b.rank)
              .map(nameOf)
              .join('、'),
          },
        })
      }
    }
  },
)

const none: readonly Placed[][] = []

/** The formulas of each sentence, where it holds more than one. */
function setsOf(shape: BlockShape, formulas: readonly string[]): readonly Placed[][] {
  const places: Placed[] = []
  for (let nth = 0; nth < formulas.length; nth++)
    addPlaces(places, shape.folded, formulas[nth] as string, nth - 1)
  if (places.length < 2) return none
  places.sort((a, b) => a.from - b.from)
  const sets: Placed[][] = []
  for (let at = 0; at < places.length; ) {
    const { to } = sentenceAround(shape.folded, (places[at] as Placed).from)
    const set: Placed[] = []
    for (; at < places.length && (places[at] as Placed).from < to; at++) set.push(places[at] as Placed)
    // a formula that is named twice makes no set: the sentence speaks of it once more
    if (set.length > 1 && new Set(set.map(({ rank }) => rank)).size === set.length) sets.push(set)
  }
  return sets
}

function addPlaces(places: Placed[], folded: string, formula: string, rank: number): void {
  for (let from = folded.indexOf(formula); from !== -1; from = folded.indexOf(formula, from + 1))
    places.push({ rank, from, to: from + formula.length })
}

function isAttribute({ folded }: BlockShape, { to }: Placed): boolean {
  return /^[”"’」]?的(?:坚定|忠诚|忠实|坚决|模范)/.test(folded.slice(to, to + 5))
}

/** What is out of order: the set itself, or only the leading formula. */
function flawOf(set: readonly Placed[]): 'set' | 'leading' | null {
  const rest = set.filter(({ rank }) => rank >= 0)
  if (!inOrder(rest)) return 'set'
  return rest.length > 1 && !inOrder(set) ? 'leading' : null
}

function inOrder(set: readonly Placed[]): boolean {
  return set.every((place, nth) => nth === 0 || (set[nth - 1] as Placed).rank < place.rank)
}
