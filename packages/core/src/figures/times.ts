import { hanDigit } from '../prose/han-numerals.ts'
import type { FigureTime } from './ledger.ts'

/** A word that tells a time, where it stands in its block. */
interface TimeMark {
  readonly from: number
  readonly to: number
  readonly year: number | null
  readonly relative: FigureTime['relative']
  /** 比上年, 较去年: the number right behind is last year's; the others compare. */
  readonly compares: boolean
}

/** Finds the time words of a folded text, in order. */
export function timeMarks(text: string): readonly TimeMark[] {
  const marks: TimeMark[] = []
  for (let at = text.indexOf('年'); at !== -1; at = text.indexOf('年', at + 1)) {
    const found = yearMark(text, at)
    if (found) marks.push(found)
  }
  for (const [word, relative] of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
      marks.push({ from: at, to: at + word.length, year: null, relative, compares: false })
  }
  for (let at = text.indexOf('月'); at !== -1; at = text.indexOf('月', at + 1)) {
    const months = monthSpan.exec(text.slice(Math.max(0, at - 7), at))
    if (months)
      marks.push({
        from: at - months[0].length,
        to: at + 1,
        year: null,
        relative: 'part-year',
        compares: false,
      })
  }
  return marks.length > 1 ? marks.sort((a, b) => a.from - b.from) : marks
}

const words: readonly (readonly [string, FigureTime['relative']])[] = [
  ['同比', 'year-on-year'],
  ['环比', 'month-on-month'],
  ['季度', 'part-year'],
  ['累计', 'span'],
]
/** 1—11月, but not 1—12月. */
const monthSpan = /(?:^|\D)((?:1|一)月?[-—–~至到](?:[2-9]|1[01]|[二三四五六七八九十]|十一))$/
const spanBefore = /(?:近|过去|[一二三四五六七八九十\d])+$/

/** The time word around the 年 at `at`: 2023年, 二〇二三年, 今年, 年内, 比上年, 上半年, 三年来. Null if it tells no time of its own. */
function yearMark(text: string, at: number): TimeMark | null {
  const before = text[at - 1] ?? ''
  const behind = text[at + 1] ?? ''
  const year = calendarYear(text.slice(Math.max(0, at - 4), at))
  if (year !== null) return { from: at - 4, to: at + 1, year, relative: null, compares: false }
  if (before === '半' && (text[at - 2] === '上' || text[at - 2] === '下'))
    return { from: at - 2, to: at + 1, year: null, relative: 'part-year', compares: false }
  const last = before === '去' || before === '上' ? 1 : before === '一' && text[at - 2] === '上' ? 2 : 0
  if (last > 0) {
    const compares = text[at - last - 1] === '比' || text[at - last - 1] === '较'
    let to = at + 1
    if (text[to] === '度') to++
    if (text.startsWith('同期', to)) to += 2
    return { from: at - last - (compares ? 1 : 0), to, year: null, relative: 'last', compares }
  }
  if (behind === '来') {
    const span =
      before === '一'
        ? null
        : before === '近' || before === '历'
          ? before
          : spanBefore.exec(text.slice(Math.max(0, at - 6), at))?.[0]
    if (span === null) return { from: at - 1, to: at + 2, year: null, relative: 'this', compares: false }
    if (span) return { from: at - span.length, to: at + 2, year: null, relative: 'span', compares: false }
  }
  if (before === '历') return { from: at - 1, to: at + 1, year: null, relative: 'span', compares: false }
  const now = before !== '' && '今本当全'.includes(before)
  if (now || behind === '内')
    return { from: now ? at - 1 : at, to: at + 1, year: null, relative: 'this', compares: false }
  return null
}

/** 2023 or 二〇二三; null for anything else. */
function calendarYear(digits: string): number | null {
  if (digits.length !== 4) return null
  let value = 0
  for (let at = 0; at < 4; at++) {
    const code = digits.charCodeAt(at)
    const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : hanDigit(code)
    if (digit < 0) return null
    value = value * 10 + digit
  }
  return value >= 1900 && value <= 2100 ? value : null
}

/** 去年制发的22件文件已评估19件: last year made the things that were counted now. */
const attributive = /^[^,;。的]{1,8}的[\d.,]+/
const nothing: FigureTime = Object.freeze({ year: null, relative: null })

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
    const candidate = marks[nth] as TimeMark
    if (candidate.from < sentenceFrom) {
      if (candidate.year !== null) return { year: candidate.year, relative: null }
      if (sentenceFrom - candidate.from > 200) break
      continue
    }
    const between = text.slice(candidate.to, from)
    if (between.length > 200) break
    if (between.includes(')') && !between.includes('(')) continue
    if (candidate.relative === 'last' && attributive.test(between)) continue
    if (candidate.compares && !/^(?:同期)?的?[^,;，]{0,3}$/.test(between)) {
      if (/[,;]/.test(between)) continue
      return { year: null, relative: 'year-on-year' }
    }
    return { year: candidate.year, relative: candidate.relative }
  }
  return nothing
}
