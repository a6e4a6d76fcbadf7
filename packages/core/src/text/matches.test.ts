import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchesIn } from './matches.ts'

it('gives what matchAll gives', () => {
  const patterns = [/一/g, /一*/g, /(?<=二)一|二(?=一)/g, /(一)|(二)/g, /[一二]{2}/g]
  fc.assert(
    fc.property(fc.stringMatching(/^[一二三]{0,30}$/), fc.constantFrom(...patterns), (text, pattern) => {
      const plain = (matches: Iterable<RegExpExecArray>) =>
        [...matches].map((match) => [match.index, ...match])
      expect(plain(matchesIn(text, pattern))).toEqual(plain(text.matchAll(pattern)))
    }),
  )
})

it('begins at the start whatever the pattern was used for before', () => {
  const pattern = /一/g
  pattern.lastIndex = 3
  expect(matchesIn('一二一', pattern).map(({ index }) => index)).toEqual([0, 2])
})
