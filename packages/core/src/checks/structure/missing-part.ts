import type { Report, Section } from '../../report/report.ts'
import { draftCheck } from '../check.ts'
import { foundParts, partData, periodOf } from './part-data.ts'

/** Parameters of `missing-part`: none; the profile says which parts are required. */
export type MissingPartParameters = Readonly<Record<string, never>>

/** Reports each required part of which the draft says nothing at all. */
export const missingPart = draftCheck<MissingPartParameters>(
  'missing-part',
  (analysis, _parameters, report) => {
    const period = periodOf(analysis)
    for (const { profile, sections, mentions } of foundParts(analysis)) {
      if (profile.presence !== 'required' || sections.length > 0 || mentions.length > 0) continue
      if (profile.role === 'achievements' && isToldByTask(analysis.report)) continue
      report({ at: null, data: partData(profile, period) })
    }
  },
)

/** Sections that report the year task by task, without a heading over them all: so many at least. */
const leastTasks = 2

/**
 * Whether the year is told in sections of their own tasks (二、完善依法行政制度体系, 三、严格规范公正文明执法 …), before the shortcomings and
 * beside them. Then the part is there, under other names.
 */
function isToldByTask({ sections }: Report): boolean {
  const end = sections.findIndex(({ role }) => role === 'shortcomings')
  if (end === -1) return false
  const { level } = sections[end] as Section
  const tasks = sections.slice(0, end).filter((section) => section.level === level && section.role === null)
  return tasks.length >= leastTasks
}
