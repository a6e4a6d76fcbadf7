import {
  add,
  allowTruncation,
  divide,
  exactly,
  exactlyWhole,
  type Interval,
  liesBelow,
  meet,
  multiply,
  power,
  subtract,
  times,
} from '../interval.ts'
import type { Verdict } from '../ledger.ts'
import { compare, hundred, multiply as multiplyExact, one, rational, sign } from '../rational.ts'
import {
  type BeforeAfter,
  type Direction,
  differenceLine,
  growthLine,
  growthText,
  meanRate,
  otherWay,
  pointsLine,
  ratioText,
  wrongGrowth,
} from './change-lines.ts'
import type { LocalFigure } from './local-claim.ts'

/** What came out when a change was recomputed: the verdict, the variant of the rule's words, and the sum in one line, when asked. */
export interface ChangeResult {
  readonly verdict: Verdict
  readonly variant: string | null
  readonly tell: () => string
}

/** 增长18.3%, 下降近六成: a growth rate against before and after. */
export function checkRate(pair: BeforeAfter, rate: LocalFigure, direction: Direction): ChangeResult {
  const { before, after } = pair
  if (isZero(before.interval)) return zeroBase(pair)
  const growth = growthOf(before.interval, after.interval, direction)
  const printed = asPercent(rate)
  if (meet(allowTruncation(printed), growth))
    return { verdict: 'consistent', variant: null, tell: () => growthLine(pair, direction) }
  if (before.unit.kind === 'percent' && rate.unit.kind === 'percent') {
    const points = signed(subtract(after.interval, before.interval), direction)
    if (meet(allowTruncation(printed), points))
      return {
        verdict: 'inconsistent',
        variant: 'points',
        tell: () => `${pointsLine(pair, direction)}，按比率算为${growthText(pair, direction)}%`,
      }
  }
  const opposite = growthOf(before.interval, after.interval, direction === 'up' ? 'down' : 'up')
  const wrongWay =
    meet(allowTruncation(printed), opposite) || meet(allowTruncation(printed), times(growth, rational(-1n)))
  if (wrongWay && !meet(growth, exactlyWhole(0)))
    return {
      verdict: 'inconsistent',
      variant: 'direction',
      tell: () => growthLine(pair, otherWay(direction)),
    }
  return { verdict: 'inconsistent', variant: null, tell: () => wrongGrowth(pair, direction) }
}

function zeroBase(pair: BeforeAfter): ChangeResult {
  const tell = (): string => `${pair.beforeText}为基数，不能计算增长率`
  return { verdict: 'inconsistent', variant: 'zero-base', tell }
}

/** 年均增长10% from one year to another: compounded. */
export function checkYearlyRate(
  pair: BeforeAfter,
  rate: LocalFigure,
  direction: Direction,
  years: number,
): ChangeResult {
  const { before, after } = pair
  const share = divide(signed(allowTruncation(asPercent(rate)), direction), exactly(hundred))
  const reached = multiply(before.interval, power(add(exactlyWhole(1), share), years))
  const tell = (): string =>
    `从${pair.beforeText}到${pair.afterText}，${years}年年均${direction === 'up' ? '增长' : '下降'}约${meanRate(pair, years)}%`
  if (meet(reached, after.interval)) return { verdict: 'consistent', variant: null, tell }
  const simple = divide(growthOf(before.interval, after.interval, direction), exactlyWhole(years))
  if (meet(allowTruncation(asPercent(rate)), simple)) return { verdict: 'question', variant: 'yearly', tell }
  return { verdict: 'inconsistent', variant: 'yearly', tell }
}

/** 提高2.7个百分点 between two percentages. */
export function checkPoints(pair: BeforeAfter, points: LocalFigure, direction: Direction): ChangeResult {
  const change = signed(subtract(pair.after.interval, pair.before.interval), direction)
  const tell = (): string => pointsLine(pair, direction)
  if (meet(allowTruncation(points.interval), change)) return { verdict: 'consistent', variant: null, tell }
  if (meet(allowTruncation(points.interval), times(change, rational(-1n))))
    return {
      verdict: 'inconsistent',
      variant: 'direction',
      tell: () => pointsLine(pair, otherWay(direction)),
    }
  return { verdict: 'inconsistent', variant: null, tell }
}

/** 同比增加16.7个百分点 between two counts: points are for rates; told so, a growth rate is wrong even where its number is right. */
export function checkPointsOfCounts(
  pair: BeforeAfter,
  points: LocalFigure,
  direction: Direction,
): ChangeResult | null {
  if (isZero(pair.before.interval)) return null
  const growth = growthOf(pair.before.interval, pair.after.interval, direction)
  return meet(allowTruncation(points.interval), growth)
    ? { verdict: 'inconsistent', variant: null, tell: () => growthLine(pair, direction) }
    : null
}

/** 增加26件 between two values of its unit. */
export function checkDifference(
  pair: BeforeAfter,
  difference: LocalFigure,
  direction: Direction,
): ChangeResult {
  const change = signed(subtract(pair.after.interval, pair.before.interval), direction)
  const holds = meet(allowTruncation(difference.interval), change)
  return {
    verdict: holds ? 'consistent' : 'inconsistent',
    variant: null,
    tell: () => differenceLine(pair, direction),
  }
}

/** 增长3倍: two times more, or (loosely) three times as many. A decrease cannot be told in 倍. */
export function checkTimes(pair: BeforeAfter, figure: LocalFigure, direction: Direction): ChangeResult {
  const { before, after } = pair
  if (direction === 'down')
    return { verdict: 'inconsistent', variant: 'decrease-in-times', tell: () => growthLine(pair, 'down') }
  if (isZero(before.interval)) return zeroBase(pair)
  const ratio = divide(after.interval, before.interval)
  const printed = allowTruncation(figure.interval)
  const tell = (): string =>
    `${pair.afterText}÷${pair.beforeText}＝${ratioText(pair)}倍，即增长${ratioText(pair, one)}倍`
  if (meet(printed, subtract(ratio, exactlyWhole(1)))) return { verdict: 'consistent', variant: null, tell }
  if (meet(printed, ratio)) return { verdict: 'question', variant: 'times', tell }
  return { verdict: 'inconsistent', variant: null, tell }
}

/** 是上年的2.6倍. */
export function checkMultiple(pair: BeforeAfter, figure: LocalFigure): ChangeResult {
  const ratio = divide(pair.after.interval, pair.before.interval)
  const tell = (): string => `${pair.afterText}÷${pair.beforeText}＝${ratioText(pair)}倍`
  const printed = allowTruncation(figure.interval)
  if (isZero(pair.before.interval) || meet(printed, ratio))
    return { verdict: 'consistent', variant: null, tell }
  return { verdict: 'inconsistent', variant: null, tell }
}

/** 翻番, 翻两番: twice, four times as many. A little less (3 %) is told so too. */
export function checkDoubling(pair: BeforeAfter, doublings: number): ChangeResult {
  const least = multiplyExact(rational(2n ** BigInt(doublings)), rational(97n, 100n))
  const ratio = divide(pair.after.interval, pair.before.interval)
  const tell = (): string =>
    `${pair.afterText}÷${pair.beforeText}＝${ratioText(pair)}倍，${doublings === 1 ? '翻番' : `翻${doublings}番`}应为${2 ** doublings}倍`
  const short = ratio.high !== null && compare(ratio.high, least) < 0
  return { verdict: short ? 'inconsistent' : 'consistent', variant: null, tell }
}

/** 增加到 with a smaller value, 减少到 with a greater one. Null if the verb fits. */
export function checkDirection(pair: BeforeAfter, direction: Direction): ChangeResult | null {
  const [low, high] = direction === 'up' ? [pair.after, pair.before] : [pair.before, pair.after]
  if (!liesBelow(low.interval, high.interval)) return null
  const tell = (): string => `${pair.afterText}${direction === 'up' ? '＜' : '＞'}${pair.beforeText}`
  return { verdict: 'inconsistent', variant: 'direction', tell }
}

/** The growth from before to after in percent, as a positive interval when it goes the way that is told. */
function growthOf(before: Interval, after: Interval, direction: Direction): Interval {
  const growth = subtract(times(divide(after, before), hundred), exactly(hundred))
  return signed(growth, direction)
}

function signed(change: Interval, direction: Direction): Interval {
  return direction === 'up' ? change : times(change, rational(-1n))
}

function isZero(interval: Interval): boolean {
  return (
    interval.low !== null && sign(interval.low) === 0 && interval.high !== null && sign(interval.high) === 0
  )
}

/** A rate in percent, whatever it is printed in. */
function asPercent(rate: LocalFigure): Interval {
  return rate.unit.kind === 'permille' ? times(rate.interval, rational(1n, 10n)) : rate.interval
}
