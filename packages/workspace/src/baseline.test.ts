import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselineEntries, compareWithBaseline } from './baseline.ts'

const finding = (text: string, words: string, document = false) => {
  const start = text.indexOf(words)
  return { rule: 'figures/ratio', message: '比率不符', document, range: { start, end: start + words.length } }
}

test('a finding is known again after any edit on other lines', () => {
  const line = '全年受理案件32件，办结30件，办结率100%。'
  const other = fc.string({ unit: fc.constantFrom('镇', '年', '1', '，', '\n', ' ') })
  fc.assert(
    fc.property(other, other, (before, behind) => {
      const first = `标题\n${line}\n`
      const then = `${before}\n${line}\n${behind}`
      const entries = baselineEntries([finding(first, '办结率100%')], first)
      const verdict = compareWithBaseline(entries, [finding(then, '办结率100%')], then)
      expect(verdict).toEqual({ fresh: [], known: 1, gone: [] })
    }),
  )
})

test('another text at the same place is new, and the old one is gone', () => {
  const first = '办结率100%。'
  const then = '办结率90%。'
  const entries = baselineEntries([finding(first, '办结率100%')], first)
  const verdict = compareWithBaseline(entries, [finding(then, '办结率90%')], then)
  expect(verdict.fresh).toHaveLength(1)
  expect(verdict.gone).toEqual(entries)
})

test('the same text twice counts twice', () => {
  const text = '办结率100%。\n'
  const same = [finding(text, '办结率100%'), finding(text, '办结率100%')]
  const entries = baselineEntries(same, text)
  expect(entries.map((entry) => entry.count)).toEqual([2])
  const more = compareWithBaseline(entries, [...same, ...same], text)
  expect(more).toMatchObject({ known: 2, gone: [] })
  expect(more.fresh).toHaveLength(2)
})
