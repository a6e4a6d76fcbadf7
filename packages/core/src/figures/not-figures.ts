import { hanDigit } from '../prose/han-numerals.ts'
import type { Numeral } from '../prose/numerals.ts'
import { codeAt } from '../text/code-at.ts'

const clock = /(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)(?::[0-5]\d)?/y
const yearSpan = /(?:-|—|–|~|至|到|—{2})(?:\d{4}|[〇零一二三四五六七八九]{4})(?=年)/y
const restOfDate =
  /(?:度|末|底|初|)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|末|初|上旬|中旬|下旬)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?/y
const monthSpan =
  /(?:(?:-|—|–|~|至|到)(?:\d{1,2}|[一二三四五六七八九十]{1,3}))?月(?:份|底|末|初|上旬|中旬|下旬)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:(?:-|—|–|~|至|到)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?/y
const dotted = /\d{2,4}[./-]\d{1,2}(?:[./-]\d{1,2})/y
const quarter = /(?:-|—|~|至)?(?:[一二三四])?季度/y

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

/** Whether 1-6月 and the like may go on with this character. */
function isSpan(code: number): boolean {
  return (
    code === dash || code === until || code === 0x2014 || code === 0x2013 || code === 0x7e || code === 0x5230
  )
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

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
  const behind = codeAt(text, numeral.to)
  if (isYear(text, numeral)) {
    const to = isSpan(behind) ? match(yearSpan, text, numeral.to) : numeral.to
    if (codeAt(text, to) === year) return match(restOfDate, text, to + 1)
    if (codeAt(text, to) === slash) return at
  }
  if (behind === month || isSpan(behind)) {
    const to = match(monthSpan, text, numeral.to)
    if (to > numeral.to && numeral.units <= 12n && numeral.exponent === 0 && numeral.scale === 0) return to
  }
  if (behind === day && numeral.units <= 31n && text[numeral.to + 1] !== '内') return numeral.to + 1
  if (behind === hour && numeral.script === 'arabic') return numeral.to + 1
  if ((behind === season || behind === until || behind === dash) && numeral.units <= 4n) {
    const to = match(quarter, text, numeral.to)
    if (to > numeral.to) return to
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
  return behind === dot || behind === slash || behind === dash ? match(dotted, text, at) : at
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

/** Quotations up to this length are names, and so are the numbers in them. */
const longestName = 16

/**
 * Where the name or reference ends that begins at `at` of a folded text: a title 《…》, a short quotation, the brackets of a
 * document number with the number behind them. `at` itself if none begins there.
 */
export function endOfName(text: string, at: number): number {
  switch (codeAt(text, at)) {
    case 0x300a: // 《
      return closing(text, at, '》', 80)
    case 0x201c: // “
      return closing(text, at, '”', longestName)
    case 0x2018: // ‘
      return closing(text, at, '’', longestName)
    case 0x300c: // 「
      return closing(text, at, '」', longestName)
    case 0x5b: // [
      return endOfOfficeNumber(text, at, closing(text, at, ']', 10))
    case 0x3010: // 【
      return endOfOfficeNumber(text, at, closing(text, at, '】', 10))
    default:
      return at
  }
}

/** Behind the brackets of a document number the number itself, if 号 stands behind it. */
function endOfOfficeNumber(text: string, at: number, end: number): number {
  if (end === at) return at
  let to = end
  while (isDigit(codeAt(text, to))) to++
  return text[to] === '号' ? to + 1 : end
}

function closing(text: string, at: number, mark: string, longest: number): number {
  const end = text.slice(at, at + longest + 2).indexOf(mark)
  return end === -1 ? at : at + end + 1
}
