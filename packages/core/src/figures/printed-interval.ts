import type { Numeral } from '../prose/numerals.ts'
import { decimalValue, powerOfTen, shift } from './decimal.ts'
import { above, atLeast, atMost, below, between, exactly, type Interval, rounded } from './interval.ts'
import type { Qualifiers } from './ledger.ts'
import { add, multiply, type Rational, rational, sign, subtract, zero } from './rational.ts'

/** How a number is to be taken: a count is exact as printed, a measured or computed value is rounded to its last digit. */
export type Exactness = 'count' | 'rounded'

/** 近: a little less than printed; 约 and 左右: a little less or more; the others as their names say. */
export type Bound = Qualifiers['bound'] | 'nearly'

/** The values that 以上, 超过, 以下 or 不足 leave open on one side; null for any other wording. */
export function oneSidedInterval(value: Rational, bound: Bound): Interval | null {
  switch (bound) {
    case 'at-least':
      return atLeast(value)
    case 'over':
      return above(value)
    case 'at-most':
      return atMost(value)
    case 'under':
      return below(value)
    default:
      return null
  }
}

/**
 * The values that a printed number allows, in the unit's own scale (万 and 亿 multiplied out).
 *
 *     58.13% → [58.125, 58.135)     12.6万 → [125500, 126500)     32件 → 32
 *     10余 → (10, 20)               近200 → (100, 200]            约1.3亿 → [1.2亿, 1.4亿]
 */
export function printedInterval(numeral: Numeral, bound: Bound, exactness: Exactness): Interval {
  const { scale, exponent } = numeral
  if (bound === 'exact' && !numeral.more && numeral.high === null)
    return exactness === 'count' && exponent === 0 && scale === 0
      ? exactly(rational(numeral.units))
      : rounded(numeral, exponent)
  const value = shift(decimalValue(numeral), exponent)
  const oneSided = oneSidedInterval(value, bound)
  if (oneSided) return oneSided
  switch (bound) {
    case 'nearly':
      // Nothing is a little less than zero.
      if (numeral.units === 0n) return exactly(value)
      return between(notBelowZero(subtract(value, stepOf(numeral))), value, false, true)
    case 'about':
      return between(notBelowZero(subtract(value, margin(numeral))), add(value, margin(numeral)))
  }
  if (numeral.more) return between(value, add(value, stepOf(numeral)), false, false)
  if (numeral.high !== null) {
    const high = shift(decimalValue({ units: numeral.high, scale }), exponent)
    return between(value, high)
  }
  return rounded(numeral, exponent)
}

/** The values from one printed number to another: `3—5`. Ends that are rounded reach half a unit further. */
export function printedRange(from: Numeral, to: Numeral, exactness: Exactness): Interval | null {
  const low = printedInterval(from, 'exact', exactness)
  const high = printedInterval(to, 'exact', exactness)
  if (low.low === null || high.high === null) return null
  if (sign(subtract(high.high, low.low)) < 0) return null
  return between(low.low, high.high)
}

/** What the last digit that is not a zero counts: 10 for 10余, 100 for 3200, 0.1万 for 2.7万. */
function stepOf(numeral: Numeral): Rational {
  let { units } = numeral
  let exponent = numeral.exponent - numeral.scale
  while (units !== 0n && units % 10n === 0n) {
    units /= 10n
    exponent++
  }
  return powerOfTen(exponent)
}

/** How far 约 reaches: half of what the last digit other than zero counts, at least one unit of the last printed digit. */
function margin(numeral: Numeral): Rational {
  const half = multiply(stepOf(numeral), rational(1n, 2n))
  const unit = powerOfTen(numeral.exponent - numeral.scale)
  return sign(subtract(half, unit)) > 0 ? half : unit
}

function notBelowZero(value: Rational): Rational {
  return sign(value) < 0 ? zero : value
}
