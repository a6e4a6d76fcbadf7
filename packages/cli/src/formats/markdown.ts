import { severityNames } from '@hegao/core'
import type { DraftReport, ReportedFinding } from '@hegao/workspace'
import { counted, words } from '../words.ts'
import type { FormatContext, MakeFormat } from './format.ts'

/** Markdown for a merge request or a mail: a table a draft. */
export const markdown: MakeFormat = (context) => {
  const drafts: string[] = []
  const chinese = context.locale === 'zh-CN'
  return {
    draft({ report }) {
      if (report.findings.length + report.notes.length > 0) drafts.push(draftText(report, context))
      return ''
    },
    end({ summary, problems }) {
      const counts = [
        ...(summary.errors > 0 ? [counted(summary.errors, 'error', context.locale)] : []),
        ...(summary.warnings > 0 ? [counted(summary.warnings, 'warning', context.locale)] : []),
        ...(summary.infos > 0 ? [counted(summary.infos, 'info', context.locale)] : []),
        ...(summary.hints > 0 ? [counted(summary.hints, 'hint', context.locale)] : []),
      ].join(chinese ? '，' : ', ')
      const head = chinese
        ? `# 核稿意见\n\n已核 ${summary.drafts} 份稿件：${counts || '没有发现问题'}。`
        : `# Findings\n\n${summary.drafts} drafts checked: ${counts || 'nothing found'}.`
      const failed = problems.map(
        ({ path, line, message }) =>
          `- ${path === null ? '' : `\`${path}${line === null ? '' : `:${line}`}\` `}${escapeMarkdown(message)}`,
      )
      const open =
        failed.length === 0 ? '' : `\n\n## ${chinese ? '未能检查' : 'Not checked'}\n\n${failed.join('\n')}`
      return `${[head, ...drafts].join('\n\n')}${open}\n`
    },
  }
}

const columns = words(
  '| 位置 | 级别 | 问题 | 怎么办 | 规则 |',
  '| place | severity | what is wrong | what to do | rule |',
)

function draftText(report: DraftReport, { locale }: FormatContext): string {
  const rows = report.findings.map((finding) => row(finding, locale))
  const table =
    rows.length === 0 ? [] : [[columns[locale], '| --- | --- | --- | --- | --- |', ...rows].join('\n')]
  const notes = report.notes.map(
    ({ message, range }) =>
      `- ${locale === 'zh-CN' ? '未能检查' : 'Not checked'}${range ? ` (${range.startLine}:${range.startColumn})` : ''}${locale === 'zh-CN' ? '：' : ': '}${escapeMarkdown(message)}`,
  )
  return [
    `## ${escapeMarkdown(report.path)}`,
    ...table,
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ].join('\n\n')
}

function row(
  { document, range, severity, message, advice, rule }: ReportedFinding,
  locale: 'zh-CN' | 'en',
): string {
  const place = document ? (locale === 'zh-CN' ? '全文' : 'draft') : `${range.startLine}:${range.startColumn}`
  const cells = [
    place,
    severityNames[severity][locale],
    escapeMarkdown(message),
    escapeMarkdown(advice),
    `\`${rule}\``,
  ]
  return `| ${cells.join(' | ')} |`
}

/** Text in a table cell or heading: nothing in it is markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~&]/g, '\\$&').replace(/\s*[\n\r]+\s*/g, ' ')
}
