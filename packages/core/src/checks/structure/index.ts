import type { Check } from '../check.ts'
import { addresseeForm } from './addressee-form.ts'
import { leftover } from './leftover.ts'
import { missingDate } from './missing-date.ts'
import { missingPart } from './missing-part.ts'
import { missingSignature } from './missing-signature.ts'
import { partOnlyMentioned } from './part-only-mentioned.ts'
import { partOrder } from './part-order.ts'
import { requestInReport } from './request-in-report.ts'
import { signerDiffers } from './signer-differs.ts'
import { thinPart } from './thin-part.ts'
import { titleForm } from './title-form.ts'
import { titlePunctuation } from './title-punctuation.ts'

/** The checks of the structure/ family. */
export const structureChecks: readonly Check[] = [
  missingPart,
  partOnlyMentioned,
  partOrder,
  thinPart,
  titleForm,
  titlePunctuation,
  addresseeForm,
  requestInReport,
  missingSignature,
  signerDiffers,
  missingDate,
  leftover,
]
