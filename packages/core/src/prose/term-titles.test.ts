import { expect, test } from 'vitest'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import { type Titles, titleAround, titlesOf } from './term-titles.ts'

const readTitles = (text: string): Titles =>
  titlesOf(
    blockShape({ kind: 'paragraph', text, map: identity, sourceLength: text.length, depth: 0, marker: '' }),
  )

const spans = (text: string): string[] =>
  readTitles(text).spans.map(({ from, to, depth }) => `${depth}:${text.slice(from, to)}`)

test('outer titles before the inner ones', () => {
  expect(spans('印发《关于贯彻〈条例〉的意见》和《办法》')).toEqual([
    '0:关于贯彻〈条例〉的意见',
    '1:条例',
    '0:办法',
  ])
})

test('marks without a partner', () => {
  expect(readTitles('落实《条例，和办法》《').lone).toEqual([{ at: 10, mark: '《' }])
  expect(readTitles('落实条例》').lone).toEqual([{ at: 4, mark: '》' }])
  expect(readTitles('《关于〈条例的意见》').lone).toEqual([{ at: 3, mark: '〈' }])
})

test('a document quoted in quotation marks', () => {
  expect(spans('转发“关于加强普法工作的通知”')).toEqual(['0:关于加强普法工作的通知'])
  expect(spans('做到“四个自信”')).toEqual([])
})

test('the innermost title round a stretch', () => {
  const text = '《关于贯彻〈条例〉的意见》'
  const titles = readTitles(text)
  expect(titleAround(titles, 6, 8)?.depth).toBe(1)
  expect(titleAround(titles, 1, 3)?.depth).toBe(0)
  expect(titleAround(titles, 0, 3)).toBeNull()
})
