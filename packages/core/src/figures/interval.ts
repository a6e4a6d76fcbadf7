import { type Decimal, tenToThe } from './decimal.ts'
import * as exact from './rational.ts'
import { compare, type Rational, rational, sign, whole } from './rational.ts'

/** The values that a printed number allows. An absent bound is unbounded. Never empty. */
export interface Interval {
  readonly low: Rational | null
  readonly lowClosed: boolean
  readonly high: Rational | null
  readonly highClosed: boolean
}

/** Every number: what an operation gives when it can say nothing. */
export const everything: Interval = Object.freeze({
  low: null,
  lowClosed: false,
  high: null,
  highClosed: false,
})

/** Exactly one value. */
export function exactly(value: Rational): Interval {
  return { low: value, lowClosed: true, high: value, highClosed: true }
}

/** Exactly the whole number `value`. */
export function exactlyWhole(value: number): Interval {
  return exactly(whole(value))
}

/** All values from `low` to `high`; both belong to it unless said otherwise. @throws RangeError if there are none. */
export function between(low: Rational, high: Rational, lowClosed = true, highClosed = true): Interval {
  const order = compare(low, high)
  if (order > 0 || (order === 0 && !(lowClosed && highClosed))) throw new RangeError('an empty interval')
  return { low, lowClosed, high, highClosed }
}

/** 以上, 不低于: `value` and everything above it. */
export function atLeast(value: Rational): Interval {
  return { low: value, lowClosed: true, high: null, highClosed: false }
}

/** 超过, 逾: everything above `value`. */
export function above(value: Rational): Interval {
  return { low: value, lowClosed: false, high: null, highClosed: false }
}

/** 以下, 不超过: `value` and everything below it. */
export function atMost(value: Rational): Interval {
  return { low: null, lowClosed: false, high: value, highClosed: true }
}

/** 不足, 不到: everything below `value`. */
export function below(value: Rational): Interval {
  return { low: null, lowClosed: false, high: value, highClosed: false }
}

/**
 * The values that are rounded to the printed decimal: half a unit of its last digit to both sides, the lower end included.
 * `exponent` is the scale of the unit: 4 for 万, 8 for 亿; `2.95` with 4 is [29450, 29550).
 */
export function rounded(printed: Decimal, exponent = 0): Interval {
  const places = exponent - printed.scale
  // In halves of a unit of the last digit: one less and one more than twice the digits.
  const twice = printed.units * 2n
  const step = places > 0 ? tenToThe(places) : 1n
  const denominator = places < 0 ? 2n * tenToThe(-places) : 2n
  return {
    low: { numerator: (twice - 1n) * step, denominator },
    lowClosed: true,
    high: { numerator: (twice + 1n) * step, denominator },
    highClosed: false,
  }
}

/**
 * An interval made by {@link rounded}, widened by the values that would have been cut off to the same print. One value, or
 * an interval without both ends, is given back as it is.
 */
export function allowTruncation(interval: Interval): Interval {
  const { low, high } = interval
  if (low === null || high === null || compare(low, high) === 0) return interval
  const half = exact.multiply(exact.subtract(high, low), rational(1n, 2n))
  const { lowClosed, highClosed } = interval
  return { low, lowClosed, high: exact.add(high, half), highClosed }
}

/** Whether the interval is one single value. */
export function isExact({ low, high }: Interval): boolean {
  return low !== null && high !== null && (low === high || compare(low, high) === 0)
}

/** Whether both ends are the very same number: most counts of a report are made so. */
function isOneValue(interval: Interval): interval is Interval & { readonly low: Rational } {
  return interval.low !== null && interval.low === interval.high
}

/** The value in the middle; the end of a half-open interval; zero for everything. The printed value of a rounded figure. */
export function middle(interval: Interval): Rational {
  const { low, high } = interval
  if (low === high && low !== null) return low
  if (low === null) return high ?? exact.zero
  if (high === null) return low
  return exact.multiply(exact.add(low, high), rational(1n, 2n))
}

/** Whether `value` lies in the interval. */
export function holds(interval: Interval, value: Rational): boolean {
  const { low, high } = interval
  if (low !== null) {
    const order = compare(value, low)
    if (order < 0 || (order === 0 && !interval.lowClosed)) return false
  }
  if (high !== null) {
    const order = compare(value, high)
    if (order > 0 || (order === 0 && !interval.highClosed)) return false
  }
  return true
}

/** Whether every value of `a` lies below every value of `b`: no value of `b` can be equal to or less than one of `a`. */
export function liesBelow(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false
  const order = compare(a.high, b.low)
  return order < 0 || (order === 0 && !(a.highClosed && b.lowClosed))
}

/** Whether the intervals share a value: whether what both printed numbers say can be true of one quantity. */
export function meet(a: Interval, b: Interval): boolean {
  return !liesBelow(a, b) && !liesBelow(b, a)
}

/** The interval reflected at zero. */
export function negate(a: Interval): Interval {
  return {
    low: a.high && exact.negate(a.high),
    lowClosed: a.highClosed,
    high: a.low && exact.negate(a.low),
    highClosed: a.lowClosed,
  }
}

/** All sums of a value of `a` and a value of `b`. */
export function add(a: Interval, b: Interval): Interval {
  return {
    low: a.low && b.low && exact.add(a.low, b.low),
    lowClosed: a.lowClosed && b.lowClosed,
    high: a.high && b.high && exact.add(a.high, b.high),
    highClosed: a.highClosed && b.highClosed,
  }
}

/** All differences of a value of `a` and a value of `b`. */
export function subtract(a: Interval, b: Interval): Interval {
  return add(a, negate(b))
}

/** All sums of one value of each; zero for none. */
export function total(intervals: Iterable<Interval>): Interval {
  let sum: Interval | null = null
  for (const interval of intervals) sum = sum === null ? interval : add(sum, interval)
  return sum ?? exactlyWhole(0)
}

/** All products of a value of `a` and a value of `b`. */
export function multiply(a: Interval, b: Interval): Interval {
  const corners = [
    product(lowEnd(a), lowEnd(b)),
    product(lowEnd(a), highEnd(b)),
    product(highEnd(a), lowEnd(b)),
    product(highEnd(a), highEnd(b)),
  ]
  // Zero times anything is zero: a zero inside one factor is reached whatever the other end of it looks like.
  if (holds(a, exact.zero) || holds(b, exact.zero)) corners.push({ value: exact.zero, closed: true })
  let low = corners[0] as End
  let high = low
  for (const corner of corners) {
    const lower = order(corner, low)
    if (lower < 0 || (lower === 0 && corner.closed)) low = corner
    const higher = order(corner, high)
    if (higher > 0 || (higher === 0 && corner.closed)) high = corner
  }
  return {
    low: finite(low),
    lowClosed: low.closed && finite(low) !== null,
    high: finite(high),
    highClosed: high.closed && finite(high) !== null,
  }
}

/** `a` times an exact number. */
export function times(a: Interval, factor: Rational): Interval {
  const way = sign(factor)
  if (way === 0) return exactly(exact.zero)
  if (way < 0) return times(negate(a), exact.negate(factor))
  const low = a.low && exact.multiply(a.low, factor)
  const high = a.low === a.high ? low : a.high && exact.multiply(a.high, factor)
  return { low, lowClosed: a.lowClosed, high, highClosed: a.highClosed }
}

/**
 * All quotients of a value of `a` and a value of `b` other than zero. {@link everything} if `b` reaches to both sides of
 * zero or is nothing but zero.
 */
export function divide(a: Interval, b: Interval): Interval {
  if (isOneValue(a) && isOneValue(b) && sign(b.low) !== 0) return exactly(exact.divide(a.low, b.low))
  const low = b.low === null ? -1 : sign(b.low)
  const high = b.high === null ? 1 : sign(b.high)
  if (low === high ? low === 0 : low < 0 && high > 0) return everything
  return multiply(a, {
    low: b.high && sign(b.high) !== 0 ? exact.divide(exact.one, b.high) : b.high ? null : exact.zero,
    lowClosed: b.highClosed && b.high !== null && sign(b.high) !== 0,
    high: b.low && sign(b.low) !== 0 ? exact.divide(exact.one, b.low) : b.low ? null : exact.zero,
    highClosed: b.lowClosed && b.low !== null && sign(b.low) !== 0,
  })
}

/** `a` multiplied `exponent` times; for intervals without values below zero these are exactly the powers of its values. */
export function power(a: Interval, exponent: number): Interval {
  let result = exactlyWhole(1)
  for (let nth = 0; nth < exponent; nth++) result = multiply(result, a)
  return result
}

/** An end of an interval in the extended number line. */
interface End {
  readonly value: Rational | 'minus-infinity' | 'infinity'
  readonly closed: boolean
}

function lowEnd(a: Interval): End {
  return { value: a.low ?? 'minus-infinity', closed: a.lowClosed }
}

function highEnd(a: Interval): End {
  return { value: a.high ?? 'infinity', closed: a.highClosed }
}

function finite(end: End): Rational | null {
  return typeof end.value === 'string' ? null : end.value
}

function signOf(end: End): number {
  return end.value === 'infinity' ? 1 : end.value === 'minus-infinity' ? -1 : sign(end.value)
}

function product(a: End, b: End): End {
  const signs = signOf(a) * signOf(b)
  if (typeof a.value !== 'string' && typeof b.value !== 'string')
    return { value: exact.multiply(a.value, b.value), closed: a.closed && b.closed }
  if (signs === 0) return { value: exact.zero, closed: false }
  return { value: signs > 0 ? 'infinity' : 'minus-infinity', closed: false }
}

function order(a: End, b: End): number {
  if (typeof a.value !== 'string' && typeof b.value !== 'string') return compare(a.value, b.value)
  if (a.value === b.value) return 0
  return a.value === 'infinity' || b.value === 'minus-infinity' ? 1 : -1
}
