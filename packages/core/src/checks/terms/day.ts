import type { LocalText } from '../../finding.ts'

/** Days are ISO dates (`2021-08-11`), or months (`2021-08`) where the day is not known; they compare as text. */

/** The day itself, or the last day of the month. */
export function lastDayOf(day: string): string {
  return day.length === 7 ? `${day}-31` : day
}

/** The day that many months later; of a month, the month. */
export function monthsAfter(day: string, months: number): string {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months
  const month = (count % 12) + 1
  return `${Math.floor(count / 12)}-${month < 10 ? '0' : ''}${month}${day.slice(7)}`
}

/** The day in words: 2021年8月11日, 2021年8月. */
export function dayText(day: string): LocalText {
  const year = yearOf(day)
  const month = monthOf(day)
  const name = months[month - 1] as string
  if (day.length === 7) return { 'zh-CN': `${year}年${month}月`, en: `${name} ${year}` }
  const date = Number(day.slice(8))
  return { 'zh-CN': `${year}年${month}月${date}日`, en: `${date} ${name} ${year}` }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7))
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
