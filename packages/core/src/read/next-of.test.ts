import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextOf } from './next-of.ts'

/** The same, looked for in the whole text each time. */
function first(text: string, pattern: RegExp, from: number, end: number): number {
  pattern.lastIndex = from
  const at = pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY
  return at < end ? at : Number.POSITIVE_INFINITY
}

test('the first place between two offsets is found, whatever was asked before', () => {
  const part = fc.oneof(
    fc.constantFrom('*', '~', '~~', '](', ']', '正文'),
    // The text is searched step by step: marks stand at the ends of steps, and across them.
    fc.integer({ min: 16_380, max: 16_388 }).map((length) => '一'.repeat(length)),
  )
  const parts = fc.array(part, { maxLength: 12 }).map((all) => all.join(''))
  const offsets = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(parts, offsets, (text, asked) => {
      const find = nextOf(text, /\*|~~|\]\(/g)
      for (const [one, other] of asked) {
        const [from, end] = [one % (text.length + 1), other % (text.length + 2)]
        expect(find(from, end)).toBe(first(text, /\*|~~|\]\(/g, from, end))
      }
    }),
  )
})

test('nothing is searched far behind what is asked for', () => {
  const text = `${'一'.repeat(40_000)}*`
  const pattern = /\*/g
  let searched = 0
  const exec = pattern.exec.bind(pattern)
  pattern.exec = (piece: string) => {
    searched += piece.length
    return exec(piece)
  }
  expect(nextOf(text, pattern)(0, 100)).toBe(Number.POSITIVE_INFINITY)
  expect(searched).toBeLessThan(20_000)
})
