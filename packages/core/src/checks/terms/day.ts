import type { LocalText } from '../../finding.ts'

/** Days are ISO dates (`2021-08-11`), or months (`2021-08`) where the day is not known; they compare as text. */

/** The day itself, or the last day of the month. */
export function lastDayOf(day: string): string {
  return day.length === 7 ? `${day}-31` : day
}

/** The day that many months later; of a month, the month. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, rest] = day.split('-') as [string, string, string?]
  const count = Number(year) * 12 + Number(month) - 1 + months
  const moved = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  return rest === undefined ? moved : `${moved}-${rest}`
}

/** The day in words: 2021年8月11日, 2021年8月. */
export function dayText(day: string): LocalText {
  const [year, month, rest] = day.split('-').map(Number) as [number, number, number?]
  const zh = `${year}年${month}月${rest === undefined ? '' : `${rest}日`}`
  const name = months[month - 1] as string
  return { 'zh-CN': zh, en: rest === undefined ? `${name} ${year}` : `${rest} ${name} ${year}` }
}

/** The month of a day in words: 2020年11月. */
export function monthText(day: string): LocalText {
  return dayText(day.slice(0, 7))
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
