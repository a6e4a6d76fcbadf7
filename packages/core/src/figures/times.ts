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

const mark =
  /((?:19|20)\d\d)(?:[-—–~至到](?:19|20)\d\d)?年|([二一][〇零九]?[〇零一二三四五六七八九]{2,3})年|(今年|本年|当年|全年|年内|一年来)|(?:([比较])?(?:上年|上一年|去年)度?(?:同期)?)|(同比)|(环比)|(上半年|下半年|前?[一二三四三1-4]个?季度|(?:1|一)月?(?:至|-|—|–|~|到)(?:[2-9]|1[01]|[二三四五六七八九十]|十一)月份?)|((?:近|过去|[一二三四五六七八九十\d]+)[一二三四五六七八九十\d]*年来|近年来|历年|累计)/g

/** Finds the time words of a folded text, in order. */
export function timeMarks(text: string): readonly TimeMark[] {
  const marks: TimeMark[] = []
  for (const found of text.matchAll(mark)) {
    const [all, year, hanYear, now, , same, ring, part, span] = found
    const last = /上年|上一年|去年/.test(all)
    const relative: FigureTime['relative'] = now
      ? 'this'
      : same
        ? 'year-on-year'
        : ring
          ? 'month-on-month'
          : part
            ? 'part-year'
            : span
              ? 'span'
              : last
                ? 'last'
                : null
    marks.push({
      from: found.index,
      to: found.index + all.length,
      year: year ? Number(year) : hanYear ? hanYearOf(hanYear) : null,
      relative,
      compares: last && found[4] !== undefined,
    })
  }
  return marks
}

function hanYearOf(digits: string): number | null {
  if (digits.length !== 4) return null
  const value = Number(
    [...digits].map((digit) => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join(''),
  )
  return value >= 1900 && value <= 2100 ? value : null
}

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
    if (candidate.compares && !/^(?:同期)?的?[^,;，]{0,3}$/.test(between)) {
      if (/[,;]/.test(between)) continue
      return { year: null, relative: 'year-on-year' }
    }
    return { year: candidate.year, relative: candidate.relative }
  }
  return nothing
}
