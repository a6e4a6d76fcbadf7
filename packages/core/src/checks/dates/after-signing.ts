import { isQuoted } from '../../prose/quoted.ts'
import { sentenceAround } from '../../prose/term-context.ts'
import { datesIn, type LocalDate } from '../../report/calendar.ts'
import type { Role } from '../../report/report.ts'
import { type BlockShape, has } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'
import { signs } from '../../text/signs.ts'
import { draftCheck } from '../check.ts'
import { draftTimes, timesAndLayout, writtenBefore } from '../terms/draft-times.ts'

/** Parameters of `after-signing`: none. */
export type AfterSigningParameters = Readonly<Record<string, never>>

const pastRoles: readonly Role[] = ['achievements', 'shortcomings', 'responsibility']

/** Words of a sentence about what is still to come, or about the term of something. */
const ahead =
  /将|拟|计划|预计|定于|即将|力争|确保|争取|有效期|期限|到期|届满|为期|任期|施行|实施|生效|执行至|期至|下一步|明年|今后|之前|前完成|前全部|前实现|[日底]前|[日底]以前|规划|方案|目标/
/** Before a date: the end of a span, or a limit. */
const limit = /(?:至|到|[—~-]|截至|截止|截止到|于?每年|自|从) ?$/

/**
 * Reports a day in the account of the past year that lies behind the day on which the draft was written: 2025年3月12日召开会议 in
 * a report signed on 2025-02-10. What is still to come may have any date.
 */
export const afterSigning = draftCheck<AfterSigningParameters>(
  'after-signing',
  (analysis, _parameters, report) => {
    const times = draftTimes(analysis)
    if (times.latest === null || times.year === null) return
    const signingYear = Number(times.latest.slice(0, 4))
    for (const block of blocksWith(analysis.report.blocks, mayNameDay)) {
      const dates = datesIn(block.shape)
      if (!dates.some(({ year, month }) => month !== null && year >= signingYear)) continue
      const role = analysis.report.sectionOf(block)?.role
      if (!role || !pastRoles.includes(role)) continue
      const { folded } = block.shape
      for (const date of dates) {
        const day = dayOf(date)
        if (day === null || !writtenBefore(times, day) || isQuoted(folded, date.from)) continue
        if (limit.test(folded.slice(Math.max(0, date.from - 4), date.from))) continue
        const { from, to } = sentenceAround(folded, date.from)
        if (ahead.test(folded.slice(from, to))) continue
        report({
          at: { block, from: date.from, to: date.to },
          data: { date: block.shape.text.slice(date.from, date.to), said: times.said },
        })
      }
    }
  },
  (analysis) => [...timesAndLayout(analysis), blocksWith(analysis.report.blocks, mayNameDay)],
)

const mayNameDay = (shape: BlockShape): boolean => has(shape, signs.month)

/** The day or month of a date as a text that compares: 2025-03-12, 2025-03. Null for a year alone or no day at all. */
function dayOf({ year, month, day, iso }: LocalDate): string | null {
  if (month === null || month < 1 || month > 12 || year > 2099) return null
  if (day !== null) return iso
  return `${year}-${String(month).padStart(2, '0')}`
}
