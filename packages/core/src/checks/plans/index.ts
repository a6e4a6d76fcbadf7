import type { Check } from '../check.ts'
import { measureAmongShortcomings } from './measure-among-shortcomings.ts'
import { missingCause } from './missing-cause.ts'
import { unansweredShortcoming } from './unanswered-shortcoming.ts'
import { unmotivatedMeasure } from './unmotivated-measure.ts'
import { vagueShortcoming } from './vague-shortcoming.ts'

/** The checks of the plans/ family. */
export const plansChecks: readonly Check[] = [
  unansweredShortcoming,
  missingCause,
  measureAmongShortcomings,
  vagueShortcoming,
  unmotivatedMeasure,
]
