import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type BlockShape, blockShape } from './block.ts'
import { blocksWith, follows, placesWith, sharedShapes } from './blocks-with.ts'
import { identity } from './source-map.ts'

const shapes = ['一', '甲', '二', '乙', '三'].map((text) =>
  blockShape({ kind: 'paragraph', text, map: identity, sourceLength: 1, depth: 0, marker: '' }),
)
const list = (picks: readonly number[], shift = 0): Block[] =>
  picks.map((pick, index) => ({ index, start: index * 2 + shift, shape: shapes[pick % 5] as BlockShape }))
const isNumeral = ({ text }: BlockShape): boolean => '一二三'.includes(text)
const picks = fc.array(fc.nat({ max: 4 }), { maxLength: 12 })
const edits = fc.array(fc.record({ at: fc.nat(), removed: fc.nat({ max: 3 }), added: picks }), {
  maxLength: 5,
})

describe('the blocks that hold something', () => {
  it('are those that a walk over all blocks finds, after any edits', () => {
    fc.assert(
      fc.property(picks, edits, (first, steps) => {
        let own = [...first]
        let blocks = list(own)
        for (const { at, removed, added } of steps) {
          if (at % 3 > 0) blocksWith(blocks, isNumeral)
          own = own.toSpliced(at % (own.length + 1), removed, ...added)
          const next = list(own, at)
          follows(blocks, next)
          blocks = next
          expect(blocksWith(blocks, isNumeral)).toEqual(blocks.filter(({ shape }) => isNumeral(shape)))
        }
      }),
    )
  })

  it('are looked for only in what an edit touched', () => {
    const asked: string[] = []
    const look = ({ text }: BlockShape): readonly string[] => {
      asked.push(text)
      return isNumeral({ text } as BlockShape) ? [text] : []
    }
    const before = list([0, 1, 2, 3])
    const places = placesWith(before, look)
    asked.length = 0
    const after = list([0, 1, 4, 3], 7)
    follows(before, after)
    expect(placesWith(after, look)).toBe(places)
    expect(asked).toEqual(['三'])
    expect(blocksWith(after, look)).toEqual([after[0], after[2]])
  })
})

it('two lists share what is the same at either end, and never the same block twice', () => {
  expect(sharedShapes(list([0, 1, 2]), list([0, 3, 2]))).toEqual({ front: 1, back: 1 })
  expect(sharedShapes(list([0, 0]), list([0, 0, 0]))).toEqual({ front: 2, back: 0 })
})
