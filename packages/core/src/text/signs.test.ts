import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { foldWithSigns, signs, signsOfAll, signsOfAny } from './signs.ts'

const of = (text: string): number => foldWithSigns(text).signs

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
  ['coded', /[发函(〔[]\d\d/],
  ['fullYear', /\d{4}\s?年/],
  ['shortYear', /(?<!\d)\d\d年/],
]

test('a sign is there exactly when its characters are', () => {
  const unit = fc.constantFrom(
    ...'年年年至甲乙发函12３４５６７８９０1234ａB，,、。；：:（)《〉 \u3000\u00a0\u2003—－％@',
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const found = of(text)
      expect(foldWithSigns(text).folded).toBe(fold(text))
      for (const [name, pattern] of patterns)
        expect([name, (found & signs[name]) !== 0]).toEqual([name, pattern.test(fold(text))])
    }),
  )
})

test('what may be open or number a second clause is never missed', () => {
  for (const text of ['上升（下降）', '上升 /下降', '（请补充）', '( 填写', '[ ]', '【待定】', '共×件'])
    expect([text, (of(text) & signs.gap) !== 0]).toEqual([text, true])
  for (const text of ['二是', '三要', '其次', '第二，', '②', '（2）', '（二）'])
    expect([text, (of(text) & signs.second) !== 0]).toEqual([text, true])
  expect(of('全年（含线上）共办结三件，其中二件属实') & (signs.gap | signs.second)).toBe(0)
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
