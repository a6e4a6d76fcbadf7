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

const none: readonly Found[] = []

type Found = Omit<RatedFigure, 'operands'> & { operands: Operands | null }

/** All percentages of each passage that tell a result, in reading order. What they are called is read of all before what they are made of. */
export function ratesOf(all: readonly Surroundings[]): readonly (readonly RatedFigure[])[] {
  const found = all.map(phrasesOf)
  for (let nth = 0; nth < all.length; nth++) {
    const { prose, data } = all[nth] as Surroundings
    for (const rated of found[nth] as readonly Found[]) {
      const { rate, phrase, counts } = rated
      if (phrase && rate.time.relative !== 'last')
        rated.operands = findOperands(countsNear(counts, rate), data, prose, rate, phrase)
    }
  }
  return found
}

/** The percentages with what they are called. */
function phrasesOf(surroundings: Surroundings): readonly Found[] {
  const { prose, data } = surroundings
  let rates: Found[] | null = null
  let counts: Counts | null = null
  for (const rate of prose.figures) {
    if (!isRate(rate)) continue
    counts ??= countsAround(surroundings)
    rates ??= []
    rates.push({ rate, phrase: ratePhrase(prose, rate, data), operands: null, counts })
  }
  return rates ?? none
}

/** Whether a figure is a percentage that tells a result and no aim. */
function isRate(figure: LocalFigure): boolean {
  return (figure.unit.kind === 'percent' || figure.unit.kind === 'permille') && figure.role === 'result'
}
