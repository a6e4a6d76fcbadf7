import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordAt, wordBefore, wordsByFirst, wordsByLast } from './word-table.ts'

const words = '一 一二 一二三 二三 三'
const list = words.split(' ')

describe('a table of words', () => {
  const cases = fc.record({
    text: fc.stringMatching(/^[一二三四]{0,12}$/),
    at: fc.nat(12),
    limit: fc.nat(12),
  })

  it('finds the longest word that begins at a place and fits', () => {
    const table = wordsByFirst(words)
    fc.assert(
      fc.property(cases, ({ text, at, limit }) => {
        const fitting = list.filter((word) => text.slice(at, Math.max(at, limit)).startsWith(word))
        expect(wordAt(table, text, at, limit)).toBe(
          fitting.reduce((best, word) => (word.length > best.length ? word : best), ''),
        )
      }),
    )
  })

  it('finds the longest word that ends at a place and fits', () => {
    const table = wordsByLast(words)
    fc.assert(
      fc.property(cases, ({ text, at, limit }) => {
        const [floor, end] = [Math.min(at, limit), Math.min(Math.max(at, limit), text.length)]
        const fitting = list.filter((word) => text.slice(floor, end).endsWith(word))
        expect(wordBefore(table, text, end, floor)).toBe(
          fitting.reduce((best, word) => (word.length > best.length ? word : best), ''),
        )
      }),
    )
  })
})
