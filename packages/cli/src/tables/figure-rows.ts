import type { Analysis, Claim, Figure, Locale, Range } from '@hegao/core'
import { rangeOf, uncheckedReason } from '@hegao/core'
import { words } from '../words.ts'

/** How a figure came out, over all claims in which it takes part. */
export type FigureVerdict = 'inconsistent' | 'question' | 'consistent' | 'unchecked'

/** One figure of the ledger, in the words that people read. */
export interface FigureRow {
  readonly line: number
  readonly column: number
  readonly range: Range
  /** Number and unit as printed. */
  readonly text: string
  readonly subject: string
  readonly verdict: FigureVerdict
  /** The sums in which it takes part, or why there is none. */
  readonly detail: string
}

/** Every figure of a draft, in reading order, with its verdict. */
export function figureRows(analysis: Analysis): FigureRow[] {
  const { ledger, document, locale } = analysis
  const claims = new Map<number, Claim[]>()
  for (const claim of ledger.claims)
    for (const { figure } of claim.operands) {
      const own = claims.get(figure)
      if (own) own.push(claim)
      else claims.set(figure, [claim])
    }
  const reasons = new Map(ledger.unchecked.map(({ figure, reason }) => [figure, reason]))
  return ledger.figures.map((figure) => {
    const range = rangeOf(figure.place)
    const { line, column } = document.lines.at(range.start)
    const own = (claims.get(figure.index) ?? []).filter((claim) => claim.verdict !== 'unchecked')
    return {
      line,
      column,
      range,
      text: figure.text,
      subject: figure.subject,
      verdict: worst(own),
      detail: detailOf(figure, own, reasons.get(figure.index), locale),
    }
  })
}

/** What the verdicts are called. */
export const verdictWords = {
  inconsistent: words('不符', 'wrong'),
  question: words('存疑', 'doubtful'),
  consistent: words('相符', 'right'),
  unchecked: words('未核', 'not checked'),
} as const

function worst(claims: readonly Claim[]): FigureVerdict {
  const verdicts = claims.map((claim) => claim.verdict)
  if (verdicts.includes('inconsistent')) return 'inconsistent'
  if (verdicts.includes('question')) return 'question'
  return verdicts.includes('consistent') ? 'consistent' : 'unchecked'
}

function detailOf(
  figure: Figure,
  claims: readonly Claim[],
  reason: string | undefined,
  locale: Locale,
): string {
  if (claims.length > 0) return [...new Set(claims.map((claim) => claim.arithmetic))].join('；')
  const code = reason ?? (figure.role === 'target' ? 'target' : 'no-relation')
  return uncheckedReason(code, locale)
}
