import type { Check } from '../check.ts'

/** The checks of the plans/ family. */
export const plansChecks: readonly Check[] = []
