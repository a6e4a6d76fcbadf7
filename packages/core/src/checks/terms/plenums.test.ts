import { expect, test } from 'vitest'
import { blockShape } from '../../text/block.ts'
import { identity } from '../../text/source-map.ts'
import { plenumsOf } from './plenums.ts'

const read = (text: string): string[] => {
  const shape = blockShape({
    kind: 'paragraph',
    text,
    map: identity,
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
  return plenumsOf(shape).map(({ term, from, to }) => `${term}=${text.slice(from, to)}`)
}

test('single plenums and lists', () => {
  expect(read('党的二十届三中全会精神')).toEqual(['二十届三中全会=二十届三中全会'])
  expect(read('党的二十届二中、三中全会精神')).toEqual([
    '二十届二中全会=二十届二中',
    '二十届三中全会=三中全会',
  ])
  expect(read('党的十九届四中、五中和六中全会')).toEqual([
    '十九届四中全会=十九届四中',
    '十九届五中全会=五中',
    '十九届六中全会=六中全会',
  ])
})

test('what only looks like one', () => {
  expect(read('二十届运动会')).toEqual([])
  expect(read('第二十届二中学生运动会')).toEqual([])
})
