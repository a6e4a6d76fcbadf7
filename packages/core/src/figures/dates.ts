import { hanDigit } from '../prose/han-numerals.ts'
import type { Numeral } from '../prose/numerals.ts'
import { codeAt } from '../text/code-at.ts'
import { endOfMonths, endOfQuarter, endOfYearSpan, endOfYearsDate, isDigit, isSpan } from './date-parts.ts'

const clock = /(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)(?::[0-5]\d)?/y

const colon = 0x3a
const slash = 0x2f
const dot = 0x2e
const dash = 0x2d
const year = 0x5e74
const month = 0x6708
const day = 0x65e5
const season = 0x5b63
const until = 0x81f3
const hour = 0x65f6

/**
 * Where the date, year or time of day ends that begins at `at` of a folded text, whose number has been read as `numeral`.
 * `at` itself if it is none of them.
 *
 *     2023年  2021—2025年  3月15日  1-6月  8:30  2023.12.31  二〇二三年五月  三季度
 */
export function endOfDate(text: string, at: number, numeral: Numeral | null): number {
  if (isDigit(codeAt(text, at))) {
    const to = endOfDigitalDate(text, at)
    if (to > at) return to
  }
  if (!numeral) return at
  const end = numeral.to
  const behind = codeAt(text, end)
  if (isYear(text, numeral)) {
    const to = isSpan(behind) ? endOfYearSpan(text, end) : end
    if (codeAt(text, to) === year) return endOfYearsDate(text, to + 1)
    if (codeAt(text, to) === slash) return at
  }
  if (behind === month || isSpan(behind)) {
    const to = endOfMonths(text, end)
    if (to > end && numeral.units <= 12n && numeral.exponent === 0 && numeral.scale === 0) return to
  }
  if (behind === day && numeral.units <= 31n && text[end + 1] !== '内') return end + 1
  if (behind === hour && numeral.script === 'arabic') return end + 1
  if ((behind === season || behind === until || behind === dash) && numeral.units <= 4n) {
    const to = endOfQuarter(text, end)
    if (to > end) return to
  }
  return at
}

/** 8:30 and 2023.12.31, told by what stands behind the first digits. */
function endOfDigitalDate(text: string, at: number): number {
  let end = at + 1
  while (end - at < 5 && isDigit(codeAt(text, end))) end++
  const behind = codeAt(text, end)
  if (behind === colon && end - at <= 2) {
    const to = match(clock, text, at)
    if (to > at && codeAt(text, to) !== colon && !'比为'.includes(text.charAt(at - 1) || ' ')) return to
  }
  return isDateMark(behind) && end - at >= 2 && end - at <= 4 ? endOfDotted(text, at, end) : at
}

/** 2023.12.31: behind the year, twice a mark with one digit or two. `at` if it is none; `mark` is where the first mark stands. */
function endOfDotted(text: string, at: number, mark: number): number {
  const second = endOfTwoDigits(text, mark + 1)
  if (second === mark + 1 || !isDateMark(codeAt(text, second))) return at
  const end = endOfTwoDigits(text, second + 1)
  return end === second + 1 ? at : end
}

/** Where the digits at `at` end, two of them at most. */
function endOfTwoDigits(text: string, at: number): number {
  if (!isDigit(codeAt(text, at))) return at
  return isDigit(codeAt(text, at + 1)) ? at + 2 : at + 1
}

function isDateMark(code: number): boolean {
  return code === dot || code === slash || code === dash
}

function match(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}

/** Whether a number of four digits may be a calendar year. */
function isYear(text: string, numeral: Numeral): boolean {
  if (numeral.to - numeral.from !== 4 || numeral.scale > 0 || numeral.exponent > 0) return false
  if (numeral.script === 'han' && hanDigit(codeAt(text, numeral.from + 1)) < 0) return false
  return numeral.units >= 1900n && numeral.units <= 2100n
}
