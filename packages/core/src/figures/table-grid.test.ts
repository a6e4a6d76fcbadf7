import { expect, test } from 'vitest'
import { read } from '../read/read.ts'
import { compare, whole } from './rational.ts'
import { type Grid, readGrid } from './table-grid.ts'

function gridOf(...lines: readonly string[]): Grid | null {
  const [header = '', ...rows] = lines
  const rule = header.replace(/[^|]+/g, '---')
  const text = ['说明。', '', header, rule, ...rows].join('\n')
  const [table] = read({ path: 'draft.md', format: 'markdown', text }).tables
  return table ? readGrid(table) : null
}

test('headers tell what columns hold, and in which unit', () => {
  const grid = gridOf(
    '| 类型 | 件数（件） | 金额（万元） | 占比 | 办结率 | 同比 | 合计 |',
    '| 甲 | 1 | 2.5 | 3% | 4% | 5% | 6 |',
  )
  expect(grid?.columns.map(({ kind }) => kind)).toEqual([
    'label',
    'count',
    'count',
    'share',
    'rate',
    'growth',
    'total',
  ])
  expect(grid?.columns[1]?.unit).toEqual({ kind: 'measure', name: '件' })
  expect(grid?.columns[2]).toMatchObject({ unit: { kind: 'money', name: '元' }, exponent: 4 })
})

test('a number column before the names is not their label', () => {
  const grid = gridOf('| 序号 | 单位 | 数量 |', '| 1 | 东街所 | 12 |', '|  | 合计 | 12 |')
  expect(grid?.columns.map(({ kind }) => kind)).toEqual(['other', 'label', 'count'])
  expect(grid?.rows.map(({ label, kind }) => [label, kind])).toEqual([
    ['东街所', 'body'],
    ['合计', 'total'],
  ])
})

test('first words tell what rows hold; an empty label is that of the row above', () => {
  const grid = gridOf(
    '| 项目 | 数 |',
    '| 甲 | 1 |',
    '|  | 2 |',
    '| 其中：乙 | 1 |',
    '| 小 计 | 3 |',
    '| 总计 | 3 |',
  )
  expect(grid?.rows.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
    '甲 body',
    '甲 body',
    '其中:乙 of-which',
    '小计 subtotal',
    '总计 total',
  ])
})

test('cells are numbers, blanks or something else', () => {
  const grid = gridOf(
    '| 项目 | 数 |',
    '| 甲 | 1,204 |',
    '| 乙 | — |',
    '| 丙 | 见附件 |',
    '| 丁 | 35.6% |',
    '| 戊 | -3 |',
  )
  const cells = grid?.rows.map(({ cells: [, cell] }) => cell) ?? []
  expect(cells.map((cell) => (typeof cell === 'object' && cell ? cell.text : cell))).toEqual([
    '1,204',
    'blank',
    null,
    '35.6%',
    '-3',
  ])
  const first = cells[0]
  expect(typeof first === 'object' && first?.interval.low && compare(first.interval.low, whole(1204))).toBe(0)
})

test('a table of words has no grid', () => {
  expect(gridOf('| 姓名 | 职务 |', '| 甲 | 主任 |')).toBeNull()
})
