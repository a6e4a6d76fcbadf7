import { quoteItem } from '../../coverage/quote-item.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `vague-shortcoming`: none. */
export type VagueShortcomingParameters = Readonly<Record<string, never>>

/** Reports each shortcoming that names nothing a measure could take up: the whole of the work, the pace, the level. */
export const vagueShortcoming = draftCheck<VagueShortcomingParameters>(
  'vague-shortcoming',
  (analysis, _parameters, report) => {
    for (const { item, reason } of analysis.coverage.shortcomings) {
      if (reason === 'vague') report({ at: rangeOf(item.head), data: { shortcoming: quoteItem(item) } })
    }
  },
)
