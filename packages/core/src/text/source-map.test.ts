import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identity, sourceEnd, sourceMap, sourceStart } from './source-map.ts'

//     source  办结率**100%**&amp;高     plain  办结率100%&高
const map = sourceMap([0, 0, 3, 3, 5, 4, 7, 11, -5, 8, 16, 1])

describe('a source map', () => {
  it('leaves the offsets of unmarked text as they are', () => {
    expect(sourceStart(identity, 7)).toBe(7)
    expect(sourceEnd(identity, 7)).toBe(7)
  })

  it('ends a range before the markup that follows and starts one behind the markup before', () => {
    expect(sourceEnd(map, 3)).toBe(3)
    expect(sourceStart(map, 3)).toBe(5)
    expect(sourceEnd(map, 7)).toBe(9)
  })

  it('gives an atomic span as a whole', () => {
    expect([sourceStart(map, 7), sourceEnd(map, 8)]).toEqual([11, 16])
    expect([sourceStart(map, 8), sourceEnd(map, 9)]).toEqual([16, 17])
  })

  it('places the end of a text that ends with an atomic span behind it', () => {
    const last = sourceMap([0, 0, 1, 1, 1, -5])
    expect([sourceStart(last, 2), sourceEnd(last, 2)]).toEqual([6, 6])
  })

  it('has the offset 0 alone for a block without text', () => {
    expect([sourceStart(sourceMap([]), 0), sourceEnd(sourceMap([]), 0)]).toEqual([0, 0])
  })

  it('is monotonous and agrees with a walk over its spans', () => {
    const pieces = fc.array(
      fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 5 }), atomic: fc.boolean() }),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(pieces, (list) => {
        const triples: number[] = []
        const starts: number[] = []
        const ends: number[] = []
        let source = 0
        for (const { gap, length, atomic } of list) {
          source += gap
          triples.push(starts.length, source, atomic ? -length : length)
          if (atomic) {
            starts.push(source)
            ends.push(source + length)
          } else
            for (let at = 0; at < length; at++) {
              starts.push(source + at)
              ends.push(source + at + 1)
            }
          source += length
        }
        const made = sourceMap(triples)
        expect(starts.map((_, at) => sourceStart(made, at))).toEqual(starts)
        expect(ends.map((_, at) => sourceEnd(made, at + 1))).toEqual(ends)
      }),
    )
  })
})
