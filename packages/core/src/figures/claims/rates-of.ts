import type { FigureContext, Passage } from '../context.ts'
import type { Figure } from '../ledger.ts'
import { type RatePhrase, ratePhrase } from './rate-phrase.ts'

/** A percentage of the text, and what its words say that it is of. */
export interface RatedFigure {
  readonly passage: Passage
  readonly rate: Figure
  /** Null if the words before it name no rate: a change, a bare number. */
  readonly phrase: RatePhrase | null
}

const kept = new WeakMap<FigureContext, readonly RatedFigure[]>()

/** All percentages that tell a result, in reading order; found once for all kinds of claims. */
export function ratesOf(context: FigureContext): readonly RatedFigure[] {
  const known = kept.get(context)
  if (known) return known
  const rates: RatedFigure[] = []
  for (const passage of context.passages) {
    for (const rate of passage.figures) {
      if (isRate(rate)) rates.push({ passage, rate, phrase: ratePhrase(passage, rate, context.data) })
    }
  }
  kept.set(context, rates)
  return rates
}

/** Whether a figure is a percentage that tells a result and no aim. */
function isRate(figure: Figure): boolean {
  return (figure.unit.kind === 'percent' || figure.unit.kind === 'permille') && figure.role === 'result'
}
