import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfMonths, endOfQuarter, endOfYearSpan, endOfYearsDate } from './date-parts.ts'

const soup = fc
  .array(
    fc.constantFrom(
      ...'1 12 2024 二〇二四 三 十二 三十一 两 年 度 月 日 号 份 底 上 旬 季度 季 - — ~ 至 到 件'.split(' '),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''))

/** The same, as expressions. */
const parts = [
  [
    endOfYearsDate,
    /(?:度|末|底|初|)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|末|初|上旬|中旬|下旬)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?/y,
  ],
  [endOfYearSpan, /(?:-|—|–|~|至|到|—{2})(?:\d{4}|[〇零一二三四五六七八九]{4})(?=年)/y],
  [
    endOfMonths,
    /(?:(?:-|—|–|~|至|到)(?:\d{1,2}|[一二三四五六七八九十]{1,3}))?月(?:份|底|末|初|上旬|中旬|下旬)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:(?:-|—|–|~|至|到)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?/y,
  ],
  [endOfQuarter, /(?:-|—|~|至)?(?:[一二三四])?季度/y],
] as const

test.each(parts)('%o ends where the expression does', (endOf, expression) => {
  fc.assert(
    fc.property(soup, (text) => {
      for (let at = 0; at <= text.length; at++) {
        expression.lastIndex = at
        const to = expression.test(text) ? expression.lastIndex : at
        expect(endOf(text, at), `${text} at ${at}`).toBe(to)
      }
    }),
    { numRuns: 2000 },
  )
})
