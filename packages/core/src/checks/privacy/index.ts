import type { Check } from '../check.ts'
import { personalData } from './personal-data.ts'

/** The checks of the privacy/ family. */
export const privacyChecks: readonly Check[] = [personalData]
