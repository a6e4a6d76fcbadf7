import type { DataKinds } from '../../ruleset/data.ts'
import type { Prose } from '../prose.ts'
import { classified } from './count-part.ts'
import { type Count, clashes } from './counts.ts'
import { freeOperands } from './free-operands.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Operands } from './operands.ts'
import { pairedOperands } from './paired-operands.ts'
import { parallelOperands } from './parallel-operands.ts'
import { planOperands } from './plan-operands.ts'
import { type Rate, rateOf } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { shareOperands } from './share-operands.ts'

/** The numbers that the rate is made of, of the counts near it; null if they are not told, or not surely its own. */
export function findOperands(
  near: () => readonly Count[],
  data: DataKinds,
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Operands | null {
  if (phrase.kind === 'plan') return planOperands(near(), rate)
  const strict =
    phrase.kind === 'named'
      ? namedOperands(near, prose, rate, phrase)
      : shareOperands(near(), prose, rate, phrase)
  return strict ?? freeOperands(near(), data, prose, rate, phrase)
}

/** The numbers of a rate by the words of its data, or by those of its name. */
function namedOperands(
  near: () => readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Operands | null {
  const known = phrase.rate ?? rateOfStem(phrase.name)
  if (known.part.length === 0) return null
  const own = near().filter(({ figure }) => !clashes(figure, rate))
  const counts = classified(own, known, phrase.name)
  if (phrase.count > 1) return parallelOperands(counts, rate, phrase, known)
  return pairedOperands(counts, prose, rate, phrase, known)
}

/** An unknown rate, from its own name: 挂牌率 has 挂牌 above the line, and below it 应挂牌 or what is told before it. */
function rateOfStem(name: string): Rate {
  return rateOf({ names: [name], part: [name.slice(-3, -1)], alike: true })
}
