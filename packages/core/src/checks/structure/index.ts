import type { Check } from '../check.ts'
import { missingPart } from './missing-part.ts'

/** The checks of the structure/ family. */
export const structureChecks: readonly Check[] = [missingPart]
