import { printNumber } from '../decimal.ts'
import {
  add,
  allowTruncation,
  between,
  divide,
  type Interval,
  isExact,
  meet,
  middle,
  subtract,
  times,
} from '../interval.ts'
import type { Figure, Verdict } from '../ledger.ts'
import {
  compare,
  hundred,
  subtract as minus,
  add as plus,
  type Rational,
  rational,
  whole,
} from '../rational.ts'

/** How a rate stands to its two numbers. `variant` names the unusual reading of a question. */
export interface RatioVerdict {
  readonly verdict: Verdict
  readonly variant: 'rounded-up' | 'left-out' | 'carried-over' | 'without-carried' | 'sample' | null
}

/** What the words around a ratio allow beside the plain reading. */
export interface Allowances {
  /** Cases carried over from last year, which belong to the base. */
  readonly carried: Interval | null
  /** Cases that some writers leave out of the base. */
  readonly leftOut: Interval | null
  /** The base may be a part that is not told. */
  readonly sample: boolean
  /** The rate cannot exceed 100%. */
  readonly atMost100: boolean
  /** The rate is one of a set that makes exactly 100, so its last digit may have been bent. */
  readonly bent: boolean
}

const consistent: RatioVerdict = { verdict: 'consistent', variant: null }
const inconsistent: RatioVerdict = { verdict: 'inconsistent', variant: null }
const ninetyNineAndAHalf = rational(199n, 2n)

/** Judges whether `part` ÷ `base` is what the rate says. */
export function judgeRatio(part: Interval, base: Interval, rate: Figure, allow: Allowances): RatioVerdict {
  const withCarried = allow.carried ? add(base, allow.carried) : null
  if (fits(part, withCarried ?? base, rate, allow.bent)) return consistent
  if (withCarried && fits(part, base, rate, allow.bent))
    return { verdict: 'question', variant: 'without-carried' }
  const share = percentOf(part, withCarried ?? base, rate)
  if (
    saysAll(rate) &&
    share.low &&
    compare(share.low, ninetyNineAndAHalf) >= 0 &&
    compare(share.low, hundred) < 0
  )
    return { verdict: 'question', variant: 'rounded-up' }
  if (allow.leftOut) {
    const rest = subtract(base, allow.leftOut)
    if (rest.low && rest.low.numerator > 0n && fits(part, rest, rate, false))
      return { verdict: 'question', variant: 'left-out' }
  }
  if (allow.atMost100 && share.low && compare(share.low, hundred) > 0 && !exceeds(rate))
    return { verdict: 'question', variant: 'carried-over' }
  return allow.sample ? { verdict: 'question', variant: 'sample' } : inconsistent
}

/** `part` ÷ `base` in the unit of the rate: percent, or per mille. */
export function percentOf(part: Interval, base: Interval, rate: Figure): Interval {
  return times(divide(part, base), rate.unit.kind === 'permille' ? whole(1000) : hundred)
}

/** Whether some values inside the printed numbers give the printed rate, rounded or cut off. */
function fits(part: Interval, base: Interval, rate: Figure, bent: boolean): boolean {
  const share = percentOf(part, base, rate)
  if (saysAll(rate) && isExact(share)) return compare(share.low as Rational, hundred) === 0
  return meet(share, acceptedBy(rate, bent))
}

/** The values for which a writer may have printed this rate: rounded, cut off or, in a set that makes 100, bent by one. */
export function acceptedBy(rate: Figure, bent: boolean): Interval {
  const { interval } = rate
  const decimal = rate.unit.name === '%' || rate.unit.name === '‰'
  if (!decimal || rate.qualifiers.bound !== 'exact') return interval
  if (bent && interval.low && interval.high) {
    const digit = minus(interval.high, interval.low)
    return between(minus(interval.low, digit), plus(interval.high, digit))
  }
  return allowTruncation(interval)
}

/** 100%, as printed: not one less will do. */
function saysAll(rate: Figure): boolean {
  return (
    rate.qualifiers.bound === 'exact' &&
    rate.unit.kind === 'percent' &&
    rate.unit.name === '%' &&
    compare(middle(rate.interval), hundred) === 0
  )
}

/** Whether the rate itself is printed above 100%. */
function exceeds(rate: Figure): boolean {
  return rate.interval.low !== null && compare(rate.interval.low, whole(101)) > 0
}

/** `＝93.75%` or `≈92.37%`: the share as it is told in a sum. */
export function tellShare(part: Interval, base: Interval, rate: Figure): string {
  const share = middle(percentOf(part, base, rate))
  const told = printNumber(share, 2)
  const exact = (share.numerator * 100n) % share.denominator === 0n
  return `${exact ? '＝' : '≈'}${told}${rate.unit.kind === 'permille' ? '‰' : '%'}`
}
