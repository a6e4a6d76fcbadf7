import { type Locale, severityNames } from '@hegao/core'
import type { CheckedDraft, DraftReport, ReportedFinding, ReportedNote } from '@hegao/workspace'
import { excerptOf } from '../terminal/excerpt.ts'
import type { Paint } from '../terminal/paint.ts'
import { clip, padEnd, widthOf, wrap } from '../terminal/width.ts'
import { words } from '../words.ts'
import type { FormatContext, MakeFormat } from './format.ts'
import { sourceText } from './source-text.ts'
import { summaryLine } from './summary-line.ts'

/**
 * What a writer reads on a terminal:
 *
 *     稿件.txt · 法治政府建设年度报告 · 2024 年度
 *
 *       12:8   错误  胜诉2件÷结案4件＝50%，文中为“100%”  figures/ratio
 *              │ …行政诉讼案件4件，案件胜诉率100%。
 *              │                           ^^^^
 *              │ 3:4 结案4件
 *              → 请核对胜诉率和件数。
 */
export const pretty: MakeFormat = (context) => ({
  draft: (checked) => draftText(checked, context),
  end: ({ summary, problems }) => summaryLine(summary, problems, context),
})

/** Columns of the line and column number. */
const placeWidth = 8
const indent = '  '
const wholeDraft = words('全文', 'draft')
const notChecked = words('未能检查', 'not checked')

function draftText(checked: CheckedDraft, context: FormatContext): string {
  const { report } = checked
  const findings = report.findings.filter((finding) => !context.quiet || finding.severity === 'error')
  if (findings.length === 0 && report.notes.length === 0) return ''
  const source = findings.length > 0 ? sourceText(checked) : null
  const parts = [
    heading(report, context),
    ...findings.map((finding) => findingText(finding, source, context)),
    ...report.notes.map((note) => noteText(note, context)),
  ]
  return `${parts.join('\n')}\n`
}

function heading(report: DraftReport, { paint, locale }: FormatContext): string {
  const known = profileNames[report.profile]
  const facts = [
    known ? known[locale] : report.profile,
    ...(report.period === null
      ? []
      : [locale === 'zh-CN' ? `${report.period} 年度` : `year ${report.period}`]),
  ]
  return `${paint.strong(paint.link(report.path))} ${paint.dim(`· ${facts.join(' · ')}`)}\n`
}

const profileNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'law-based-government': words('法治政府建设年度报告', 'annual report on law-based government'),
  generic: words('一般公文', 'general report'),
}

function findingText(finding: ReportedFinding, source: string | null, context: FormatContext): string {
  const { paint, locale, columns } = context
  const place = finding.document
    ? wholeDraft[locale]
    : `${finding.range.startLine}:${finding.range.startColumn}`
  const severity = severityNames[finding.severity][locale]
  const margin = indent + ' '.repeat(placeWidth)
  const width = Math.max(30, columns - margin.length)
  const message = layOut(finding, `${severity}  `, width, paint)
  const lines = [
    `${indent}${padEnd(place, placeWidth)}${message[0] ?? ''}`,
    ...message.slice(1).map((line) => margin + line),
  ]
  const bar = paint.dim('│')
  if (source !== null && !finding.document) {
    const { text, mark } = excerptOf(source, finding.range.start, finding.range.end, width - 2)
    lines.push(`${margin}${bar} ${text}`, `${margin}${bar} ${paint[finding.severity](mark)}`)
  }
  for (const { range, label } of finding.evidence) {
    const at = `${range.startLine}:${range.startColumn}`
    lines.push(
      `${margin}${bar} ${paint.dim(at)} ${evidenceText(label, range, source, width - at.length - 3)}`,
    )
  }
  for (const [nth, line] of wrap(finding.advice, width - 2).entries())
    lines.push(`${margin}${nth === 0 ? paint.good('→') : ' '} ${line}`)
  return `${lines.join('\n')}\n`
}

/** Severity, message and rule, over as many lines as they need; the rule goes to the end of the last one. */
function layOut(finding: ReportedFinding, severity: string, width: number, paint: Paint): string[] {
  const inner = width - widthOf(severity)
  const lines = wrap(finding.message, inner)
  const last = lines.at(-1) ?? ''
  if (widthOf(last) + 2 + finding.rule.length <= inner)
    lines[lines.length - 1] = `${paint.strong(last)}  ${paint.dim(finding.rule)}`
  else {
    lines[lines.length - 1] = paint.strong(last)
    lines.push(paint.dim(finding.rule))
  }
  const lead = paint[finding.severity](severity.trimEnd()) + severity.slice(severity.trimEnd().length)
  return lines.map((line, nth) => (nth === 0 ? lead : ' '.repeat(widthOf(severity))) + line)
}

/** The label of an evidence, and the words it points to where the label does not hold them. */
function evidenceText(
  label: string,
  range: { readonly start: number; readonly end: number },
  source: string | null,
  width: number,
): string {
  const quoted = source === null ? '' : source.slice(range.start, range.end).replace(/\s+/g, ' ')
  const text = quoted === '' || label.includes(quoted) ? label : `${label}：${quoted}`
  return clip(text, width)
}

function noteText(note: ReportedNote, { paint, locale, columns }: FormatContext): string {
  const place = note.range ? `${note.range.startLine}:${note.range.startColumn}` : wholeDraft[locale]
  const name = notChecked[locale]
  const margin = indent + ' '.repeat(placeWidth)
  const inner = Math.max(30, columns - margin.length) - widthOf(name) - 2
  const [first = '', ...rest] = wrap(note.message, inner)
  const lines = [`${indent}${padEnd(place, placeWidth)}${paint.warning(name)}  ${first}`]
  for (const line of rest) lines.push(margin + ' '.repeat(widthOf(name) + 2) + line)
  return `${lines.join('\n')}\n`
}
