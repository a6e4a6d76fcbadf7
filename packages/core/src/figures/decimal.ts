import { multiply, type Rational, rational } from './rational.ts'

/** A number as printed: `units` × 10^-`scale`. Keeps trailing zeros: `12.50` is 1250 at scale 2. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const printed = /^[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?$/

/** Reads `1,240.50`: half-width digits, thousands separators, one point. Null for anything else. */
export function readDecimal(text: string): Decimal | null {
  if (!printed.test(text)) return null
  const digits = text.replaceAll(',', '')
  const point = digits.indexOf('.')
  if (point === -1) return { units: BigInt(digits), scale: 0 }
  return {
    units: BigInt(digits.slice(0, point) + digits.slice(point + 1)),
    scale: digits.length - point - 1,
  }
}

const tens: bigint[] = []

/** 10 to the power of `exponent`, which must not be negative. */
export function tenToThe(exponent: number): bigint {
  tens[exponent] ??= 10n ** BigInt(exponent)
  return tens[exponent]
}

/** The value of the digits alone: the decimal as an exact number. */
export function decimalValue(decimal: Decimal): Rational {
  return rational(decimal.units, tenToThe(decimal.scale))
}

/** 10^`exponent` as an exact number; the exponent may be negative. */
export function powerOfTen(exponent: number): Rational {
  return exponent >= 0 ? rational(tenToThe(exponent)) : rational(1n, tenToThe(-exponent))
}

/** `value` × 10^`exponent`. */
export function shift(value: Rational, exponent: number): Rational {
  return exponent === 0 ? value : multiply(value, powerOfTen(exponent))
}

/**
 * The number as people write it, rounded half up to at most `places` decimals, trailing zeros dropped: `93.75`, `0.5`, `-3`.
 * No thousands separators.
 */
export function printNumber(value: Rational, places = 2): string {
  const negative = value.numerator < 0n
  const scaled = (negative ? -value.numerator : value.numerator) * tenToThe(places)
  const rounded = (scaled * 2n + value.denominator) / (value.denominator * 2n)
  const digits = String(rounded).padStart(places + 1, '0')
  const fraction = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '')
  const main = digits.slice(0, digits.length - places)
  return `${negative && rounded !== 0n ? '-' : ''}${main}${fraction === '' ? '' : `.${fraction}`}`
}
