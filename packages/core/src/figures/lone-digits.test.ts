import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLoneDigit } from './lone-digits.ts'
import { readQuantity } from './read-quantity.ts'

const around = [
  ...'一二两三九十百万亿几多余点分之半个件起次名年月日季度号至到第初周每同全会级期区步是责、，。)(:—-~/ 0123.5%成倍代表位体项制',
]

test('a lone digit is no quantity, and the scan goes on right behind it', () => {
  let lone = 0
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...around), { maxLength: 4 }),
      fc.constantFrom(...'一二两三四五六七八九'),
      fc.array(fc.constantFrom(...around), { maxLength: 5 }),
      (before, digit, behind) => {
        const text = [...before, digit, ...behind].join('')
        if (!isLoneDigit(text, before.length)) return
        lone++
        expect(readQuantity(text, before.length, 0)).toBe(before.length + 1)
      },
    ),
    { numRuns: 5000 },
  )
  expect(lone).toBeGreaterThan(500)
})

test.each(['进一步', '(一)', '二是', '第一责任人'])('%s counts nothing', (text) => {
  expect(isLoneDigit(text, text.search(/[一二]/))).toBe(true)
})

test.each(['三件', '一半', '两 个', '三分之二', '三位一体', '五至六名', '一百'])(
  '%s has to be read',
  (text) => {
    expect(isLoneDigit(text, 0)).toBe(false)
  },
)
