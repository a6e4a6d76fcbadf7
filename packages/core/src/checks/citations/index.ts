import type { Check } from '../check.ts'

/** The checks of the citations/ family. */
export const citationsChecks: readonly Check[] = []
