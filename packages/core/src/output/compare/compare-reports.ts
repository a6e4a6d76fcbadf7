import type { Analysis } from '../../analysis.ts'
import type { Comparison } from './comparison.ts'
import { copiedParagraphs } from './copied-paragraphs.ts'
import { growthAgainstLast } from './growth-against-last.ts'
import { plansWithoutTrace } from './plans-without-trace.ts'
import { repeatedShortcomings } from './repeated-shortcomings.ts'

/**
 * Holds this year's report against last year's: growth stated now against figures stated then, last year's plan against
 * this year's results, shortcomings and paragraphs that were taken over as they were. Pure, as everything in the core.
 */
export function compareReports(last: Analysis, now: Analysis): Comparison[] {
  return [
    ...growthAgainstLast(last, now),
    ...plansWithoutTrace(last, now),
    ...repeatedShortcomings(last, now),
    ...copiedParagraphs(last, now),
  ]
}
