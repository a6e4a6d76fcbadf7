import type { Check } from '../check.ts'

/** The checks of the privacy/ family. */
export const privacyChecks: readonly Check[] = []
