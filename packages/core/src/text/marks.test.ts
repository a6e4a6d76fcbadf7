import { expect, test } from 'vitest'
import { type BlockShape, blockShape } from './block.ts'
import { marksOf } from './marks.ts'
import { identity } from './source-map.ts'

const shapeOf = (text: string): BlockShape =>
  blockShape({ kind: 'paragraph', text, map: identity, sourceLength: text.length, depth: 0, marker: '' })

test('the places of brackets, quotation and title marks', () => {
  expect(marksOf(shapeOf('落实《条例》（“两法”），'))).toEqual([2, 5, 6, 7, 10, 11])
  expect(marksOf(shapeOf('落实条例，办结三件。'))).toEqual([])
})
