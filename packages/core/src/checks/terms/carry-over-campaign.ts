import { placeCheck } from '../check.ts'
import { monthText } from './day.ts'
import { timesAndLayout, yearAt } from './draft-times.ts'
import type { CampaignEntry } from './entries.ts'
import { campaignLexicon } from './lexicon.ts'
import { clauseHas, insideTitle, sentenceYears } from './passage.ts'
import type { TermHit } from './term-index.ts'
import { hitFinder } from './text-scan.ts'

/** Parameters of `carry-over-campaign`: the words of a sentence that builds on a campaign instead of presenting it as new. */
export interface CarryOverCampaignParameters {
  readonly unless: readonly string[]
}

/** Reports a study campaign of an earlier year that is presented as work of this year (or planned for the next). */
export const carryOverCampaign = placeCheck<CarryOverCampaignParameters, TermHit<CampaignEntry>>(
  'carry-over-campaign',
  0,
  (_parameters, { data }) => hitFinder(data, campaignLexicon),
  (analysis, { unless }, report, places) => {
    for (const { block, found } of places) {
      const { shape } = block
      for (const { from, to, entry } of found) {
        const year = yearAt(analysis, block)
        const ended = Number(entry.to.slice(0, 4))
        if (year === null || year <= ended || (entry.silentFrom !== undefined && year >= entry.silentFrom))
          continue
        if (insideTitle(shape, from, to) || clauseHas(shape, from, to, unless)) continue
        if (sentenceYears(shape, from, to).some((named) => named <= ended)) continue
        report({
          at: { block, from, to },
          key: entry.term,
          data: {
            text: shape.text.slice(from, to),
            from: monthText(entry.from),
            to: monthText(entry.to),
            year,
          },
        })
      }
    }
  },
  timesAndLayout,
)
