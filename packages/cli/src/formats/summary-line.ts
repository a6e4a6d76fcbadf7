import type { ReportedProblem, Summary } from '@hegao/workspace'
import { counted, words } from '../words.ts'
import type { FormatContext } from './format.ts'

/** The last lines of a run on a terminal: how many of what, and that nothing was left unchecked in silence. */
export function summaryLine(
  summary: Summary,
  problems: readonly ReportedProblem[],
  { paint, locale }: FormatContext,
): string {
  const chinese = locale === 'zh-CN'
  const drafts = chinese
    ? `已核 ${summary.drafts} 份稿件`
    : `${summary.drafts} draft${summary.drafts === 1 ? '' : 's'} checked`
  const counts = [
    ...(summary.errors > 0 ? [paint.error(counted(summary.errors, 'error', locale))] : []),
    ...(summary.warnings > 0 ? [paint.warning(counted(summary.warnings, 'warning', locale))] : []),
    ...(summary.infos > 0 ? [paint.info(counted(summary.infos, 'info', locale))] : []),
    ...(summary.hints > 0 ? [paint.hint(counted(summary.hints, 'hint', locale))] : []),
  ]
  const findings = counts.length > 0 ? counts.join(chinese ? '，' : ', ') : paint.good(nothingFound[locale])
  const open = summary.notes + problems.length
  const rest =
    open === 0
      ? ''
      : paint.warning(
          chinese ? `；${open} 处未能检查` : `; ${open} thing${open === 1 ? '' : 's'} not checked`,
        )
  const known =
    summary.baselined === 0
      ? ''
      : paint.dim(
          chinese ? `；另有 ${summary.baselined} 条在基线中` : `; ${summary.baselined} more in the baseline`,
        )
  if (summary.drafts === 0 && open > 0) return ''
  return `${drafts}${chinese ? '：' : ': '}${findings}${rest}${known}\n`
}

const nothingFound = words('没有发现问题', 'nothing found')
