import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numeralCharacters, readFraction, readNumeral } from './numerals.ts'

const digits = '零一二三四五六七八九'

/** A whole number below 10¹² as people write it in words. */
function inWords(value: number): string {
  if (value >= 1e8) return group(Math.floor(value / 1e8), value % 1e8, '亿', 1e8)
  if (value >= 1e4) return group(Math.floor(value / 1e4), value % 1e4, '万', 1e4)
  const thousands = Math.floor(value / 1000)
  const hundreds = Math.floor(value / 100) % 10
  const tens = Math.floor(value / 10) % 10
  const ones = value % 10
  let words = thousands ? `${digits[thousands]}千` : ''
  if (hundreds) words += `${digits[hundreds]}百`
  else if (thousands && (tens || ones)) words += '零'
  if (tens) words += tens === 1 && words === '' ? '十' : `${digits[tens]}十`
  else if (hundreds && ones) words += '零'
  if (ones || words === '') words += digits[ones]
  return words
}

function group(high: number, low: number, name: string, size: number): string {
  const rest = low === 0 ? '' : inWords(low)
  return inWords(high) + name + (low > 0 && low < size / 10 ? `零${rest}` : rest.replace(/^十/, '一十'))
}

/** The value that was read; NaN if nothing was, or not all of the text. */
function valueIn(text: string): number {
  const numeral = readNumeral(text, 0)
  if (!numeral || numeral.to !== text.length) return Number.NaN
  return Number(numeral.units) * 10 ** (numeral.exponent - numeral.scale)
}

describe('what is printed is read back', () => {
  const whole = fc.integer({ min: 0, max: 999_999_999_999 })

  test('plain digits and digits in groups of three', () => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(valueIn(String(value))).toBe(value)
        expect(valueIn(value.toLocaleString('en-US'))).toBe(value)
      }),
    )
  })

  test('decimals keep every printed digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(9999),
        (main, places, rest) => {
          const fraction = String(rest).padStart(places, '0').slice(0, places)
          const numeral = readNumeral(`${main}.${fraction}`, 0)
          expect(numeral).toMatchObject({ units: BigInt(`${main}${fraction}`), scale: places, exponent: 0 })
        },
      ),
    )
  })

  test('numbers in words', () => {
    const some = fc.oneof(
      whole,
      fc.integer({ min: 0, max: 19_999 }),
      fc.integer({ min: 1, max: 9 }).map((value) => value * 1e8),
    )
    fc.assert(
      fc.property(some, (value) => {
        expect(valueIn(inWords(value))).toBe(value)
      }),
    )
  })

  test('numbers in words with 〇 and 两', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 99_999 }), (value) => {
        const words = inWords(value)
          .replaceAll('零', '〇')
          .replaceAll(/二(?=[百千万])/g, '两')
        expect(valueIn(words)).toBe(value)
      }),
    )
  })

  test('digits told one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        expect(
          valueIn([...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')),
        ).toBe(year)
      }),
    )
  })

  test('numbers with a scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom('万', '亿', '万亿'),
        (units, scale) => {
          const exponent = { 万: 4, 亿: 8, 万亿: 12 }[scale] as number
          expect(readNumeral(`${units}${scale}件`, 0)).toMatchObject({
            units: BigInt(units),
            exponent,
            scale: 0,
          })
          expect(readNumeral(`${units / 100}${scale}`, 0)?.exponent).toBe(exponent)
        },
      ),
    )
  })

  test('percentages and fractions in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(99), (main, rest) => {
        const point =
          rest === 0 ? '' : `点${[...String(rest)].map((digit) => digits[Number(digit)]).join('')}`
        const fraction = readFraction(`百分之${inWords(main)}${point}。`, 0)
        expect(fraction?.denominator).toBe(100n)
        expect(fraction?.numerator).toMatchObject({
          units: BigInt(rest === 0 ? main : `${main}${rest}`),
          scale: rest === 0 ? 0 : String(rest).length,
        })
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 98 }), (whole, part) => {
        expect(readFraction(`${inWords(whole)}分之${inWords(part)}`, 0)).toMatchObject({
          denominator: BigInt(whole),
        })
      }),
    )
  })
})

test.each([
  ['三千五百余', { units: 3500n, more: true }],
  ['10余万', { units: 10n, exponent: 4, more: true }],
  ['2.7万余', { units: 27n, scale: 1, exponent: 4, more: true }],
  ['1亿2000万', { units: 12_000n, exponent: 4 }],
  ['一亿二千三百万', { units: 12_300n, exponent: 4 }],
  ['三点五万', { units: 35n, scale: 1, exponent: 4 }],
  ['3千万', { units: 3n, exponent: 7 }],
  ['廿五', { units: 25n }],
  ['卅', { units: 30n }],
  ['一百二', { units: 120n }],
  ['三万五', { units: 35_000n }],
  ['数十', { units: 20n, high: 99n }],
  ['几百', { units: 200n, high: 999n }],
  ['十几', { units: 11n, high: 19n }],
  ['三四十', { units: 30n, high: 40n }],
  ['十五六', { units: 15n, high: 16n }],
  ['百', { units: 100n, bare: true }],
])('%s', (text, wanted) => {
  expect(readNumeral(text, 0)).toMatchObject({ from: 0, to: text.length, ...wanted })
})

test.each([
  ['3,45件', '3'],
  ['12,3456件', '12'],
  ['5千瓦', '5'],
  ['三点一是抓学习', '三'],
  ['二百五十一个', '二百五十一'],
])('%s: only %s is the number', (text, printed) => {
  expect(readNumeral(text, 0)?.to).toBe(printed.length)
})

test.each(['2023.12.31', '1.2.3', '万'])('%s is no number', (text) => {
  expect(readNumeral(text, 0)).toBeNull()
})

test('数 behind a noun does not begin a number', () => {
  expect(readNumeral('占总数百人', 2)).toBeNull()
})

test('never reads past the end, never throws, and moves on', () => {
  const alphabet = fc.constantFrom(...'0123456789,.余多万亿千百十零〇一二两九廿几数点半分之/:%件')
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 40 }), (characters) => {
      const text = characters.join('')
      for (let at = 0; at < text.length; at++) {
        if (!numeralCharacters.includes(text[at] as string)) continue
        const numeral = readNumeral(text, at)
        if (numeral) expect(numeral.to).toBeGreaterThan(at)
        if (numeral) expect(numeral.to).toBeLessThanOrEqual(text.length)
        const fraction = readFraction(text, at)
        if (fraction) expect(fraction.to).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
