import type { Check } from '../check.ts'

/** The checks of the figures/ family. */
export const figuresChecks: readonly Check[] = []
