import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import { lexiconOf } from './lexicon.ts'
import { clausesOf, readClauses } from './read-words.ts'

const data = {
  topics: [
    {
      id: 'staff',
      name: { 'zh-CN': '队伍', en: 'staff' },
      terms: ['执法人员', '执法（持证）人员'],
      unless: ['消防'],
    },
  ],
  remedies: [
    { id: 'scarce', name: { 'zh-CN': '不足', en: 'scarce' }, deficits: ['不足'], remedies: ['充实'] },
  ],
  stopwords: ['工作'],
  words: ['殡葬 滞后'],
  'background-frequencies': [{ perMillion: 20_000, words: ['政府'] }],
}
const lexicon = lexiconOf(data)

function shapeOf(text: string): ReturnType<typeof blockShape> {
  return blockShape({
    kind: 'paragraph',
    text,
    map: identity,
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
}

test('the words of the topics come before those of general language, in any width', () => {
  const words = clausesOf(shapeOf('执法（持证）人员不足，殡葬工作滞后'), lexicon).flatMap(
    (clause) => clause.words,
  )
  expect(words.flatMap(({ word }) => (word.entry ? word.text : []))).toEqual([
    '执法(持证)人员',
    '不足',
    '工作',
  ])
  expect(words.map(({ word }) => word.text)).toContain('殡葬')
})

test('a shape is read once', () => {
  const shape = shapeOf('执法人员不足')
  expect(clausesOf(shape, lexicon)).toBe(clausesOf(shape, lexicon))
})

test('a common word says nothing, an unknown one everything', () => {
  expect(lexicon.rarity('政府')).toBe(0)
  expect(lexicon.rarity('殡葬')).toBe(1)
})

const prose = fc.string({
  unit: fc.constantFrom(
    '执',
    '法',
    '人',
    '员',
    '不',
    '足',
    '工',
    '作',
    '，',
    '。',
    '；',
    ':',
    'a',
    '1',
    '的',
  ),
  maxLength: 80,
})

test('every word lies in its clause and is what stands there', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const shape = shapeOf(text)
      for (const clause of clausesOf(shape, lexicon)) {
        let behind = clause.from
        for (const { from, to, word } of clause.words) {
          expect(clause.from <= from && to <= clause.to && to > behind).toBe(true)
          expect(shape.folded.slice(from, to)).toBe(word.text)
          behind = to
        }
      }
    }),
  )
})

test('clauses and the marks between them make up the text', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const { folded } = shapeOf(text)
      let behind = 0
      for (const { from, to } of readClauses(folded)) {
        expect(folded.slice(behind, from)).toMatch(/^[,:;。!?]*$/)
        expect(folded.slice(from, to)).not.toMatch(/[,:;。!?]/)
        behind = to
      }
      expect(folded.slice(behind)).toMatch(/^[,:;。!?]*$/)
    }),
  )
})
