import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largestTable, lengthAt, packWords, placeOf, placesOf, valueAt, wordFinder } from './word-table.ts'

const letters = ['执', '法', '人', '员', '(', '"', '\\', '\u0000', '\ud83d']
const wordList = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 5 }),
  {
    maxLength: 30,
  },
)
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 })

test('holds exactly the words that were packed, each with its value', () => {
  fc.assert(
    fc.property(wordList, text, (words, other) => {
      const table = packWords(words.map((word, at) => [word, at + 1]))
      for (const [at, word] of words.entries()) {
        const place = placeOf(table, word)
        expect(place).toBeLessThan(placesOf(table))
        expect(valueAt(table, place)).toBe(at + 1)
        expect(lengthAt(table, place)).toBe(word.length)
      }
      if (!words.includes(other)) expect(placeOf(table, other)).toBe(0)
      expect(new Set(words.map((word) => placeOf(table, word))).size).toBe(words.length)
    }),
  )
})

test('finds the longest word that begins at an offset and ends in bounds', () => {
  fc.assert(
    fc.property(wordList, text, fc.nat(30), (words, draft, bound) => {
      const table = packWords(words.map((word) => [word, 1]))
      const find = wordFinder(table)
      const to = Math.min(bound, draft.length)
      for (let from = 0; from < to; from++) {
        const place = find(draft, from, to)
        const longest = words
          .filter((word) => draft.startsWith(word, from) && from + word.length <= to)
          .reduce((a, b) => (b.length > a.length ? b : a), '')
        expect(place === 0 ? '' : draft.slice(from, from + lengthAt(table, place))).toBe(longest)
      }
    }),
  )
})

test('is the same table after it has been written as JSON', () => {
  const table = packWords([
    ['执法', 7],
    ['"\\\u0000', 54_000],
  ])
  expect(JSON.parse(JSON.stringify(table))).toEqual(table)
})

test('refuses what does not fit', () => {
  expect(() => packWords([['执法', 0]])).toThrow(RangeError)
  expect(() => packWords([['执法', 60_000]])).toThrow(RangeError)
  const tooMany = Array.from({ length: largestTable + 1 }, (_, at) => [String.fromCharCode(at), 1] as const)
  expect(() => packWords(tooMany)).toThrow(RangeError)
})
