import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DataKinds } from '../ruleset/data.ts'
import { lexiconOf } from './lexicon.ts'
import { compileLexicon } from './lexicon-table.ts'

const name = { 'zh-CN': '题', en: 'topic' }

function knowing(...terms: string[]): DataKinds {
  return { topics: [{ id: 'staff', name, terms }] }
}

function found(data: DataKinds, text: string): string[] {
  return lexiconOf(data)
    .words(text, 0, text.length)
    .map(({ word }) => word.text)
}

test('terms that overlap are both found, contained ones are not; what lies between is divided', () => {
  const data = {
    ...knowing('行政执法', '执法人员', '执法', '人员', '不足'),
    words: ['殡葬 行政 葬行 尚且 且不'],
  }
  expect(found(data, '殡葬行政执法人员尚且不足')).toEqual(['殡葬', '行政执法', '执法人员', '尚且', '不足'])
})

const letters = fc.constantFrom('执', '法', '人', '员')
const draft = fc.string({ unit: letters, maxLength: 30 })
const terms = fc.uniqueArray(fc.string({ unit: letters, minLength: 1, maxLength: 4 }), { maxLength: 8 })

test('finds exactly the occurrences that no other occurrence contains, in however many tables the words lie', () => {
  fc.assert(
    fc.property(draft, terms, terms, (text, ready, raw) => {
      const all = [...new Set([...ready, ...raw])].flatMap((word) =>
        [...text].flatMap((_, from) =>
          text.startsWith(word, from) ? [{ from, to: from + word.length, word }] : [],
        ),
      )
      const maximal = all.filter(
        (one) => !all.some((other) => other !== one && other.from <= one.from && other.to >= one.to),
      )
      const lexicon = lexiconOf({ lexicon: [compileLexicon(knowing(...ready))], ...knowing(...raw) })
      const matches = lexicon.words(text, 0, text.length)
      expect(matches.map(({ from, to, word }) => ({ from, to, word: word.text }))).toEqual(
        maximal.sort((a, b) => a.from - b.from),
      )
    }),
  )
})

describe('a pack that adds to compiled words', () => {
  const ready = compileLexicon({
    topics: [
      { id: 'staff', name, terms: ['执法人员'], related: ['training'] },
      { id: 'training', name, terms: ['培训'], loose: ['队伍'] },
    ],
    remedies: [{ id: 'scarce', deficits: ['不足'], remedies: ['充实'] }],
    stopwords: ['工作'],
    words: ['殡葬 城乡'],
    'background-frequencies': [{ perMillion: 20_000, words: ['政府'] }],
  })
  const lexicon = lexiconOf({
    lexicon: [ready],
    topics: [{ id: 'staff', name, terms: ['辅警', '队伍', '工作'] }],
    words: ['窨井'],
    'background-frequencies': [{ perMillion: 20_000, words: ['辅警'] }],
  })
  const senses = (word: string): unknown =>
    lexicon.entry(word)?.senses.map(({ topic, weight }) => [topic.id, weight])

  test('its words and those that were there before are known', () => {
    expect(senses('执法人员')).toEqual([['staff', 1]])
    expect(senses('辅警')).toEqual([['staff', 1]])
    expect(lexicon.entry('不足')?.deficits).toEqual(['scarce'])
    expect(lexicon.entry('殡葬')).toBeUndefined()
  })

  test('a word of both has the senses of both', () => {
    expect(senses('队伍')).toEqual([
      ['staff', 1],
      ['training', 0.6],
    ])
  })

  test('a stopword stays one', () => {
    expect(lexicon.entry('工作')).toMatchObject({ senses: [], subject: false })
  })

  test('a topic that it names again stays what it was', () => {
    expect(lexicon.topics.get('staff')?.related.map(({ id }) => id)).toEqual(['training'])
    expect(lexicon.topics.get('training')?.related.map(({ id }) => id)).toEqual(['staff'])
  })

  test('texts are divided by the general words of both', () => {
    const text = '殡葬窨井乱城乡'
    expect(lexicon.words(text, 0, text.length).map(({ word }) => word.text)).toEqual(['殡葬', '窨井', '城乡'])
  })

  test('the higher frequency counts', () => {
    expect([lexicon.rarity('政府'), lexicon.rarity('辅警'), lexicon.rarity('殡葬')]).toEqual([0, 0, 1])
  })
})
