import type { Check } from '../check.ts'

/** The checks of the dates/ family. */
export const datesChecks: readonly Check[] = []
