import type { FigureContext, FindClaims, Passage } from '../context.ts'
import { printNumber } from '../decimal.ts'
import { isExact, middle, times } from '../interval.ts'
import type { Claim, Figure, Verdict } from '../ledger.ts'
import { rational } from '../rational.ts'
import { hasWholeShare, neighbouringShares } from '../whole-shares.ts'
import { labelFrom, labelOf } from './label.ts'
import type { Rate } from './rate-data.ts'
import { type Count, classified, countsNear } from './rate-operands.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { ratesOf } from './rates-of.ts'
import { operandsOf } from './ratio.ts'
import { acceptedBy } from './ratio-verdict.ts'
import { sharesPair, topicOf } from './topic.ts'

/** The base of a rate whose part is not told. `named`: the text itself says that the rate is of this base. */
interface Base {
  readonly count: Count
  readonly named: boolean
  /** How many there are: the counts of one list alone and taken together, since the rate may be of either. */
  readonly totals: readonly bigint[]
}

/**
 * Finds rates of which only the base is told, and asks whether any whole number makes the rate of it: no whole number of 30
 * files is 95.5% of them.
 */
export const reaches: FindClaims = (context) => {
  const claims: Claim[] = []
  for (const { passage, rate, phrase } of ratesOf(context)) {
    if (rate.qualifiers.bound !== 'exact' || (rate.unit.name !== '%' && rate.unit.name !== '‰')) continue
    const base = phrase ? baseOf(context, passage, rate, phrase) : baseOfNoun(context, passage, rate)
    if (base) claims.push(reachClaim(passage, rate, phrase, base))
  }
  return claims
}

const notCounted = /得分|平均|均值|分值|评分|指数|金额|面积|产值|预算|资金|经费|投资|收入|税/

/** 30份案卷的合格率, or the base in the words of the rate's data, if no part is told. */
function baseOf(context: FigureContext, passage: Passage, rate: Figure, phrase: RatePhrase): Base | null {
  if (phrase.kind !== 'named' || phrase.count > 1 || phrase.rate?.counted === false) return null
  const lead = passage.text.slice(rate.leadFrom, rate.place.from)
  if (notCounted.test(lead) || operandsOf(context, passage, rate, phrase)) return null
  const near = countsNear(context, passage, rate).filter(isWholeCount)
  const adjacent = near.find((count) => count.passage === passage && count.figure.tailTo === rate.place.from)
  if (adjacent) {
    const words = passage.text.slice(adjacent.figure.place.to, phrase.from)
    return /^[^的]{0,12}的$/.test(words)
      ? { count: adjacent, named: true, totals: [wholeOf(adjacent)] }
      : null
  }
  const known = phrase.rate
  if (!known) return null
  const counts = classified(near, known, phrase.name)
  if (counts.some((count) => count.part === 'part' || count.part === 'open')) return null
  const bases = counts
    .filter(
      (count) =>
        (count.part === 'whole' || count.part === 'base') &&
        count.distance <= 1 &&
        count.figure.index < rate.index &&
        topicOf(phrase, count, count, known) !== 'elsewhere',
    )
    .sort((a, b) => b.figure.index - a.figure.index)
  const [count] = bases
  if (!count || (count.part === 'base' && isOfClosedCases(known))) return null
  const list = bases.filter((other) => other.figure.clause === count.figure.clause).map(wholeOf)
  return { count, named: false, totals: [...list, list.reduce((sum, next) => sum + next, 0n)] }
}

/** Words for public bodies, one taken for another: 29个行政机关中，86.2%的单位. */
const bodies = /单位|部门|机关|机构|主体/

/** 调解率, 胜诉率: they are taken of the cases that were closed, so a count of those received tells nothing. */
function isOfClosedCases({ whole }: Rate): boolean {
  return whole?.includes('审结') === true
}

/** 17个行政村中，86.5%的村: the base stands before 中, and what follows the rate names the same things. */
function baseOfNoun(context: FigureContext, passage: Passage, rate: Figure): Base | null {
  const { text } = passage
  const noun = /^的([^的]{1,16})/.exec(text.slice(rate.place.to, rate.tailTo))?.[1]
  if (!noun || !/^[,、]?(?:有|约|其中)?$/.test(text.slice(rate.leadFrom, rate.place.from))) return null
  for (const count of countsNear(context, passage, rate).filter(isWholeCount)) {
    if (count.distance > 1 || count.figure.index !== rate.index - 1) continue
    const between = text.slice(count.figure.place.to, rate.place.from)
    const own = /^([^,。;]{0,16})中,(?:有|约)?$/.exec(between)?.[1]
    if (
      own &&
      (sharesPair(own, noun) || own.endsWith(noun[0] as string) || (bodies.test(noun) && bodies.test(own)))
    )
      return { count, named: true, totals: [wholeOf(count)] }
  }
  return null
}

/** The number of a count of whole things. */
function wholeOf({ figure }: Count): bigint {
  return figure.interval.low?.numerator ?? 1n
}

/** A count of whole things that is told exactly. */
function isWholeCount(count: Count): boolean {
  const { figure } = count
  return (
    figure.unit.kind === 'measure' &&
    isExact(figure.interval) &&
    figure.interval.low !== null &&
    figure.interval.low.denominator === 1n &&
    figure.interval.low.numerator > 0n &&
    figure.role === 'result'
  )
}

function reachClaim(
  passage: Passage,
  rate: Figure,
  phrase: RatePhrase | null,
  { count, named, totals }: Base,
): Claim {
  const total = wholeOf(count)
  const scale = rational(1n, rate.unit.kind === 'permille' ? 1000n : 100n)
  const wanted = times(acceptedBy(rate, false), scale)
  const reached = totals.some((candidate) => hasWholeShare(candidate, wanted))
  const verdict: Verdict = reached ? 'consistent' : named ? 'inconsistent' : 'question'
  const { below, above } = neighbouringShares(total, middle(times(rate.interval, scale)))
  const told = labelOf(count.passage, count.figure)
  const printed = passage.block.shape.text.slice(rate.place.from, rate.place.to)
  const share = (part: bigint): string => {
    const value = rational(part * 100n, total)
    const exact = (value.numerator * 100n) % value.denominator === 0n
    return `${part}÷${total}${exact ? '＝' : '≈'}${printNumber(value, 2)}%`
  }
  const arithmetic = reached
    ? `${told}中有整数可得${printed}`
    : `${share(below)}，${share(above)}，都不是“${printed}”`
  const from = phrase ? phrase.from : rate.place.from
  return {
    kind: 'reach',
    rule: 'figures/reach',
    verdict,
    place: { block: passage.block, from: Math.min(from, rate.place.from), to: rate.place.to },
    operands: [
      { figure: count.figure.index, role: 'base' },
      { figure: rate.index, role: 'result' },
    ],
    arithmetic,
    variant: verdict === 'question' ? 'unsure-base' : null,
    data: { base: told, printed, name: phrase ? phrase.name : printed },
    evidence: [
      {
        place: {
          block: count.passage.block,
          from: labelFrom(count.passage, count.figure),
          to: count.figure.place.to,
        },
        label: told,
      },
    ],
  }
}
