import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactlyWhole, type Interval, rounded } from '../interval.ts'
import { multiply, type Rational, rational } from '../rational.ts'
import { slipOf } from './slip.ts'

/** 93.8 as it is printed: its interval. */
function percent(units: number): Interval {
  return rounded({ units: BigInt(units), scale: 1 })
}
const tenths = (units: number): Rational => rational(BigInt(units), 10n)
const counts = fc.integer({ min: 10, max: 999_999 })

describe('slips of known numbers', () => {
  test.each([
    [349, 359, 'digit'],
    [258, 285, 'swapped'],
    [6, 16, 'dropped'],
    [1164, 116, 'doubled'],
    [8755, 875, 'doubled'],
    [40, 4000, 'shifted'],
    [355, 355, null],
    [364, 359, null],
    [3, 4, null],
    [582, 285, null],
  ])('%i for %i: %s', (printed, right, slip) => {
    expect(slipOf(exactlyWhole(printed), rational(BigInt(right)))).toBe(slip)
  })

  test('a rate is compared as it would have been printed, rounded or cut off', () => {
    expect(slipOf(percent(941), rational(13900n, 152n))).toBe('swapped')
    expect(slipOf(percent(914), rational(13900n, 152n))).toBeNull()
    expect(slipOf(percent(924), rational(13900n, 152n))).toBe('digit')
    expect(slipOf(percent(873), rational(873n, 100n))).toBe('shifted')
    expect(slipOf(percent(83), tenths(873))).toBe('dropped')
  })

  test('a number in 万 is compared by its printed digits', () => {
    const printed = rounded({ units: 2830n, scale: 0 }, 4)
    expect(slipOf(printed, rational(23_800_000n))).toBe('swapped')
    expect(slipOf(printed, rational(28_299_000n))).toBeNull()
  })

  test('a number with one end only has no slip', () => {
    const open: Interval = { low: rational(60n), lowClosed: true, high: null, highClosed: false }
    expect(slipOf(open, rational(61n))).toBeNull()
  })
})

describe('slips of any number', () => {
  test('one digit taken for another', () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
        const digits = [...String(right)]
        const place = at % digits.length
        digits[place] = String((Number(digits[place]) + by) % 10)
        fc.pre(digits[0] !== '0')
        expect(slipOf(exactlyWhole(Number(digits.join(''))), rational(BigInt(right)))).toBe('digit')
      }),
    )
  })

  test('two neighbours changed about', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (right, at) => {
        const digits = String(right)
        const place = at % (digits.length - 1)
        const [one = '', other = ''] = [digits[place], digits[place + 1]]
        fc.pre(one !== other && !(place === 0 && other === '0'))
        const printed = digits.slice(0, place) + other + one + digits.slice(place + 2)
        expect(slipOf(exactlyWhole(Number(printed)), rational(BigInt(right)))).toBe('swapped')
      }),
    )
  })

  test('one left out is one too many the other way round', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (long, at) => {
        const digits = String(long)
        const place = at % digits.length
        const short = digits.slice(0, place) + digits.slice(place + 1)
        fc.pre(short[0] !== '0')
        expect(['dropped', 'shifted']).toContain(slipOf(exactlyWhole(Number(short)), rational(BigInt(long))))
        expect(['doubled', 'shifted']).toContain(slipOf(exactlyWhole(long), rational(BigInt(short))))
      }),
    )
  })

  test('the point one place further', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99 }), (right) => {
        expect(slipOf(percent(right), multiply(tenths(right), rational(10n)))).not.toBeNull()
        expect(slipOf(percent(right * 100), tenths(right))).toBe('shifted')
      }),
    )
  })

  test('no number is a slip of itself, and what is computed as printed has none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (units) => {
        expect(slipOf(percent(units), tenths(units))).toBeNull()
      }),
    )
  })

  test('hardly any number is a slip of another by chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), (right) => {
        let slips = 0
        for (let units = 100; units <= 999; units++) if (slipOf(percent(units), tenths(right))) slips++
        expect(slips).toBeLessThanOrEqual(30)
      }),
      { numRuns: 20 },
    )
  })
})

test('whole numbers slip as numbers with a decimal do', () => {
  const near = (right: number): fc.Arbitrary<number> =>
    fc.oneof(
      fc.nat(99_999),
      fc.constantFrom(right, right * 10, right * 100, Math.floor(right / 10), Math.round(right / 100)),
      fc.nat(5).map((place) => Math.abs(right + (place - 2) * 10 ** place)),
    )
  fc.assert(
    fc.property(
      fc.nat(99_999).chain((right) => fc.tuple(near(right), fc.constant(right))),
      ([printed, right]) => {
        const tenths = rounded({ units: BigInt(printed), scale: 1 })
        expect(slipOf(exactlyWhole(printed), rational(BigInt(right)))).toBe(
          slipOf(tenths, rational(BigInt(right), 10n)),
        )
      },
    ),
    { numRuns: 5_000 },
  )
})
