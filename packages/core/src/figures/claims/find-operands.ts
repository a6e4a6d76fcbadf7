import type { Prose } from '../prose.ts'
import { classified } from './count-part.ts'
import type { Count } from './counts.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Operands } from './operands.ts'
import { pairedOperands } from './paired-operands.ts'
import { parallelOperands } from './parallel-operands.ts'
import type { Rate } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { shareOperands } from './share-operands.ts'

/** The numbers that the rate is made of, of the counts near it; null if they are not told, or not surely its own. */
export function findOperands(
  near: () => readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Operands | null {
  if (phrase.kind !== 'named') return shareOperands(near(), prose, rate, phrase)
  const known = phrase.rate ?? rateOfStem(phrase.name)
  if (known.part === undefined) return null
  const own = near().filter((count) => !isOfOtherTime(count, rate))
  const counts = classified(own, known, phrase.name)
  if (phrase.count > 1) return parallelOperands(counts, rate, phrase, known)
  return pairedOperands(counts, prose, rate, phrase, known)
}

/** Whether a count is of another year than the rate, or one of them of a part of the year only. */
function isOfOtherTime({ figure }: Count, rate: LocalFigure): boolean {
  const own = rate.time
  const its = figure.time
  if (own.year !== null && its.year !== null && own.year !== its.year) return true
  return (own.relative === 'part-year') !== (its.relative === 'part-year')
}

/** An unknown rate, from its own name: 挂牌率 has 挂牌 above the line, and below it 应挂牌 or what is told before it. */
function rateOfStem(name: string): Rate {
  return { names: [name], part: [name.slice(-3, -1)], alike: true }
}
