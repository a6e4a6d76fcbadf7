import { describe, expect, test } from 'vitest'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import { datesIn, daysIn, isoOf } from './calendar.ts'

function datesOf(text: string) {
  const shape = blockShape({
    kind: 'paragraph',
    text,
    map: identity,
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
  return datesIn(shape).map(({ form, iso, from, to }) => [form, iso, text.slice(from, to)])
}

describe('dates', () => {
  test.each([
    ['2021年1月8日', 'arabic', '2021-01-08'],
    ['2021年01月08日', 'arabic', '2021-01-08'],
    ['２０２１年１月８日', 'arabic', '2021-01-08'],
    ['2021 年 1 月 8 日', 'arabic', '2021-01-08'],
    ['2021-03-10', 'dashed', '2021-03-10'],
    ['2021/3/10', 'dashed', '2021-03-10'],
    ['二〇二一年一月八日', 'han', '2021-01-08'],
    ['二○二一年十二月三十一日', 'han', '2021-12-31'],
    ['二零二一年元月廿八日', 'han', '2021-01-28'],
    ['2024年2月29日', 'arabic', '2024-02-29'],
    ['2023年2月29日', 'arabic', null],
    ['2023年13月1日', 'arabic', null],
    ['二〇二三年二月三十日', 'han', null],
  ])('%s', (text, form, iso) => {
    expect(datesOf(text)).toEqual([[form, iso, text]])
  })

  test('stand in running text with their places', () => {
    expect(datesOf('于2022年5月15日、2022年度和2023-01-02学习')).toEqual([
      ['arabic', '2022-05-15', '2022年5月15日'],
      ['arabic', null, '2022年'],
      ['dashed', '2023-01-02', '2023-01-02'],
    ])
  })

  test.each(['电话1234-5-6789', '编号12021年', '3.5.2版本', '一二三年级'])('%s holds none', (text) => {
    expect(datesOf(text)).toEqual([])
  })

  test('the calendar', () => {
    expect([2020, 2023, 1900, 2000].map((year) => daysIn(year, 2))).toEqual([29, 28, 28, 29])
    expect(isoOf(2021, 4, 31)).toBeNull()
    expect(isoOf(2021, null, null)).toBeNull()
  })
})
