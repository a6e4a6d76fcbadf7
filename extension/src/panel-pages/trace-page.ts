import type { TraceRow, TraceView } from '@hegao/language-server/protocol'
import { table } from './ledger-page.ts'
import { html, jumpTo, page, type Translate } from './page.ts'

/** So many characters of an item stand for it. */
const excerptLength = 60

/** The trace as a page: each shortcoming, its cause, and the measures that answer it with the words that link them. */
export function tracePage(view: TraceView, nonce: string, t: Translate, language: string): string {
  const open = view.rows.filter(({ verdict }) => verdict === 'unanswered').length
  const subtitle = t('{0} shortcomings, {1} of them without a measure', view.rows.length, open)
  const rows = view.rows.map((row) => `<tr>${cells(row, t)}</tr>`)
  const headers = [t('Line'), t('Shortcoming'), t('Cause'), t('Measure')]
  const body = [
    view.rows.length > 0
      ? table(headers, rows)
      : `<p class="muted">${html(t('No shortcomings were found in this draft.'))}</p>`,
    ...(view.unmotivated.length > 0
      ? [
          `<h2>${html(t('Measures that answer no shortcoming'))}</h2>`,
          `<ul>${view.unmotivated.map((measure) => `<li>${jumpTo(measure, excerpt(measure.text))}</li>`).join('')}</ul>`,
        ]
      : []),
  ].join('\n')
  const heading = `${t('Shortcomings and Measures')} · ${view.title}`
  return page({ language, heading, subtitle, filter: t('Filter'), body, nonce })
}

function cells(row: TraceRow, t: Translate): string {
  const causes = row.causes.map((cause) => `<li>${jumpTo(cause, excerpt(cause.text))}</li>`)
  return [
    `<td class="number">${row.shortcoming.range.start.line + 1}</td>`,
    `<td>${jumpTo(row.shortcoming, excerpt(row.shortcoming.text))}</td>`,
    `<td>${causes.length > 0 ? `<ul>${causes.join('')}</ul>` : `<span class="muted">${html(t('none stated'))}</span>`}</td>`,
    `<td>${answer(row, t)}</td>`,
  ].join('')
}

function answer(row: TraceRow, t: Translate): string {
  const names = {
    answered: t('answered'),
    weak: t('loosely answered'),
    unanswered: t('no measure'),
    'not-checkable': t('not checkable'),
  }
  const marks = { answered: '✓', weak: '?', unanswered: '✗', 'not-checkable': '–' }
  const verdict = `<span class="verdict ${row.verdict}">${marks[row.verdict]} ${html(names[row.verdict])}</span>`
  const measures = row.measures.map((measure) => {
    const words =
      measure.evidence.length > 0 ? ` <span class="muted">${html(measure.evidence.join('、'))}</span>` : ''
    return `<li>${jumpTo(measure, excerpt(measure.text))}${words}</li>`
  })
  const missing =
    row.missing.length > 0 && row.verdict !== 'answered'
      ? `<div class="muted">${html(t('not taken up: {0}', row.missing.join('、')))}</div>`
      : ''
  return `${verdict}${measures.length > 0 ? `<ul>${measures.join('')}</ul>` : ''}${missing}`
}

function excerpt(text: string): string {
  const line = text.trim()
  return line.length > excerptLength ? `${line.slice(0, excerptLength)}…` : line
}
