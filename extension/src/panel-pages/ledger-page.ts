import type { ClaimView, FigureView, LedgerView } from '@hegao/language-server/protocol'
import { html, jumpTo, page, type Translate } from './page.ts'

/** The mark before a verdict, so that colour is not all that tells them apart. */
const marks = { consistent: '✓', inconsistent: '✗', question: '?', unchecked: '–' } as const

/** The ledger as a page: what does not add up first, then every figure with its claims, or why it was not checked. */
export function ledgerPage(view: LedgerView, nonce: string, t: Translate, language: string): string {
  const count = (verdict: ClaimView['verdict']): number =>
    view.claims.filter((claim) => claim.verdict === verdict).length
  const subtitle = t(
    '{0} figures; relations: {1} consistent, {2} inconsistent, {3} questionable, {4} not checkable',
    view.figures.length,
    count('consistent'),
    count('inconsistent'),
    count('question'),
    count('unchecked'),
  )
  const objected = view.claims.filter(({ verdict }) => verdict === 'inconsistent' || verdict === 'question')
  const body = [
    ...(objected.length > 0 ? [`<h2>${html(t('To look at'))}</h2>`, claimTable(objected, t)] : []),
    `<h2>${html(t('All figures'))}</h2>`,
    figureTable(view, t),
  ].join('\n')
  const heading = `${t('Ledger of Figures')} · ${view.title}`
  return page({ language, heading, subtitle, filter: t('Filter'), body, nonce })
}

function claimTable(claims: readonly ClaimView[], t: Translate): string {
  const rows = claims.map(
    (claim) =>
      `<tr><td class="number">${claim.range.start.line + 1}</td><td>${jumpTo(claim)}</td><td>${verdict(claim, t)}</td></tr>`,
  )
  return table([t('Line'), t('Figure'), t('Relation')], rows)
}

function figureTable({ figures, claims }: LedgerView, t: Translate): string {
  const rows = figures.map((figure) => {
    const cells = [
      `<td class="number">${figure.range.start.line + 1}</td>`,
      `<td>${jumpTo(figure)}</td>`,
      `<td>${html(figure.subject)}${figure.role === 'target' ? ` <span class="muted">${html(t('target'))}</span>` : ''}</td>`,
      `<td>${relations(figure, claims, t)}</td>`,
    ]
    return `<tr>${cells.join('')}</tr>`
  })
  return table([t('Line'), t('Figure'), t('What it counts'), t('Checked against')], rows)
}

function relations(figure: FigureView, claims: readonly ClaimView[], t: Translate): string {
  const own = figure.claims.flatMap((index) => claims[index] ?? [])
  const why = figure.unchecked === null ? '' : `<span class="muted">${html(figure.unchecked)}</span>`
  if (own.length === 0) return why
  return `<ul>${own.map((claim) => `<li>${verdict(claim, t)}</li>`).join('')}</ul>${why}`
}

function verdict(claim: ClaimView, t: Translate): string {
  const names = {
    consistent: t('consistent'),
    inconsistent: t('inconsistent'),
    question: t('questionable'),
    unchecked: t('not checkable'),
  }
  return `<span class="verdict ${claim.verdict}">${marks[claim.verdict]} ${html(names[claim.verdict])}</span> ${html(claim.arithmetic)}`
}

/** A table with its header cells. */
export function table(headers: readonly string[], rows: readonly string[]): string {
  const head = headers.map((header) => `<th scope="col">${html(header)}</th>`).join('')
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
}
