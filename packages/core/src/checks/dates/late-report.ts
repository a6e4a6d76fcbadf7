import type { Analysis } from '../../analysis.ts'
import { isoOf } from '../../report/calendar.ts'
import type { DatedPlace } from '../../report/report.ts'
import type { Deadline } from '../../ruleset/profile.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { chineseDate, daysBetween } from './day-number.ts'

/** Parameters of `late-report`: none; the profile has the deadlines. */
export type LateReportParameters = Readonly<Record<string, never>>

/**
 * Reports a report that was published after the date by which it must be public (`publish`), or signed after the date by
 * which its issuer must submit it (main message). A page's publication date says nothing about the submission, nor does
 * the 成文日期 in a page's index table, which is often the day of upload.
 */
export const lateReport = draftCheck<LateReportParameters>('late-report', (analysis, _parameters, report) => {
  const { metadata } = analysis.report
  const year = metadata.period?.year ?? analysis.options.period
  if (year === undefined) return
  const published = lateness(analysis, 'publish', year, metadata.publishedOn)
  const signed =
    lateness(analysis, 'submit', year, metadata.signedOn) ??
    lateness(analysis, 'publish', year, metadata.signedOn)
  const late = published ?? signed
  if (!late) return
  report({
    at: rangeOf(late.date.place),
    ...(late === published ? { variant: 'publish' } : {}),
    data: { date: chineseDate(late.iso), deadline: chineseDate(late.deadline), days: late.days },
  })
})

interface Lateness {
  readonly date: DatedPlace
  readonly iso: string
  readonly deadline: string
  readonly days: number
}

function lateness(
  analysis: Analysis,
  action: Deadline['action'],
  year: number,
  date: DatedPlace | null,
): Lateness | null {
  const { level } = analysis.report.metadata
  if (!date?.iso || level === null) return null
  const rule = analysis.profile.deadlines.find(
    (deadline) => deadline.action === action && deadline.levels.includes(level),
  )
  const deadline = rule && isoOf(year + 1, rule.month, rule.day)
  if (!deadline || date.iso <= deadline) return null
  return { date, iso: date.iso, deadline, days: daysBetween(deadline, date.iso) }
}
