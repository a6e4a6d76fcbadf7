import type { ShortcomingCoverage } from '../../coverage/coverage.ts'
import { quoteItem } from '../../coverage/quote-item.ts'
import type { Item } from '../../report/report.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck, type Observation } from '../check.ts'
import { partOf } from './part.ts'

/** Parameters of `unanswered-shortcoming`. */
export interface UnansweredShortcomingParameters {
  /** From this score on, 0…1, the nearest measure is worth naming. */
  readonly nearFrom: number
}

/**
 * Reports each shortcoming that no planned measure answers, with the nearest measure and what it leaves out. A draft without
 * any plan gets one finding at the heading of its shortcomings, variant `noPlan`; a plan in which nothing comes near, variant
 * `nothingNear`; a plan in which the nearest measure belongs to another shortcoming, variant `shared`.
 */
export const unansweredShortcoming = draftCheck<UnansweredShortcomingParameters>(
  'unanswered-shortcoming',
  (analysis, { nearFrom }, report) => {
    const { shortcomings, measures } = analysis.report
    if (shortcomings.length === 0) return
    if (measures.length === 0) {
      const heading = partOf(analysis, 'shortcomings')?.sections[0]
      if (!heading || partOf(analysis, 'plan')?.sections.length !== 0) return
      const real = shortcomings.length
      report({ at: rangeOf(heading.titlePlace), variant: 'noPlan', data: { shortcomings: real } })
      return
    }
    for (const entry of analysis.coverage.shortcomings) {
      if (entry.verdict === 'unanswered') report(unanswered(entry, measures, nearFrom))
      else if (entry.claimed)
        report(
          shared(entry.item, measures[entry.claimed.measure] as Item, shortcomings[entry.claimed.by] as Item),
        )
    }
  },
)

function unanswered(
  { item, best, missing }: ShortcomingCoverage,
  measures: readonly Item[],
  nearFrom: number,
): Observation {
  const words = missing.map((word) => `“${word}”`).join('、')
  const data = { shortcoming: quoteItem(item), missing: words }
  const at = rangeOf(item.head)
  const nearest = best && best.score >= nearFrom ? measures[best.measure] : undefined
  if (!nearest || words === '') return { at, variant: 'nothingNear', data }
  return {
    at,
    data: { ...data, measure: quoteItem(nearest) },
    evidence: [
      {
        range: rangeOf(nearest.head),
        label: { 'zh-CN': '最接近的安排', en: 'the nearest measure' },
      },
    ],
  }
}

function shared(item: Item, nearest: Item, owner: Item): Observation {
  return {
    at: rangeOf(item.head),
    variant: 'shared',
    data: { shortcoming: quoteItem(item), measure: quoteItem(nearest), owner: quoteItem(owner) },
    evidence: [
      { range: rangeOf(nearest.head), label: { 'zh-CN': '最接近的安排', en: 'the nearest measure' } },
      { range: rangeOf(owner.head), label: { 'zh-CN': '它主要对应的不足', en: 'what it mainly answers' } },
    ],
  }
}
