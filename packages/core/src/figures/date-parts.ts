import { codeAt } from '../text/code-at.ts'

/** Whether the character may stand between two dates: 1-6月, 2021—2025年, 3月至5月. */
export function isSpan(code: number): boolean {
  return (
    code === 0x2d || code === 0x81f3 || code === 0x2014 || code === 0x2013 || code === 0x7e || code === 0x5230
  )
}

/** Whether the character is a digit of a folded text. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

const counts = '一二三四五六七八九十'
const hanDigits = '〇零一二三四五六七八九'

function isAmong(characters: string, text: string, at: number): boolean {
  return at < text.length && characters.includes(text[at] as string)
}

/** Where the number of a month or a day ends: two digits, or three characters at most. `at` if there is none. */
function endOfCount(text: string, at: number): number {
  if (isDigit(codeAt(text, at))) return isDigit(codeAt(text, at + 1)) ? at + 2 : at + 1
  let to = at
  while (to - at < 3 && isAmong(counts, text, to)) to++
  return to
}

/** Where the number with `unit` behind it ends that begins at `at`: 12月, 三十一日. `at` if there is none. */
function endOfCounted(text: string, at: number, unit: string): number {
  const to = endOfCount(text, at)
  return to > at && text[to] === unit ? to + 1 : at
}

/** Behind 月: 份, 底, 上旬. */
function behindMonth(text: string, at: number): number {
  if (isAmong('份底末初', text, at)) return at + 1
  return isAmong('上中下', text, at) && text[at + 1] === '旬' ? at + 2 : at
}

/** Behind a year and 年: 度, 底, 12月, 3月上旬, 3月15日. `at` if there is nothing of these. */
export function endOfYearsDate(text: string, at: number): number {
  const from = isAmong('度末底初', text, at) ? at + 1 : at
  const month = endOfCounted(text, from, '月')
  return month === from ? from : endOfCounted(text, behindMonth(text, month), '日')
}

/** Behind a year: `—2025` of 2021—2025年. `at` if there is none. */
export function endOfYearSpan(text: string, at: number): number {
  if (!isSpan(codeAt(text, at))) return at
  const from = text[at] === '—' && text[at + 1] === '—' ? at + 2 : at + 1
  const digital = isDigit(codeAt(text, from))
  for (let nth = 0; nth < 4; nth++)
    if (!(digital ? isDigit(codeAt(text, from + nth)) : isAmong(hanDigits, text, from + nth))) return at
  return text[from + 4] === '年' ? from + 4 : at
}

/** Behind the number of a month: 月, 月底, -6月份, 月15日, 月1日至3月5日. `at` if there is nothing of these. */
export function endOfMonths(text: string, at: number): number {
  let to = at
  if (isSpan(codeAt(text, at))) {
    to = endOfCount(text, at + 1)
    if (to === at + 1) return at
  }
  if (text[to] !== '月') return at
  to = behindMonth(text, to + 1)
  const day = endOfCount(text, to)
  if (day === to || !isAmong('日号', text, day)) return to
  if (!isSpan(codeAt(text, day + 1))) return day + 1
  const other = endOfCounted(text, day + 2, '月')
  const last = endOfCounted(text, other, '日')
  return last > other ? last : day + 1
}

/** Behind the number of a quarter: 季度, 至三季度. `at` if it is not one. */
export function endOfQuarter(text: string, at: number): number {
  let to = isAmong('-—~至', text, at) ? at + 1 : at
  if (isAmong('一二三四', text, to)) to++
  return text.startsWith('季度', to) ? to + 2 : at
}
