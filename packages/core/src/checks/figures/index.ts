import type { Check } from '../check.ts'
import { claim } from './claim.ts'

/** The checks of the figures/ family. */
export const figuresChecks: readonly Check[] = [claim]
