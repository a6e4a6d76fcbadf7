import { daysIn } from '../../report/calendar.ts'

/** How many days lie between two dates `YYYY-MM-DD`, of which the second is not earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day's number in a running count. */
function dayNumber(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const before = year - 1
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  for (let earlier = 1; earlier < month; earlier++) days += daysIn(year, earlier)
  return days + day
}

/** `2021-01-08` as it is written in official documents: `2021年1月8日`. */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return `${year}年${month}月${day}日`
}
