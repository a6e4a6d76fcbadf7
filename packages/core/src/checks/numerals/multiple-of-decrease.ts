import { type Block, type BlockRange, type BlockShape, rangeOf, sourceRange } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { overlaps } from '../../text/range.ts'
import { signs } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'

/** Parameters of `multiple-of-decrease`: none. */
export type MultipleOfDecreaseParameters = Readonly<Record<string, never>>

const decrease =
  /(?:下降|减少|降低|缩短|缩小|压缩|压减|下滑|回落|锐减)(?:了|近|约|超过|超|达)?(?:\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十]{1,3})倍/g

/** A decrease inside one block. */
interface Decrease {
  readonly from: number
  readonly to: number
}

function decreasesIn({ folded }: BlockShape): readonly Decrease[] {
  return matchesIn(folded, decrease).map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }))
}

/** A decrease told in 倍: it cannot fall by more than all of it. Where figures/change has the counts, it speaks instead. */
export const multipleOfDecrease = placeCheck<MultipleOfDecreaseParameters, Decrease>(
  'multiple-of-decrease',
  signs.times,
  () => decreasesIn,
  (analysis, _parameters, report, places) => {
    if (places.length === 0) return
    const told = new Map<Block, BlockRange[]>()
    for (const { verdict, place } of analysis.ledger.objections) {
      if (verdict !== 'inconsistent') continue
      const inBlock = told.get(place.block)
      if (inBlock) inBlock.push(place)
      else told.set(place.block, [place])
    }
    for (const { block, found } of places) {
      for (const { from, to } of found) {
        const at = sourceRange(block, from, to)
        if (told.get(block)?.some((place) => overlaps(rangeOf(place), at))) continue
        report({ at, data: { printed: block.shape.text.slice(from, to) } })
      }
    }
  },
)
