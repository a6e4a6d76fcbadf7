import type { Check } from '../check.ts'

/** The checks of the numbering/ family. */
export const numberingChecks: readonly Check[] = []
