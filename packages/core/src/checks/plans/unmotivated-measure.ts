import { quoteItem } from '../../coverage/quote-item.ts'
import type { Item } from '../../report/report.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `unmotivated-measure`. */
export interface UnmotivatedMeasureParameters {
  /** Report only if at least this share of the measures answers a shortcoming, 0…1. */
  readonly motivatedShare: number
}

/**
 * Reports measures that answer none of the shortcomings, where most others do, in one finding (variant `several`): either the plan has gone its own way, or a
 * shortcoming has been left out. A plan that mostly goes its own way is no plan made from the shortcomings, and nothing
 * follows from a single measure of it.
 */
export const unmotivatedMeasure = draftCheck<UnmotivatedMeasureParameters>(
  'unmotivated-measure',
  (analysis, { motivatedShare }, report) => {
    const { measures } = analysis.report
    const { unmotivated, shortcomings } = analysis.coverage
    if (!shortcomings.some(({ verdict }) => verdict === 'answered')) return
    if (unmotivated.length > measures.length * (1 - motivatedShare)) return
    const [first, ...others] = unmotivated.map((index) => measures[index] as Item)
    if (!first) return
    report({
      at: rangeOf(first.head),
      ...(others.length > 0 ? { variant: 'several' } : {}),
      data: { measure: quoteItem(first), measures: unmotivated.length },
      evidence: others.map((measure) => ({
        range: rangeOf(measure.head),
        label: { 'zh-CN': '没有对应不足的安排', en: 'answers no shortcoming' },
      })),
    })
  },
)
