import { type Locale, severityNames } from '@hegao/core'
import type { CheckedDraft, ReportedFinding } from '@hegao/workspace'
import { figureRows, verdictWords } from '../../tables/figure-rows.ts'
import { coverageWords, traceRows } from '../../tables/trace-rows.ts'
import type { FormatContext } from '../format.ts'
import { sourceText } from '../source-text.ts'
import { escapeHtml } from './escape.ts'
import { markerOf, type PlacedFinding } from './marked-text.ts'
import { wordsOf } from './page-words.ts'

/** One draft: its findings beside its text, then the ledger and the trace table. */
export function draftSection(checked: CheckedDraft, anchor: string, context: FormatContext): string {
  const { report, analysis } = checked
  const { locale } = context
  const said = wordsOf(locale)
  const findings = report.findings
    .filter((finding) => !context.quiet || finding.severity === 'error')
    .map((finding, nth): PlacedFinding => ({ finding, anchor: `${anchor}-f${nth + 1}` }))
  const profile = analysis?.profile.name[locale] ?? report.profile
  const facts = [profile, ...(report.period === null ? [] : [said.year(report.period)])].join(' · ')
  const source = sourceText(checked)
  const notes = report.notes.map(({ message }) => `<p>${escapeHtml(message)}</p>`).join('')
  return [
    `<section class="draft" id="${anchor}">`,
    `<div class="head"><h2>${escapeHtml(report.path)}</h2><div class="soft">${escapeHtml(facts)}</div></div>`,
    notes === '' ? '' : `<div class="open"><b>${said.notChecked}</b>${notes}</div>`,
    `<div class="page">${wholeDraft(findings, anchor, locale)}${source === null ? withoutText(findings, anchor, locale) : textRows(source, findings, anchor, locale)}</div>`,
    analysis === null ? '' : traceTable(analysis, anchor, locale),
    analysis === null ? '' : ledgerTable(analysis, anchor, locale),
    '</section>',
  ].join('\n')
}

/** Findings about the draft as a whole, above the text. */
function wholeDraft(findings: readonly PlacedFinding[], anchor: string, locale: Locale): string {
  const cards = findings.filter(({ finding }) => finding.document)
  if (cards.length === 0) return ''
  return `<div class="whole">${cards.map((card) => cardOf(card, anchor, locale)).join('')}</div>`
}

/** Every line of the draft with the cards of the findings that begin in it. */
function textRows(
  source: string,
  findings: readonly PlacedFinding[],
  anchor: string,
  locale: Locale,
): string {
  const rows: string[] = []
  const begun = byLine(findings)
  const marks = markerOf(source, findings)
  let line = 0
  for (const match of source.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const text = match[1] as string
    const from = match.index
    line++
    const cards = begun.get(line) ?? []
    if (text.trim() === '' && cards.length === 0) {
      if (from >= source.length) break
      continue
    }
    const marked = marks(from, from + text.length)
    rows.push(
      `<div class="row" id="${anchor}-l${line}"><div class="text"><a class="number" href="#${anchor}-l${line}">${line}</a>${marked}</div><div class="notes">${cards.map((card) => cardOf(card, anchor, locale)).join('')}</div></div>`,
    )
    if (from + match[0].length >= source.length) break
  }
  return rows.join('\n')
}

/** The findings by the line in which they begin. */
function byLine(findings: readonly PlacedFinding[]): ReadonlyMap<number, readonly PlacedFinding[]> {
  const lines = new Map<number, PlacedFinding[]>()
  for (const placed of findings) {
    const { document, range } = placed.finding
    if (document) continue
    const own = lines.get(range.startLine)
    if (own) own.push(placed)
    else lines.set(range.startLine, [placed])
  }
  return lines
}

function withoutText(findings: readonly PlacedFinding[], anchor: string, locale: Locale): string {
  const cards = findings.filter(({ finding }) => !finding.document)
  return `<div class="whole">${cards.map((card) => cardOf(card, anchor, locale)).join('')}</div>`
}

function cardOf({ finding, anchor: own }: PlacedFinding, anchor: string, locale: Locale): string {
  return [
    `<article class="card ${finding.severity}" id="${own}">`,
    `<p class="what"><span class="severity">${severityNames[finding.severity][locale]}</span>${escapeHtml(finding.message)}</p>`,
    `<p class="advice">${escapeHtml(finding.advice)}</p>`,
    evidenceList(finding, anchor),
    `<code>${escapeHtml(finding.rule)}${finding.document ? '' : ` · ${finding.range.startLine}:${finding.range.startColumn}`}</code>`,
    '</article>',
  ].join('')
}

function evidenceList({ evidence }: ReportedFinding, anchor: string): string {
  if (evidence.length === 0) return ''
  const items = evidence.map(
    ({ range, label }) =>
      `<li><a href="#${anchor}-l${range.startLine}">${range.startLine}:${range.startColumn}</a>${escapeHtml(label)}</li>`,
  )
  return `<ul>${items.join('')}</ul>`
}

function ledgerTable(
  analysis: NonNullable<CheckedDraft['analysis']>,
  anchor: string,
  locale: Locale,
): string {
  const rows = figureRows(analysis)
  if (rows.length === 0) return ''
  const said = wordsOf(locale)
  const cells = rows.map(
    (row) =>
      `<tr><td class="nowrap"><a href="#${anchor}-l${row.line}">${row.line}:${row.column}</a></td><td class="nowrap">${escapeHtml(row.text)}</td><td>${escapeHtml(row.subject)}</td><td class="${row.verdict}">${verdictWords[row.verdict][locale]}</td><td>${escapeHtml(row.detail)}</td></tr>`,
  )
  return table(`${said.ledger}（${rows.length}）`, said.ledgerHeadings, cells)
}

function traceTable(analysis: NonNullable<CheckedDraft['analysis']>, anchor: string, locale: Locale): string {
  const rows = traceRows(analysis)
  if (rows.length === 0) return ''
  const said = wordsOf(locale)
  const link = (line: number | null, text: string): string =>
    line === null ? escapeHtml(text) : `<a href="#${anchor}-l${line}">${escapeHtml(text)}</a>`
  const cells = rows.map(
    (row) =>
      `<tr><td>${link(row.line, row.shortcoming)}</td><td>${escapeHtml(row.cause)}</td><td class="${row.verdict}">${coverageWords[row.verdict][locale]}</td><td>${link(row.measureLine, row.measure)}</td><td>${escapeHtml(row.evidence)}</td></tr>`,
  )
  return table(said.trace, said.traceHeadings, cells)
}

function table(title: string, headings: readonly string[], rows: readonly string[]): string {
  const head = headings.map((heading) => `<th>${heading}</th>`).join('')
  return `<details open><summary>${title}</summary><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div></details>`
}
