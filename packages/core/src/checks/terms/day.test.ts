import { expect, test } from 'vitest'
import { dayText, lastDayOf, monthsAfter, monthText } from './day.ts'

test('months later, across years, for days and months', () => {
  expect(monthsAfter('2018-03-21', 18)).toBe('2019-09-21')
  expect(monthsAfter('2020-11', 2)).toBe('2021-01')
  expect(monthsAfter('2020-12-31', 0)).toBe('2020-12-31')
})

test('a month ends with its last day', () => {
  expect(lastDayOf('2020-11')).toBe('2020-11-31')
  expect(lastDayOf('2020-11-17')).toBe('2020-11-17')
})

test('in words', () => {
  expect(dayText('2021-08-11')).toEqual({ 'zh-CN': '2021年8月11日', en: '11 August 2021' })
  expect(monthText('2020-11-17')).toEqual({ 'zh-CN': '2020年11月', en: 'November 2020' })
})
