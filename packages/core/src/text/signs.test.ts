import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { signs, signsOf, signsOfAll, signsOfAny } from './signs.ts'

const of = (text: string): number => signsOf(fold(text), text)

/** What each sign says, as a pattern of the folded text. */
const patterns: readonly (readonly [keyof typeof signs, RegExp])[] = [
  ['digit', /\d/],
  ['longNumber', /\d{11}/],
  ['latin', /[A-Za-z]/],
  ['year', /年/],
  ['title', /[《》〈〉]/],
  ['bracket', /[()[\]{}【】〔〕]/],
  ['stop', /。/],
  ['comma', /,/],
  ['colon', /[;:]/],
  ['pause', /、/],
  ['doubledMark', /[。,、;:]\s?[。,、;:]/],
  ['blank', /\s/],
  ['percent', /[%‰]/],
  ['dash', /[-–—―~至]/],
]

test('a sign is there exactly when its characters are', () => {
  const unit = fc.constantFrom(
    ...'年至甲乙12３４５６７８９０1234ａB，,、。；：:（)《〉 \u3000\u00a0\u2003—－％@',
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const found = of(text)
      for (const [name, pattern] of patterns)
        expect([name, (found & signs[name]) !== 0]).toEqual([name, pattern.test(fold(text))])
    }),
  )
})

test('marks of half width are told from those that folding makes', () => {
  expect(of('全年（含节假日），共三次；') & signs.halfMark).toBe(0)
  expect(of('全年(含节假日）') & signs.halfMark).not.toBe(0)
})

test('what words have in common', () => {
  expect(signsOfAll(['今年以来', '近年来'])).toBe(signs.year)
  expect(signsOfAll(['今年', '近期'])).toBe(0)
  expect(signsOfAll([])).toBe(0)
})

test('the signs of any of some characters, if all have one', () => {
  expect(signsOfAny('《“')).toBe(signs.title | signs.quote)
  expect(signsOfAny('《甲')).toBe(0)
})
