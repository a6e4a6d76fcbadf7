import type { Check } from '../check.ts'

/** The checks of the numerals/ family. */
export const numeralsChecks: readonly Check[] = []
