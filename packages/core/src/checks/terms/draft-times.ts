import type { Analysis } from '../../analysis.ts'
import type { LocalText } from '../../finding.ts'
import { layoutOf } from '../../report/layout.ts'
import type { DatedPlace } from '../../report/report.ts'
import type { Block } from '../../text/block.ts'
import { draftMap } from '../../text/draft-map.ts'
import { dayText, lastDayOf } from './day.ts'

/**
 * When a draft was written and what year it is about, as far as it is known. The day of writing lies between `earliest`
 * and `latest`: one day if the draft bears it, otherwise the span that report year, publication and today allow. A
 * verdict must hold for the whole span.
 */
export interface DraftTimes {
  readonly year: number | null
  readonly earliest: string | null
  readonly latest: string | null
  /** What the verdict rests on, to complete “…，{said}”. */
  readonly said: LocalText
}

const known = draftMap<Analysis, DraftTimes>(2)

/** The times of the draft. */
export function draftTimes(analysis: Analysis): DraftTimes {
  let times = known.get(analysis)
  if (!times) {
    times = readTimes(analysis)
    known.set(analysis, times)
  }
  return times
}

function readTimes({ report: { metadata }, options }: Analysis): DraftTimes {
  const year = metadata.period?.year ?? options.period ?? null
  const today = options.asOf ?? null
  const written = plausible(metadata.signedOn, year) ?? plausible(metadata.writtenOn, year)
  if (written) {
    const day = dayText(written)
    return {
      year,
      earliest: written,
      latest: written,
      said: { 'zh-CN': `本报告写于${day['zh-CN']}`, en: `this report was written on ${day.en}` },
    }
  }
  const published = plausible(metadata.publishedOn, year)
  if (published) {
    const day = dayText(published)
    const yearEnd = year === null ? null : `${year}-12-31`
    return {
      year,
      earliest: yearEnd === null || yearEnd < published ? yearEnd : published,
      latest: published,
      said: { 'zh-CN': `本报告发布于${day['zh-CN']}`, en: `this report was published on ${day.en}` },
    }
  }
  if (year !== null) {
    // An annual report without a date was written by the middle of the next year: it is due in March.
    const latest = today !== null && today < `${year + 1}-06-30` ? today : `${year + 1}-06-30`
    return {
      year,
      earliest: latest < `${year}-12-31` ? latest : `${year}-12-31`,
      latest,
      said: { 'zh-CN': `本报告的年度是${year}年`, en: `this report is on ${year}` },
    }
  }
  if (today !== null) {
    const day = dayText(today)
    return {
      year,
      earliest: today,
      latest: today,
      said: { 'zh-CN': `核稿日期为${day['zh-CN']}`, en: `the draft is checked on ${day.en}` },
    }
  }
  return { year, earliest: null, latest: null, said: { 'zh-CN': '', en: '' } }
}

/** The day, unless the report year makes it a slip: a report is not written long before its year ends or years later. */
function plausible(date: DatedPlace | null, year: number | null): string | null {
  const day = date?.iso ?? null
  if (day === null || year === null) return day
  return day >= `${year}-07-01` && day <= `${year + 3}-12-31` ? day : null
}

/** The year that the text of a block is about: the report year, or the year after it in the plan. Null if unknown. */
export function yearAt(analysis: Analysis, block: Block): number | null {
  const { year } = draftTimes(analysis)
  if (year === null) return null
  return inPlan(analysis, block) ? year + 1 : year
}

/** All that a verdict on a time hangs on, apart from its place: the times of the draft, and what stands in which part of it. */
export function timesAndLayout(analysis: Analysis): readonly unknown[] {
  const { year, earliest, latest, said } = draftTimes(analysis)
  return [year, earliest, latest, said['zh-CN'], layoutOf(analysis.report).parts]
}

/** Whether the block stands in the plan for the year to come. */
export function inPlan(analysis: Analysis, block: Block): boolean {
  return analysis.report.sectionOf(block)?.role === 'plan'
}

/** Whether the draft was certainly written before the day. */
export function writtenBefore({ latest }: DraftTimes, day: string): boolean {
  return latest !== null && latest < day
}

/** Whether the draft was certainly written on or after the day (the end of the month, if only a month is given). */
export function writtenSince({ earliest }: DraftTimes, day: string): boolean {
  return earliest !== null && earliest >= lastDayOf(day)
}
