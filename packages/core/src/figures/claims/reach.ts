import { printNumber } from '../decimal.ts'
import { divide, isExact, meet, middle, times } from '../interval.ts'
import type { Verdict } from '../ledger.ts'
import type { Prose } from '../prose.ts'
import { type Rational, rational } from '../rational.ts'
import { hasWholeShare, neighbouringShares } from '../whole-shares.ts'
import { partOf } from './count-part.ts'
import { type Count, countsNear, distanceOf } from './counts.ts'
import { labelFrom, labelOf } from './label.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import { isOfClosedCases, type Rate } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import type { RatedFigure } from './rates-of.ts'
import { acceptedBy } from './ratio-verdict.ts'
import type { FindInPassage } from './setting.ts'
import { isElsewhere, sharesPair, topicOf } from './topic.ts'

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
export const reaches: FindInPassage = ({ prose, rates }) => {
  const claims: LocalClaim[] = []
  for (const rated of rates) {
    const { rate, phrase } = rated
    if (rate.qualifiers.bound !== 'exact' || (rate.unit.name !== '%' && rate.unit.name !== '‰')) continue
    const base = phrase ? baseOf(prose, rated, phrase) : baseOfNoun(prose, rated)
    if (base) claims.push(reachClaim(prose, rate, phrase, base))
  }
  return claims
}

const notCounted = /得分|平均|均值|分值|评分|指数|金额|面积|产值|预算|资金|经费|投资|收入|税/

/** 30份案卷的合格率, or the base in the words of the rate's data, if no part is told. */
function baseOf(prose: Prose, { rate, operands, counts }: RatedFigure, phrase: RatePhrase): Base | null {
  if (phrase.count > 1 || operands || phrase.rate?.counted === false) return null
  if (phrase.kind !== 'share' && phrase.kind !== 'named') return null
  const near = countsNear(counts, rate)
  if (near.length === 0 || notCounted.test(prose.text.slice(rate.leadFrom, rate.from))) return null
  if (phrase.kind === 'share') return baseOfShare(prose, rate, phrase, near)
  const adjacent = near.find(
    (count) => count.figure.tailTo === rate.from && count.at >= 0 && isWholeCount(count),
  )
  if (adjacent) {
    const words = prose.text.slice(adjacent.figure.to, phrase.from)
    return /^[^的]{0,12}的$/.test(words)
      ? { count: adjacent, named: true, totals: [wholeOf(adjacent)] }
      : null
  }
  const known = phrase.rate
  if (!known) return null
  const within = known.alike ? near.find(({ at }) => at === rate.index - 1) : undefined
  if (within && isWholeCount(within) && isBaseOfItsKind(prose, within, rate, phrase))
    return { count: within, named: true, totals: [wholeOf(within)] }
  return baseByWords(rate, phrase, known, near)
}

/** The nearest count before the rate that its data call the base, if no other count stands between them, and no part near. */
function baseByWords(
  rate: LocalFigure,
  phrase: RatePhrase,
  known: Rate,
  near: readonly Count[],
): Base | null {
  const ofSuccess = phrase.name.includes('成功')
  const isBase = (count: Count): boolean => {
    if (count.at >= rate.index || distanceOf(count, rate) > 1 || !isWholeCount(count)) return false
    const part = partOf(count, known, ofSuccess)
    return part === 'whole' || part === 'base'
  }
  const told = near.filter(isBase)
  if (told.length === 0) return null
  const topic = topicOf(rate, phrase, known)
  const bases = told.filter(
    (count) => !isElsewhere(topic, count, count, partOf(count, known, ofSuccess) === 'whole'),
  )
  const count = bases.at(-1)
  if (!count || (partOf(count, known, ofSuccess) === 'base' && isOfClosedCases(known))) return null
  if (
    near.some(({ at, figure }) => at > count.at && at < rate.index && figure.clause !== count.figure.clause)
  )
    return null
  const hasPart = near.some((other) => {
    if (!isWholeCount(other)) return false
    const part = partOf(other, known, ofSuccess)
    return part === 'part' || part === 'open'
  })
  if (hasPart) return null
  if (isMadeByTwo(near, rate)) return null
  const list = bases.filter((other) => other.figure.clause === count.figure.clause).map(wholeOf)
  return { count, named: false, totals: [...list, list.reduce((sum, next) => sum + next, 0n)] }
}

/** 收到118件，其中受理87件、不予受理31件，受理率73.7%: whether any two counts near it make the rate. */
function isMadeByTwo(near: readonly Count[], rate: LocalFigure): boolean {
  const scale = rational(rate.unit.kind === 'permille' ? 1000n : 100n)
  const accepted = acceptedBy(rate, false)
  return near.some(({ figure: part }) =>
    near.some(
      ({ figure: base }) =>
        base !== part &&
        base.interval.low?.numerator !== 0n &&
        meet(times(divide(part.interval, base.interval), scale), accepted),
    ),
  )
}

/** 在全镇21个村（社区）中，示范村创建达标率: the whole stands before 中, and the rate's own words name the same things. */
function isBaseOfItsKind({ text }: Prose, count: Count, rate: LocalFigure, phrase: RatePhrase): boolean {
  if (distanceOf(count, rate) !== 0) return false
  const { figure } = count
  const own = /^([^,。;]{0,12})[中里内],[^,。;]{0,24}$/.exec(text.slice(figure.to, phrase.from))?.[1]
  if (own === undefined) return false
  const words = text.slice(figure.to, phrase.from).slice(own.length) + phrase.name
  const noun = own.replace(/\([^()]*\)/g, '')
  return noun === ''
    ? words.includes(figure.unit.name)
    : sharesPair(noun, words) || words.includes(noun.slice(-1))
}

/** 22件案卷中，说理充分的占74.6%: the whole stands right before, and what 占 speaks of has no number of its own. */
function baseOfShare(
  { text }: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
  near: readonly Count[],
): Base | null {
  const count = near.find(({ at }) => at >= 0 && at === rate.index - 1)
  if (phrase.base !== '' || !count || distanceOf(count, rate) !== 0 || !isWholeCount(count)) return null
  const between = text.slice(count.figure.to, phrase.from)
  if (notCounted.test(between)) return null
  const [, whole, part] =
    /^([^,。;]{0,40}),其中[,:]?(?:[^,。;]{0,24}的)?([^,。;的]{0,8})$/.exec(between) ?? []
  // 24名干部参加培训，其中取得证书的干部占: what 占 speaks of is called as the whole is, or not called at all.
  const isOfThem = whole !== undefined && part !== undefined && (part === '' || sharesPair(part, whole))
  const [, noun, those] = /^([^,。;]{1,8}),([^,。;]{2,8})$/.exec(between) ?? []
  // 15家单位，优秀单位占比: some of them, with the same noun.
  const isSomeOfThem =
    noun !== undefined && those !== undefined && noun.length >= 2 && those.endsWith(noun.slice(-2))
  return isOfThem || isSomeOfThem || /^[^,。;]{0,24}[中里内],[^,。;]{1,24}$/.test(between)
    ? { count, named: true, totals: [wholeOf(count)] }
    : null
}

/** Words for public bodies, one taken for another: 29个行政机关中，86.2%的单位. */
const bodies = /单位|部门|机关|机构|主体/

/** 17个行政村中，86.5%的村: the base stands before 中, and what follows the rate names the same things. */
function baseOfNoun({ text }: Prose, { rate, counts }: RatedFigure): Base | null {
  if (text[rate.to] !== '的') return null
  const noun = /^的([^的]{1,16})/.exec(text.slice(rate.to, rate.tailTo))?.[1]
  if (!noun || !/^(?:[,、]?(?:有|约|其中)?|[^,。;]{2,12}有)$/.test(text.slice(rate.leadFrom, rate.from)))
    return null
  for (const count of countsNear(counts, rate)) {
    if (count.at !== rate.index - 1 || distanceOf(count, rate) > 1 || !isWholeCount(count)) continue
    const between = text.slice(count.figure.to, rate.from)
    const own = /^([^,。;]{0,16})中,?(?:有|约)?$|^([^,。;]{2,12}?),?有$/.exec(between)?.slice(1).find(Boolean)
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
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase | null,
  { count, named, totals }: Base,
): LocalClaim {
  const total = wholeOf(count)
  const wanted = times(acceptedBy(rate, false), scaleOf(rate))
  const reached = totals.some((candidate) => hasWholeShare(candidate, wanted))
  const verdict: Verdict = reached ? 'consistent' : named ? 'inconsistent' : 'question'
  return {
    kind: 'reach',
    rule: 'figures/reach',
    verdict,
    variant: verdict === 'question' ? 'unsure-base' : null,
    operands: [
      { figure: count.figure.index, role: 'base', above: count.at < 0 },
      { figure: rate.index, role: 'result' },
    ],
    tell: () => {
      const told = labelOf(count.prose, count.figure)
      const printed = prose.shape.text.slice(rate.from, rate.to)
      return {
        from: Math.min(phrase ? phrase.from : rate.from, rate.from),
        to: rate.to,
        arithmetic: reached ? `${told}中有整数可得${printed}` : noneOf(total, rate, printed),
        data: { base: told, printed, name: phrase ? phrase.name : printed },
        evidence: [
          {
            from: labelFrom(count.prose, count.figure),
            to: count.figure.to,
            label: told,
            above: count.at < 0,
          },
        ],
      }
    },
  }
}

/** `29÷30≈96.67%，28÷30≈93.33%，都不是“95.5%”` */
function noneOf(total: bigint, rate: LocalFigure, printed: string): string {
  const share = (part: bigint): string => {
    const value = rational(part * 100n, total)
    const exact = (value.numerator * 100n) % value.denominator === 0n
    return `${part}÷${total}${exact ? '＝' : '≈'}${printNumber(value, 2)}%`
  }
  const { below, above } = neighbouringShares(total, middle(times(rate.interval, scaleOf(rate))))
  return `${share(below)}，${share(above)}，都不是“${printed}”`
}

function scaleOf({ unit }: LocalFigure): Rational {
  return rational(1n, unit.kind === 'permille' ? 1000n : 100n)
}
