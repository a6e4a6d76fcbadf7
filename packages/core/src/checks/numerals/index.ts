import type { Check } from '../check.ts'
import { doubledApproximation } from './doubled-approximation.ts'
import { listedApproximation } from './listed-approximation.ts'
import { mixedScale } from './mixed-scale.ts'
import { multipleOfDecrease } from './multiple-of-decrease.ts'
import { rangeForm } from './range-form.ts'
import { twoDigitYear } from './two-digit-year.ts'

/** The checks of the numerals/ family. */
export const numeralsChecks: readonly Check[] = [
  mixedScale,
  rangeForm,
  doubledApproximation,
  multipleOfDecrease,
  twoDigitYear,
  listedApproximation,
]
