import { hanDigit } from '../prose/han-numerals.ts'
import { codeAt } from '../text/code-at.ts'
import type { FigureTime } from './ledger.ts'

/** A word that tells a time, and where it stands in its block. */
export interface TimeMark {
  readonly from: number
  readonly to: number
  readonly time: FigureTime
  /** 比上年, 较去年: the number right behind is last year's; the others compare. */
  readonly compares: boolean
}

function relative(word: FigureTime['relative']): FigureTime {
  return { year: null, relative: word }
}

/** The time of a figure that tells none. */
export const noTime = relative(null)
const thisYear = relative('this')
const lastYear = relative('last')
const partOfYear = relative('part-year')
const severalYears = relative('span')
const yearOnYear = relative('year-on-year')
const monthOnMonth = relative('month-on-month')

/** The characters by which {@link timeMarkAt} knows a time word. */
export const timeCharacters = '年月同环季累'

/** The time word that is known by the character at `at`, one of {@link timeCharacters}; null if there is none. */
export function timeMarkAt(text: string, at: number): TimeMark | null {
  switch (codeAt(text, at)) {
    case 0x5e74: // 年
      return yearMark(text, at)
    case 0x6708: // 月
      return monthMark(text, at)
    case 0x540c: // 同比
      return text[at + 1] === '比' ? mark(at, at + 2, yearOnYear) : null
    case 0x73af: // 环比
      return text[at + 1] === '比' ? mark(at, at + 2, monthOnMonth) : null
    case 0x5b63: // 季度
      return text[at + 1] === '度' ? mark(at, at + 2, partOfYear) : null
    case 0x7d2f: // 累计
      return text[at + 1] === '计' ? mark(at, at + 2, severalYears) : null
    default:
      return null
  }
}

function mark(from: number, to: number, time: FigureTime, compares = false): TimeMark {
  return { from, to, time, compares }
}

const rangeMarks = '-—–~至到'
/** 1—11月, but not 1—12月. */
const monthSpan = /(?:^|\D)((?:1|一)月?[-—–~至到](?:[2-9]|1[01]|[二三四五六七八九十]|十一))$/

function monthMark(text: string, at: number): TimeMark | null {
  // The last month has one character or two, and the mark of the range is before it.
  if (at < 3 || !(rangeMarks.includes(text[at - 2] as string) || rangeMarks.includes(text[at - 3] as string)))
    return null
  const months = monthSpan.exec(text.slice(Math.max(0, at - 7), at))
  return months ? mark(at - months[0].length, at + 1, partOfYear) : null
}

const spanBefore = /(?:近|过去|[一二三四五六七八九十\d])+$/

/** The time word around the 年 at `at`: 2023年, 二〇二三年, 今年, 年内, 比上年, 上半年, 三年来. Null if it tells no time of its own. */
function yearMark(text: string, at: number): TimeMark | null {
  const before = text[at - 1] ?? ''
  const behind = text[at + 1] ?? ''
  const year = calendarYear(text, at - 4)
  if (year > 0) return mark(at - 4, at + 1, { year, relative: null })
  if (before === '半' && (text[at - 2] === '上' || text[at - 2] === '下'))
    return mark(at - 2, at + 1, partOfYear)
  const last = before === '去' || before === '上' ? 1 : before === '一' && text[at - 2] === '上' ? 2 : 0
  if (last > 0) return lastYearMark(text, at, at - last)
  if (behind === '来') {
    if (before === '一') return mark(at - 1, at + 2, thisYear)
    const span =
      before === '近' || before === '历' ? before : spanBefore.exec(text.slice(Math.max(0, at - 6), at))?.[0]
    if (span) return mark(at - span.length, at + 2, severalYears)
  }
  if (before === '历') return mark(at - 1, at + 1, severalYears)
  const now = before !== '' && '今本当全'.includes(before)
  return now || behind === '内' ? mark(now ? at - 1 : at, at + 1, thisYear) : null
}

/** 去年, 上年度, 比上年, 较上一年同期: `from` is where 去 or 上 stands. */
function lastYearMark(text: string, at: number, from: number): TimeMark {
  const compares = text[from - 1] === '比' || text[from - 1] === '较'
  let to = at + 1
  if (text[to] === '度') to++
  if (text.startsWith('同期', to)) to += 2
  return mark(compares ? from - 1 : from, to, lastYear, compares)
}

/** The year that the four characters at `from` write, as 2023 or 二〇二三; 0 if they write none. */
function calendarYear(text: string, from: number): number {
  if (from < 0) return 0
  let value = 0
  for (let at = from + 3, tens = 1; at >= from; at--, tens *= 10) {
    const code = codeAt(text, at)
    const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : hanDigit(code)
    if (digit < 0) return 0
    value += digit * tens
  }
  return value >= 1900 && value <= 2100 ? value : 0
}

/** 去年制发的22件文件已评估19件: last year made the things that were counted now. */
const attributive = /^[^,;。的]{1,8}的[\d.,]+/
/** What may stand between 比上年 and the number that is last year's: 比上年同期的32件. */
const ofLastYear = /^(?:同期)?的?[^,;，]{0,3}$/
const endOfClause = /[,;]/
/** A time word farther away says nothing about a figure. */
const farthest = 200

/**
 * The time that the figure at `from` speaks of: the last time word before it in its sentence, or the year that an earlier
 * sentence of the block named. `next` is the position in `marks` up to which they stand before `from`.
 */
export function timeOf(
  text: string,
  marks: readonly TimeMark[],
  next: number,
  sentenceFrom: number,
  from: number,
): FigureTime {
  for (let nth = next - 1; nth >= 0; nth--) {
    const { from: start, to, time, compares } = marks[nth] as TimeMark
    if (start < sentenceFrom) {
      if (time.year !== null) return time
      if (sentenceFrom - start > farthest) break
      continue
    }
    if (from - to > farthest) break
    const between = text.slice(to, from)
    if (between.includes(')') && !between.includes('(')) continue
    if (time.relative === 'last' && attributive.test(between)) continue
    if (compares && !ofLastYear.test(between)) {
      if (endOfClause.test(between)) continue
      return yearOnYear
    }
    return time
  }
  return noTime
}
