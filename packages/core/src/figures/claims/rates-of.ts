import type { Surroundings } from '../context.ts'
import { type Counts, countsAround, countsNear } from './counts.ts'
import { findOperands } from './find-operands.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Operands } from './operands.ts'
import { type RatePhrase, ratePhrase } from './rate-phrase.ts'

/** A percentage of the text, and what its words say that it is of. */
export interface RatedFigure {
  readonly rate: LocalFigure
  /** Null if the words before it name no rate: a change, a bare number. */
  readonly phrase: RatePhrase | null
  /** The numbers that it is made of; null if they are not told, or not surely its own. */
  readonly operands: Operands | null
  /** The counts of its passage: those near it are asked for with `countsNear`. */
  readonly counts: Counts
}

const none: readonly RatedFigure[] = []

/** All percentages of a passage that tell a result, in reading order. */
export function ratesOf(surroundings: Surroundings): readonly RatedFigure[] {
  const { prose, data } = surroundings
  let rates: RatedFigure[] | null = null
  let counts: Counts | null = null
  for (const rate of prose.figures) {
    if (!isRate(rate)) continue
    counts ??= countsAround(surroundings)
    const phrase = ratePhrase(prose, rate, data)
    const operands =
      phrase && rate.time.relative !== 'last'
        ? findOperands(countsNear(counts, rate), data, prose, rate, phrase)
        : null
    rates ??= []
    rates.push({ rate, phrase, operands, counts })
  }
  return rates ?? none
}

/** Whether a figure is a percentage that tells a result and no aim. */
function isRate(figure: LocalFigure): boolean {
  return (figure.unit.kind === 'percent' || figure.unit.kind === 'permille') && figure.role === 'result'
}
