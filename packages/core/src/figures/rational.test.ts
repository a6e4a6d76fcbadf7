import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalValue, printNumber, readDecimal, shift } from './decimal.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  negate,
  rational,
  subtract,
  whole,
} from './rational.ts'

const number = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n }))
  .map(([numerator, denominator]) => rational(numerator, denominator))

test('a zero denominator is refused, a negative one moves its sign up', () => {
  expect(() => rational(1n, 0n)).toThrow(RangeError)
  expect(compare(rational(1n, -2n), rational(-1n, 2n))).toBe(0)
  expect(() => divide(whole(1), whole(0))).toThrow(RangeError)
})

test('subtraction undoes addition, division undoes multiplication', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(compare(subtract(add(a, b), b), a)).toBe(0)
      if (compare(b, whole(0)) !== 0) expect(compare(divide(multiply(a, b), b), a)).toBe(0)
    }),
  )
})

test('order is that of the values', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const left = a.numerator * b.denominator
      const right = b.numerator * a.denominator
      expect(Math.sign(compare(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0)
      expect(compare(a, b)).toBe(-compare(b, a) + 0)
    }),
  )
})

test('floor and ceiling enclose the number by less than one', () => {
  fc.assert(
    fc.property(number, (a) => {
      expect(compare(rational(floor(a)), a)).toBeLessThanOrEqual(0)
      expect(compare(rational(floor(a) + 1n), a)).toBeGreaterThan(0)
      expect(ceiling(a)).toBe(-floor(negate(a)))
    }),
  )
})

test.each([
  ['32', 32n, 0],
  ['1,240', 1240n, 0],
  ['58.13', 5813n, 2],
  ['12.50', 1250n, 2],
  ['1,234,567.8', 12345678n, 1],
])('%s is read with its trailing zeros', (text, units, scale) => {
  expect(readDecimal(text)).toEqual({ units, scale })
})

test.each(['', '.5', '5.', '1,24', '12,3456', '1 2', '一', '-3'])('%j is no decimal', (text) => {
  expect(readDecimal(text)).toBeNull()
})

test.each([
  [rational(1500n, 16n), 2, '93.75'],
  [rational(2n, 3n), 2, '0.67'],
  [rational(1n, 2n), 0, '1'],
  [rational(-5n, 2n), 1, '-2.5'],
  [rational(-1n, 1000n), 2, '0'],
  [rational(100n), 2, '100'],
  [rational(1n, 8n), 3, '0.125'],
  [rational(199_999n, 1000n), 2, '200'],
])('%o prints with %i places as %s', (value, places, text) => {
  expect(printNumber(value, places)).toBe(text)
})

test('what is printed in full reads back as the same number', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(4), (units, scale) => {
      const value = decimalValue({ units, scale })
      const back = readDecimal(printNumber(value, scale))
      expect(back && compare(decimalValue(back), value)).toBe(0)
      expect(compare(shift(shift(value, 4), -4), value)).toBe(0)
    }),
  )
})
