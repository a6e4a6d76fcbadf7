import type { Check } from '../check.ts'
import { bookTitleMarks } from './book-title-marks.ts'
import { documentNumber } from './document-number.ts'
import { lawDate } from './law-date.ts'
import { lawName } from './law-name.ts'
import { programmeYears } from './programme-years.ts'

/** The checks of the citations/ family. */
export const citationsChecks: readonly Check[] = [
  documentNumber,
  bookTitleMarks,
  lawName,
  lawDate,
  programmeYears,
]
