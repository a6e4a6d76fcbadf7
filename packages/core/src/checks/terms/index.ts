import type { Check } from '../check.ts'
import { carryOverCampaign } from './carry-over-campaign.ts'
import { doubledWord } from './doubled-word.ts'
import { formulaOrder } from './formula-order.ts'
import { misspeltFormula } from './misspelt-formula.ts'
import { notYetValid } from './not-yet-valid.ts'
import { renamedBody } from './renamed-body.ts'
import { repealedLaw } from './repealed-law.ts'
import { supersededFormula } from './superseded-formula.ts'
import { variantGlyph } from './variant-glyph.ts'
import { wording } from './wording.ts'
import { wrongProgramme } from './wrong-programme.ts'

/** The checks of the terms/ family. */
export const termsChecks: readonly Check[] = [
  supersededFormula,
  notYetValid,
  carryOverCampaign,
  wrongProgramme,
  misspeltFormula,
  formulaOrder,
  variantGlyph,
  wording,
  repealedLaw,
  renamedBody,
  doubledWord,
]
