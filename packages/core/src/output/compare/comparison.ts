import type { Range } from '../../text/range.ts'

/** One thing that the two reports say about each other. */
export interface Comparison {
  readonly kind: 'growth' | 'plan' | 'shortcoming' | 'paragraph'
  /** `wrong`: the reports contradict each other. `look`: somebody should look at it. `right`: it was recomputed and agrees. */
  readonly verdict: 'wrong' | 'look' | 'right'
  readonly message: string
  /** In this year's report; null if it is about something that is not there. */
  readonly now: Range | null
  /** In last year's report. */
  readonly last: Range | null
}
