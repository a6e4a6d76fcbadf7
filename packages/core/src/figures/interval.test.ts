import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  allowTruncation,
  divide,
  everything,
  exactly,
  exactlyWhole,
  holds,
  type Interval,
  isExact,
  liesBelow,
  meet,
  middle,
  multiply,
  negate,
  power,
  rounded,
  subtract,
  times,
  total,
} from './interval.ts'
import * as exact from './rational.ts'
import { compare, type Rational, rational, whole } from './rational.ts'
import { hasWholeShare, neighbouringShares } from './whole-shares.ts'

/** A value with an interval around it: bounds at, near or far from the value, closed, open or absent. */
const around = fc
  .record({
    value: fc.tuple(fc.bigInt({ min: -40n, max: 40n }), fc.bigInt({ min: 1n, max: 6n })),
    under: fc.option(fc.tuple(fc.bigInt({ min: 0n, max: 9n }), fc.bigInt({ min: 1n, max: 4n }))),
    over: fc.option(fc.tuple(fc.bigInt({ min: 0n, max: 9n }), fc.bigInt({ min: 1n, max: 4n }))),
    lowClosed: fc.boolean(),
    highClosed: fc.boolean(),
  })
  .map(({ value: [n, d], under, over, lowClosed, highClosed }) => {
    const value = rational(n, d)
    const low = under && exact.subtract(value, rational(under[0], under[1]))
    const high = over && exact.add(value, rational(over[0], over[1]))
    const interval: Interval = {
      low,
      lowClosed: low !== null && (lowClosed || compare(low, value) === 0),
      high,
      highClosed: high !== null && (highClosed || compare(high, value) === 0),
    }
    return { value, interval }
  })

test('every operation contains the result for every pair of values', () => {
  fc.assert(
    fc.property(around, around, (a, b) => {
      expect(holds(a.interval, a.value)).toBe(true)
      expect(holds(negate(a.interval), exact.negate(a.value))).toBe(true)
      expect(holds(add(a.interval, b.interval), exact.add(a.value, b.value))).toBe(true)
      expect(holds(subtract(a.interval, b.interval), exact.subtract(a.value, b.value))).toBe(true)
      expect(holds(multiply(a.interval, b.interval), exact.multiply(a.value, b.value))).toBe(true)
      expect(holds(power(a.interval, 3), exact.multiply(exact.multiply(a.value, a.value), a.value))).toBe(
        true,
      )
      if (exact.sign(b.value) !== 0)
        expect(holds(divide(a.interval, b.interval), exact.divide(a.value, b.value))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('operations on single values give single values', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
      const [left, right] = [exactly(rational(BigInt(a))), exactlyWhole(b)]
      const expected: [Interval, Rational][] = [
        [add(left, right), rational(BigInt(a + b))],
        [subtract(left, right), rational(BigInt(a - b))],
        [multiply(left, right), rational(BigInt(a * b))],
        [divide(left, right), rational(BigInt(a), BigInt(b))],
      ]
      for (const [interval, value] of expected) {
        expect(isExact(interval)).toBe(true)
        expect(holds(interval, value)).toBe(true)
      }
    }),
  )
})

test('intervals meet exactly if one is not below the other, and a shared value proves it', () => {
  fc.assert(
    fc.property(around, around, (a, b) => {
      expect(meet(a.interval, b.interval)).toBe(meet(b.interval, a.interval))
      if (holds(b.interval, a.value)) expect(meet(a.interval, b.interval)).toBe(true)
      if (liesBelow(a.interval, b.interval)) expect(compare(a.value, b.value)).toBeLessThan(0)
    }),
  )
})

test('ends that touch meet only if both belong', () => {
  const low = { low: whole(1), lowClosed: true, high: whole(2), highClosed: false }
  const high = { low: whole(2), lowClosed: true, high: whole(3), highClosed: true }
  expect(meet(low, high)).toBe(false)
  expect(meet({ ...low, highClosed: true }, high)).toBe(true)
})

test('a printed decimal stands for what rounds to it', () => {
  const rate = rounded({ units: 5813n, scale: 2 })
  expect(holds(rate, rational(58_125n, 1000n))).toBe(true)
  expect(holds(rate, rational(581_349n, 10_000n))).toBe(true)
  expect(holds(rate, rational(58_135n, 1000n))).toBe(false)
  expect(compare(middle(rate), rational(5813n, 100n))).toBe(0)
  const count = rounded({ units: 295n, scale: 2 }, 4)
  expect(holds(count, whole(29_450))).toBe(true)
  expect(holds(count, whole(29_550))).toBe(false)
})

test('truncation widens a rounded interval upwards to the next print', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 9999n }), fc.nat(3), fc.nat(4), (units, scale, exponent) => {
      const wide = allowTruncation(rounded({ units, scale }, exponent))
      const next = middle(rounded({ units: units + 1n, scale }, exponent))
      expect(compare(wide.high as Rational, next)).toBe(0)
      expect(holds(wide, next)).toBe(false)
      expect(compare(wide.low as Rational, rounded({ units, scale }, exponent).low as Rational)).toBe(0)
    }),
  )
  const count = exactlyWhole(5)
  expect(allowTruncation(count)).toBe(count)
  expect(allowTruncation(everything)).toBe(everything)
})

test('a divisor that may be zero says nothing, one that begins at zero has no upper end', () => {
  expect(divide(exactlyWhole(1), exactlyWhole(0))).toBe(everything)
  const small = { low: whole(0), lowClosed: false, high: whole(4), highClosed: true }
  expect(divide(exactlyWhole(1), small)).toMatchObject({ high: null, lowClosed: true })
  expect(holds(divide(exactlyWhole(1), small), rational(1n, 5n))).toBe(false)
})

test('the total of nothing is zero', () => {
  expect(holds(total([]), exact.zero)).toBe(true)
  expect(holds(total([exactlyWhole(112), exactlyWhole(78)]), whole(190))).toBe(true)
})

test('a share is reached exactly if some whole number gives it', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 60n }),
      fc.bigInt({ min: 0n, max: 1100n }),
      fc.nat(1),
      (base, units, scale) => {
        const share = multiply(rounded({ units, scale }), exactly(rational(1n, 100n)))
        let found = false
        for (let count = 0n; count <= base; count++) found ||= holds(share, rational(count, base))
        expect(hasWholeShare(base, share)).toBe(found)
      },
    ),
  )
})

test('the neighbours of an unreachable share stand on both sides of it', () => {
  expect(neighbouringShares(30n, rational(955n, 1000n))).toEqual({ below: 28n, above: 29n })
  expect(neighbouringShares(5n, rational(3n, 2n))).toEqual({ below: 5n, above: 5n })
})

test('times an exact number is what multiplying with it gives', () => {
  const equal = (one: Rational | null, other: Rational | null): boolean =>
    one === null || other === null ? one === other : compare(one, other) === 0
  fc.assert(
    fc.property(around, fc.bigInt({ min: -3n, max: 3n }), ({ interval }, numerator) => {
      const factor = rational(numerator, 2n)
      const [quick, slow] = [times(interval, factor), multiply(interval, exactly(factor))]
      expect(equal(quick.low, slow.low) && equal(quick.high, slow.high)).toBe(true)
      expect([quick.lowClosed, quick.highClosed]).toEqual([slow.lowClosed, slow.highClosed])
    }),
  )
})
