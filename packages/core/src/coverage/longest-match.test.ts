import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestMatch } from './longest-match.ts'

test('terms that overlap are both found, contained ones are not', () => {
  const find = longestMatch(['行政执法', '执法人员', '执法', '人员', '不足'])
  expect(find('行政执法人员不足').map((match) => match.word)).toEqual(['行政执法', '执法人员', '不足'])
})

const text = fc.string({ unit: fc.constantFrom('执', '法', '人', '员'), maxLength: 30 })
const words = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('执', '法', '人'), minLength: 1, maxLength: 4 }),
  {
    maxLength: 8,
  },
)

test('finds exactly the occurrences that no other occurrence contains', () => {
  fc.assert(
    fc.property(text, words, (draft, known) => {
      const all = known.flatMap((word) =>
        [...draft].flatMap((_, from) =>
          draft.startsWith(word, from) ? [{ from, to: from + word.length, word }] : [],
        ),
      )
      const maximal = all.filter(
        (one) => !all.some((other) => other !== one && other.from <= one.from && other.to >= one.to),
      )
      expect(longestMatch(known)(draft)).toEqual(maximal.sort((a, b) => a.from - b.from))
    }),
  )
})
