import type { Check } from '../check.ts'
import { duplicateNumber } from './duplicate-number.ts'
import { headingPunctuation } from './heading-punctuation.ts'
import { inlineSequence } from './inline-sequence.ts'
import { labelPunctuation } from './label-punctuation.ts'
import { levelJump } from './level-jump.ts'
import { mixedStyle } from './mixed-style.ts'
import { skippedNumber } from './skipped-number.ts'

/** The checks of the numbering/ family. */
export const numberingChecks: readonly Check[] = [
  skippedNumber,
  duplicateNumber,
  levelJump,
  labelPunctuation,
  headingPunctuation,
  inlineSequence,
  mixedStyle,
]
