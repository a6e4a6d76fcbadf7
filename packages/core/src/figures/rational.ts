/**
 * An exact number: `numerator` / `denominator`, the denominator always above zero. Not necessarily in lowest terms, so
 * compare with {@link compare}, never field by field. What a printed figure stands for is never a binary float.
 */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The number `numerator` / `denominator`. @throws RangeError if the denominator is zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator > 0n) return { numerator, denominator }
  if (denominator < 0n) return { numerator: -numerator, denominator: -denominator }
  throw new RangeError('a denominator must not be zero')
}

/** Whole numbers up to here are made once: most figures of a report are small counts. */
const kept = 4096
const wholes: (Rational | undefined)[] = new Array(kept)

/** The whole number `value`. @throws RangeError if it is a fraction. */
export function whole(value: number): Rational {
  if (!(value >= 0 && value < kept)) return rational(BigInt(value))
  wholes[value] ??= rational(BigInt(value))
  return wholes[value]
}

export const zero: Rational = whole(0)
export const one: Rational = whole(1)
export const hundred: Rational = whole(100)

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator)
    return { numerator: a.numerator + b.numerator, denominator: a.denominator }
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

/** a − b. */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

/** −a. */
export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator }
}

/** a × b. */
export function multiply(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

/** a ÷ b. @throws RangeError if b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Below zero if a < b, zero if they are equal, above zero if a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference =
    a.denominator === b.denominator
      ? a.numerator - b.numerator
      : a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** −1, 0 or 1: the sign of the number. */
export function sign(a: Rational): number {
  return a.numerator < 0n ? -1 : a.numerator > 0n ? 1 : 0
}

/** The greatest whole number that is not above a. */
export function floor(a: Rational): bigint {
  const quotient = a.numerator / a.denominator
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient
}

/** The least whole number that is not below a. */
export function ceiling(a: Rational): bigint {
  return -floor(negate(a))
}

/** The number as a binary float: for orders of magnitude and sorting, never for a verdict. */
export function approximate(a: Rational): number {
  return Number(a.numerator) / Number(a.denominator)
}
