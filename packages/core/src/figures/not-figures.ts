import { hanDigit } from '../prose/han-numerals.ts'
import type { Numeral } from '../prose/numerals.ts'

/** A date, a year or a time of day: no figure. `to` is where it ends. */
export interface CalendarMark {
  readonly to: number
  /** The year it names, if it names one. */
  readonly year: number | null
}

const clock = /(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)(?::[0-5]\d)?/y
const yearSpan = /(?:-|—|–|~|至|到|—{2})(\d{4}|[〇零一二三四五六七八九]{4})(?=年)/y
const restOfDate =
  /(?:度|末|底|初|)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|末|初|上旬|中旬|下旬)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?/y
const monthSpan =
  /(?:(?:-|—|–|~|至|到)(?:\d{1,2}|[一二三四五六七八九十]{1,3}))?月(?:份|底|末|初|上旬|中旬|下旬)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:(?:-|—|–|~|至|到)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?/y
const dotted = /\d{2,4}[./-]\d{1,2}(?:[./-]\d{1,2})/y
const quarter = /(?:-|—|~|至)?(?:[一二三四])?季度/y

/**
 * The date, year or time of day that begins at `at` of a folded text, whose number has been read as `numeral`. Null if it is
 * none of them.
 *
 *     2023年  2021—2025年  3月15日  1-6月  8:30  2023.12.31  二〇二三年五月  三季度
 */
export function calendarAt(text: string, at: number, numeral: Numeral | null): CalendarMark | null {
  const digit = text.charCodeAt(at) < 0x3a
  if (digit) {
    const time = match(clock, text, at)
    if (time > at && text[time] !== ':' && !/[比为]/.test(text[at - 1] ?? '')) return { to: time, year: null }
    const day = match(dotted, text, at)
    if (day > at) return { to: day, year: null }
  }
  if (!numeral) return null
  const behind = text[numeral.to] as string
  const year = yearOf(text, numeral)
  if (year !== null) {
    yearSpan.lastIndex = numeral.to
    const span = yearSpan.exec(text)
    const to = span ? numeral.to + span[0].length : numeral.to
    if (text[to] === '年')
      return { to: match(restOfDate, text, to + 1), year: span ? yearIn(span[1] as string) : year }
    if (text[to] === '/') return null
  }
  if (behind === '月' || '-—–~至到'.includes(behind)) {
    const to = match(monthSpan, text, numeral.to)
    if (to > numeral.to && numeral.units <= 12n && numeral.exponent === 0 && numeral.scale === 0)
      return { to, year: null }
  }
  if (behind === '日' && numeral.units <= 31n && text[numeral.to + 1] !== '内')
    return { to: numeral.to + 1, year: null }
  if (behind === '时' && numeral.script === 'arabic') return { to: numeral.to + 1, year: null }
  if ((behind === '季' || behind === '至' || behind === '-') && numeral.units <= 4n) {
    const to = match(quarter, text, numeral.to)
    if (to > numeral.to) return { to, year: null }
  }
  return null
}

function match(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}

/** The calendar year that a number of four digits may be; null for other numbers. */
function yearOf(text: string, numeral: Numeral): number | null {
  if (numeral.to - numeral.from !== 4 || numeral.scale > 0 || numeral.exponent > 0) return null
  const value = Number(numeral.units)
  if (numeral.script === 'han' && hanDigit(text.charCodeAt(numeral.from + 1)) < 0) return null
  return value >= 1900 && value <= 2100 ? value : null
}

function yearIn(digits: string): number {
  let value = 0
  for (let at = 0; at < digits.length; at++) {
    const han = hanDigit(digits.charCodeAt(at))
    value = value * 10 + (han >= 0 ? han : Number(digits[at]))
  }
  return value
}

/** Quotations up to this length are names, and so are the numbers in them. */
const longestName = 16

/**
 * Where the name or reference ends that begins at `at` of a folded text: a title 《…》, a short quotation, the brackets of a
 * document number with the number behind them. `at` itself if none begins there.
 */
export function endOfName(text: string, at: number): number {
  const opening = text[at]
  if (opening === '《') return closing(text, at, '》', 80)
  if (opening === '“') return closing(text, at, '”', longestName)
  if (opening === '‘') return closing(text, at, '’', longestName)
  if (opening === '「') return closing(text, at, '」', longestName)
  if (opening === '[' || opening === '【') {
    const end = closing(text, at, opening === '[' ? ']' : '】', 10)
    if (end === at) return at
    let to = end
    while (text.charCodeAt(to) >= 0x30 && text.charCodeAt(to) <= 0x39) to++
    return text[to] === '号' ? to + 1 : end
  }
  return at
}

function closing(text: string, at: number, mark: string, longest: number): number {
  const end = text.slice(at, at + longest + 2).indexOf(mark)
  return end === -1 ? at : at + end + 1
}
