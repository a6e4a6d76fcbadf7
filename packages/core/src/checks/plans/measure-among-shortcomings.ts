import { quoteItem } from '../../coverage/quote-item.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `measure-among-shortcomings`: none. */
export type MeasureAmongShortcomingsParameters = Readonly<Record<string, never>>

/** Reports each item among the shortcomings that says what will be done, and nothing that is lacking. */
export const measureAmongShortcomings = draftCheck<MeasureAmongShortcomingsParameters>(
  'measure-among-shortcomings',
  (analysis, _parameters, report) => {
    for (const { item, reason } of analysis.coverage.shortcomings) {
      if (reason === 'measure') report({ at: rangeOf(item.head), data: { item: quoteItem(item) } })
    }
  },
)
