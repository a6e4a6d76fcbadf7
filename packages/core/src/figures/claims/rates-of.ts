import type { Surroundings } from '../context.ts'
import { type Count, type Counts, countsAround, countsNear } from './counts.ts'
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
  /** The counts near it. */
  readonly near: () => readonly Count[]
}

const none: readonly RatedFigure[] = []

/** All percentages of a passage that tell a result, in reading order. */
export function ratesOf(surroundings: Surroundings): readonly RatedFigure[] {
  const { prose, data } = surroundings
  let rates: RatedFigure[] | null = null
  let counts: Counts | null = null
  for (const rate of prose.figures) {
    if (!isRate(rate)) continue
    const phrase = ratePhrase(prose, rate, data)
    let found: readonly Count[] | null = null
    const near = (): readonly Count[] => {
      counts ??= countsAround(surroundings)
      found ??= countsNear(counts, rate)
      return found
    }
    const operands =
      phrase && rate.time.relative !== 'last' ? findOperands(near, data, prose, rate, phrase) : null
    rates ??= []
    rates.push({ rate, phrase, operands, near })
  }
  return rates ?? none
}

/** Whether a figure is a percentage that tells a result and no aim. */
function isRate(figure: LocalFigure): boolean {
  return (figure.unit.kind === 'percent' || figure.unit.kind === 'permille') && figure.role === 'result'
}
