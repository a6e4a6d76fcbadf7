import { type Severity, severities, severityNames } from '@hegao/core'
import type { DraftReport, Summary } from '@hegao/workspace'
import type { FormatContext, MakeFormat, Outcome } from '../format.ts'
import { draftSection } from './draft-section.ts'
import { escapeHtml } from './escape.ts'
import { wordsOf } from './page-words.ts'
import { style } from './style.ts'

/**
 * A page that a director reads: every draft with its findings beside the text, the trace table and the ledger. Nothing is
 * loaded from elsewhere and nothing runs, so that it can be mailed, archived and printed.
 */
export const html: MakeFormat = (context) => {
  const reports: DraftReport[] = []
  const sections: string[] = []
  return {
    draft(checked) {
      reports.push(checked.report)
      sections.push(draftSection(checked, `d${reports.length}`, context))
      return ''
    },
    end: (outcome) => pageText(outcome, reports, sections, context),
  }
}

function pageText(
  { summary, problems }: Outcome,
  reports: readonly DraftReport[],
  sections: readonly string[],
  { locale, version }: FormatContext,
): string {
  const said = wordsOf(locale)
  const failed = problems.map(
    ({ path, line, message }) =>
      `<p>${path === null ? '' : `<b>${escapeHtml(path)}${line === null ? '' : `:${line}`}</b> `}${escapeHtml(message)}</p>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${said.title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${said.title}</h1>
<div class="soft">${said.drafts(summary.drafts)}${summary.baselined > 0 ? ` · ${said.baselined(summary.baselined)}` : ''}</div>
${countsList(summary, locale)}
${failed.length === 0 ? '' : `<div class="open"><b>${said.notChecked}</b>${failed.join('')}</div>`}
${reports.length > 1 ? contents(reports, locale) : ''}
</header>
<main>
${sections.join('\n')}
</main>
<footer>${said.footer(escapeHtml(version))}</footer>
</body>
</html>
`
}

/** How many of each severity; a tick shows or hides them. */
function countsList(summary: Summary, locale: FormatContext['locale']): string {
  const counts: Readonly<Record<Severity, number>> = {
    error: summary.errors,
    warning: summary.warnings,
    info: summary.infos,
    hint: summary.hints,
  }
  const present = severities.filter((severity) => counts[severity] > 0)
  if (present.length === 0) return `<ul class="counts"><li>${wordsOf(locale).nothing}</li></ul>`
  const entries = present.map(
    (severity) =>
      `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked>${severityNames[severity][locale]} <b>${counts[severity]}</b></label>`,
  )
  return `<div class="counts">${entries.join('')}</div>`
}

function contents(reports: readonly DraftReport[], locale: FormatContext['locale']): string {
  const items = reports.map((report, nth) => {
    const tally = severities
      .map((severity) => ({
        severity,
        count: report.findings.filter((finding) => finding.severity === severity).length,
      }))
      .filter(({ count }) => count > 0)
      .map(
        ({ severity, count }) =>
          `<span class="${severity}">${severityNames[severity][locale]} ${count}</span>`,
      )
    return `<li><a href="#d${nth + 1}">${escapeHtml(report.path)}</a><span class="tally">${tally.join('')}</span></li>`
  })
  return `<nav><ul>${items.join('')}</ul></nav>`
}
