import type { Check } from '../check.ts'
import { doubledMarks } from './doubled-marks.ts'
import { halfWidthMarks } from './half-width-marks.ts'
import { markBetweenTitles } from './mark-between-titles.ts'
import { missingEnd } from './missing-end.ts'
import { rangeHyphen } from './range-hyphen.ts'
import { spaceInChinese } from './space-in-chinese.ts'
import { unpairedMarks } from './unpaired-marks.ts'

/** The checks of the punctuation/ family. */
export const punctuationChecks: readonly Check[] = [
  unpairedMarks,
  doubledMarks,
  missingEnd,
  halfWidthMarks,
  markBetweenTitles,
  rangeHyphen,
  spaceInChinese,
]
