import { goesOn, hanDigit } from '../prose/han-numerals.ts'
import { codeAt } from '../text/code-at.ts'
import { isSpan } from './date-parts.ts'
import { continuesTerm } from './set-terms.ts'
import { beginsUnit } from './units.ts'

/** What else may stand behind a digit that counts: 一 个, 三分之二, 五月, 一 季度, 一半. */
const others = ' 个分/月日季半～'

/** By code whether a digit in words may count before the character: 1 for yes, 2 for no, 0 as long as nobody has asked. */
const known = new Uint8Array(0x10000)

function mayCount(code: number): boolean {
  if (known[code] === 0) {
    const may =
      goesOn(code) ||
      isSpan(code) ||
      others.includes(String.fromCharCode(code)) ||
      continuesTerm(code) ||
      beginsUnit(code)
    known[code] = may ? 1 : 2
  }
  return known[code] === 1
}

/**
 * Whether a single digit in words stands at `at` before a character with which it cannot count anything: 进一步, （一）, 二是. Most of
 * them do, and need not be read.
 */
export function isLoneDigit(text: string, at: number): boolean {
  return hanDigit(codeAt(text, at)) > 0 && !mayCount(codeAt(text, at + 1))
}
