import type { Check } from '../check.ts'

/** The checks of the terms/ family. */
export const termsChecks: readonly Check[] = []
