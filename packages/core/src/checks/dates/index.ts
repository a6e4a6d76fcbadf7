import type { Check } from '../check.ts'
import { afterSigning } from './after-signing.ts'
import { dateForm } from './date-form.ts'
import { lateReport } from './late-report.ts'
import { outsidePeriod } from './outside-period.ts'
import { periodMismatch } from './period-mismatch.ts'
import { planYear } from './plan-year.ts'
import { vaguePeriod } from './vague-period.ts'

/** The checks of the dates/ family. */
export const datesChecks: readonly Check[] = [
  lateReport,
  dateForm,
  periodMismatch,
  planYear,
  outsidePeriod,
  vaguePeriod,
  afterSigning,
]
