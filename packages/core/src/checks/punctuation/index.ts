import type { Check } from '../check.ts'

/** The checks of the punctuation/ family. */
export const punctuationChecks: readonly Check[] = []
