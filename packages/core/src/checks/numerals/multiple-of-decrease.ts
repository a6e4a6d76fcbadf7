import { has, isProse, rangeOf, sourceRange } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { overlaps } from '../../text/range.ts'
import { signs } from '../../text/signs.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `multiple-of-decrease`: none. */
export type MultipleOfDecreaseParameters = Readonly<Record<string, never>>

const decrease =
  /(?:下降|减少|降低|缩短|缩小|压缩|压减|下滑|回落|锐减)(?:了|近|约|超过|超|达)?(?:\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十]{1,3})倍/g

/** A decrease told in 倍: it cannot fall by more than all of it. Where figures/change has the counts, it speaks instead. */
export const multipleOfDecrease = draftCheck<MultipleOfDecreaseParameters>(
  'multiple-of-decrease',
  (analysis, _parameters, report) => {
    for (const block of analysis.report.blocks) {
      if (!has(block.shape, signs.times) || !isProse(block.shape)) continue
      for (const match of matchesIn(block.shape.folded, decrease)) {
        const at = sourceRange(block, match.index, match.index + match[0].length)
        const told = analysis.ledger.objections.some(
          (claim) => claim.verdict === 'inconsistent' && overlaps(rangeOf(claim.place), at),
        )
        if (!told)
          report({
            at,
            data: { printed: block.shape.text.slice(match.index, match.index + match[0].length) },
          })
      }
    }
  },
)
