import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standsAt } from './stands-at.ts'

test('a word stands where the text goes on with it', () => {
  const unit = fc.constantFrom('甲', '乙', '丙')
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 12 }),
      fc.string({ unit, maxLength: 3 }),
      fc.nat({ max: 14 }),
      (text, word, at) => {
        expect(standsAt(text, at, word)).toBe(text.slice(at, at + word.length) === word && at <= text.length)
      },
    ),
  )
})

test('no word stands before the text', () => {
  expect(standsAt('甲乙', -1, '甲')).toBe(false)
})
