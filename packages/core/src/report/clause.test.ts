import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, clauses, phraseAround, sentences } from './clause.ts'

const cut = (text: string, split: typeof sentences): string[] =>
  split(text).map(({ from, to }) => text.slice(from, to))

describe('splitting folded text', () => {
  test('sentences end at 。!? outside brackets and quotes', () => {
    expect(cut('开展“强基础。补短板”行动。办结(含结转。)46件!好', sentences)).toEqual([
      '开展“强基础。补短板”行动。',
      '办结(含结转。)46件!',
      '好',
    ])
  })

  test('clauses end at semicolons too', () => {
    expect(cut('一是充实力量;二是加强培训。', clauses)).toEqual(['一是充实力量;', '二是加强培训。'])
  })

  test('a bracket that is never closed does not swallow the rest', () => {
    const text = `第一句(没有关上${'的括号'.repeat(60)}。第二句。`
    expect(sentences(text)).toHaveLength(2)
  })

  test('a phrase without its marks', () => {
    const text = '坚持学法,落实第一责任人职责;年终述法。'
    const { from, to } = phraseAround(text, text.indexOf('第一'))
    expect(text.slice(from, to)).toBe('落实第一责任人职责')
    expect(bare(' 力量不足。', { from: 0, to: 6 })).toEqual({ from: 1, to: 5 })
  })

  test('the pieces follow each other and lose nothing but blanks', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '。', ';', ',', '(', ')', '“', '”', ' ', '1') })
    fc.assert(
      fc.property(text, (value) => {
        let at = 0
        for (const { from, to } of clauses(value)) {
          expect(value.slice(at, from).trim()).toBe('')
          expect(to).toBeGreaterThan(from)
          at = to
        }
        expect(value.slice(at).trim()).toBe('')
      }),
    )
  })
})
