import { type Block, type BlockShape, has, perShape } from '../text/block.ts'
import { matchesIn } from '../text/matches.ts'
import { signs } from '../text/signs.ts'
import { numberOf } from './label.ts'
import type { DatedPlace } from './report.ts'

/** How a date is written: `2021年1月8日`, `2021-01-08`, `二〇二一年一月八日`. */
export type DateForm = 'arabic' | 'dashed' | 'han'

/** A date inside one block. */
export interface LocalDate {
  readonly form: DateForm
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  /** As {@link DatedPlace.iso}. */
  readonly iso: string | null
  readonly from: number
  readonly to: number
}

const arabic = /(?<!\d)(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?/g
const dashed = /(?<!\d)((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/g
const hanDigits = '〇○零OoΟ一二三四五六七八九'
const chinese = new RegExp(
  `([${hanDigits}]{4})年(?:([一二三四五六七八九十]{1,2}|元)月(?:([一二三四五六七八九十廿]{1,3})[日号])?)?`,
  'g',
)

const anyDashed = /\d{4}[-./]\d/
const noDates: readonly LocalDate[] = Object.freeze([])

/** All dates in the block that name at least a year, in order. */
export const datesIn: (shape: BlockShape) => readonly LocalDate[] = perShape((shape) => {
  const { folded } = shape
  const isArabic = has(shape, signs.fullYear)
  const isDashed = has(shape, signs.digit) && anyDashed.test(folded)
  const isHan = has(shape, signs.year) && namesHanYear(folded)
  if (!isArabic && !isDashed && !isHan) return noDates
  const dates: LocalDate[] = []
  const add = (form: DateForm, match: RegExpMatchArray, numbers: readonly (number | null)[]): void => {
    const [year, month, day] = numbers as [number, number | null, number | null]
    const from = match.index as number
    dates.push({ form, year, month, day, iso: isoOf(year, month, day), from, to: from + match[0].length })
  }
  if (isArabic)
    for (const match of matchesIn(folded, arabic))
      add('arabic', match, [Number(match[1]), numberOrNull(match[2]), numberOrNull(match[3])])
  if (isDashed)
    for (const match of matchesIn(folded, dashed))
      add('dashed', match, [Number(match[1]), Number(match[3]), Number(match[4])])
  if (isHan)
    for (const match of matchesIn(folded, chinese)) {
      const month = match[2] === undefined ? null : match[2] === '元' ? 1 : numberOf(match[2])
      const day = match[3] === undefined ? null : numberOf(match[3].replace('廿', '二十'))
      add('han', match, [hanYear(match[1] as string), month, day])
    }
  return dates.sort((a, b) => a.from - b.from)
})

/** Whether a Chinese digit stands before some 年. */
function namesHanYear(folded: string): boolean {
  for (let at = folded.indexOf('年', 4); at !== -1; at = folded.indexOf('年', at + 1))
    if (hanDigits.includes(folded.charAt(at - 1))) return true
  return false
}

/** The date as part of the report. */
export function datedPlace(block: Block, date: LocalDate): DatedPlace {
  const { year, month, day, iso, from, to } = date
  return { year, month, day, iso, place: { block, from, to } }
}

/** `2021-01-08`, or null if there is no such day. */
export function isoOf(year: number, month: number | null, day: number | null): string | null {
  if (month === null || day === null || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** How many days the month has. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function hanYear(digits: string): number {
  let year = 0
  for (const digit of digits) year = year * 10 + Math.max(0, '一二三四五六七八九'.indexOf(digit) + 1)
  return year
}
