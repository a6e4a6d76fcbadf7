import { type Interval, isExact, middle } from '../interval.ts'
import { compare, divide, floor, multiply, one, type Rational, rational, subtract } from '../rational.ts'

/**
 * How a number may have been written down wrongly: one digit taken for another (`digit`: 349 for 359), two neighbours changed
 * about (`swapped`: 258 for 285), one left out (`dropped`: 6 for 16) or one too many (`doubled`: 1164 for 164), the point in the wrong
 * place (`shifted`: 8.73 for 87.3).
 */
export type Slip = 'digit' | 'swapped' | 'dropped' | 'doubled' | 'shifted'

const shifts: readonly Rational[] = [10n, 100n].flatMap((power) => [rational(power), rational(1n, power)])

/**
 * The slip of the hand that makes the printed number of the right one; null if none does, or if the printed number is right as
 * it is. `printed` is the interval of a figure that is told exactly, in whatever unit; `right` is the value that belongs
 * there, and is taken as the writer would have printed it, rounded or cut off to the same place.
 *
 * Of all numbers with three digits only one in thirty is a slip of a given one: that a number which does not fit is a slip of
 * the one that would is evidence that both belong together.
 */
export function slipOf(printed: Interval, right: Rational): Slip | null {
  if (isExact(printed) && printed.low?.denominator === 1n && right.denominator === 1n) {
    const [units, print] = [Number(printed.low.numerator), Number(right.numerator)]
    if (units >= 0 && units <= greatestWhole && print <= greatestWhole) return slipOfWhole(units, print)
  }
  const step = stepOf(printed)
  if (step === null || compare(right, rational(0n)) < 0) return null
  const units = floor(divide(middle(printed), step))
  const prints = printsOf(right, step)
  if (prints.includes(units)) return null
  if (units !== 0n && shifts.some((power) => printsOf(multiply(right, power), step).includes(units)))
    return 'shifted'
  for (const print of prints) {
    const slip = slipOfDigits(String(units), String(print))
    if (slip !== null) return slip
  }
  return null
}

/** Numbers up to here, and a hundred times as much, are exact as binary floats. */
const greatestWhole = 1e12

/** The slip that makes the printed whole number of the right one, in floating numbers: most counts are held to one another so. */
function slipOfWhole(printed: number, right: number): Slip | null {
  if (right < 0 || printed === right) return null
  if (printed !== 0 && (printed === right * 10 || printed === right * 100)) return 'shifted'
  if (printed !== 0 && (isCutOff(printed, right, 10) || isCutOff(printed, right, 100))) return 'shifted'
  return slipOfDigits(String(printed), String(right))
}

/** Whether the printed number is the right one divided by the power, rounded or cut off. */
function isCutOff(printed: number, right: number, power: number): boolean {
  return printed === Math.floor(right / power) || printed === Math.floor((right + power / 2) / power)
}

/** What one unit of the last printed digit stands for: 0.1 for 93.8%, 10000 for 2380万; null for a number without both ends. */
function stepOf(printed: Interval): Rational | null {
  if (isExact(printed)) return middle(printed).denominator === 1n ? one : null
  return printed.low && printed.high && subtract(printed.high, printed.low)
}

/** The value as a whole number of steps: rounded, and cut off. */
function printsOf(value: Rational, step: Rational): readonly bigint[] {
  const steps = divide(value, step)
  const cut = floor(steps)
  const rounded = floor(rational(steps.numerator * 2n + steps.denominator, steps.denominator * 2n))
  return cut === rounded ? [cut] : [rounded, cut]
}

/**
 *     2 8 5     2 5 8     the first digit from the left that differs, and the last; what is between them decides
 *       ^first      ^last
 */
function slipOfDigits(printed: string, right: string): Slip | null {
  if (printed.length === right.length + 1) return lacksOne(right, printed) ? 'doubled' : null
  if (printed.length + 1 === right.length) return lacksOne(printed, right) ? 'dropped' : null
  if (printed.length !== right.length || printed.length < 2) return null
  let first = 0
  while (printed[first] === right[first]) first++
  let last = printed.length - 1
  while (printed[last] === right[last]) last--
  if (first === last) return 'digit'
  const changedAbout = last === first + 1 && printed[first] === right[last] && printed[last] === right[first]
  return changedAbout ? 'swapped' : null
}

/** Whether `longer` is `shorter` with one digit put in. */
function lacksOne(shorter: string, longer: string): boolean {
  let at = 0
  while (at < shorter.length && shorter[at] === longer[at]) at++
  return shorter.slice(at) === longer.slice(at + 1)
}
