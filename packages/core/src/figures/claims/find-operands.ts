import type { DataKinds } from '../../ruleset/data.ts'
import type { Prose } from '../prose.ts'
import { type Count, clashes, nearestFirst } from './counts.ts'
import { freeOperands } from './free-operands.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Operands } from './operands.ts'
import { pairedOperands } from './paired-operands.ts'
import { parallelOperands } from './parallel-operands.ts'
import { planOperands } from './plan-operands.ts'
import { type Rate, rateOf } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { shareOperands } from './share-operands.ts'
import type { SoughtRate } from './sought-rate.ts'
import { topicOf } from './topic.ts'

/** The numbers that the rate is made of, of the counts near it; null if they are not told, or not surely its own. */
export function findOperands(
  counts: readonly Count[],
  data: DataKinds,
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Operands | null {
  if (counts.length === 0) return null
  if (phrase.kind === 'plan') return planOperands(counts, rate)
  const strict =
    phrase.kind === 'named'
      ? namedOperands(counts, prose, rate, phrase)
      : shareOperands(counts, prose, rate, phrase)
  return strict ?? freeOperands(counts, data, prose, rate, phrase)
}

/** The numbers of a rate by the words of its data, or by those of its name. */
function namedOperands(
  counts: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Operands | null {
  const known = phrase.rate ?? rateOfStem(phrase.name)
  if (known.part.length === 0) return null
  const isOfAnother = ({ figure, at }: Count): boolean =>
    clashes(figure, rate) || (at > rate.index && figure.time !== rate.time && isOfOtherYear(figure, rate))
  const own = counts.some(isOfAnother) ? counts.filter((count) => !isOfAnother(count)) : counts
  const sought: SoughtRate = {
    prose,
    rate,
    phrase,
    known,
    ofSuccess: phrase.name.includes('成功'),
    topic: topicOf(rate, phrase, known),
    counts: own,
    nearest: nearestFirst(own, rate),
  }
  return phrase.count > 1 ? parallelOperands(sought) : pairedOperands(sought)
}

/** 持证率100%；2021年为15人、持证12人: what follows the rate and names another year, where the rate names none. */
function isOfOtherYear({ time }: LocalFigure, rate: LocalFigure): boolean {
  return time.year !== rate.time.year || (time.relative === 'last') !== (rate.time.relative === 'last')
}

/** An unknown rate, from its own name: 挂牌率 has 挂牌 above the line, and below it 应挂牌 or what is told before it. */
function rateOfStem(name: string): Rate {
  return rateOf({ names: [name], part: [name.slice(-3, -1)], alike: true })
}
