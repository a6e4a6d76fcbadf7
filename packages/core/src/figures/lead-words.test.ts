import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { beforeClosing, behindOpening } from './lead-words.ts'

/** The same words as expressions. */
const opening =
  /^(?:的|并|已|先|后|又|另|还|均|都|各|再|全年|今年|本年度?|年内|去年|上一?年度?|当年|一年来|其中|其余|累计|共计|合计|总计|一共|共|分别|仅|现|新|目前|截至目前|全镇|全县|全市|全区|全省|全州|全街道|全乡|\d{4}年|截至.{0,8}?(?:底|日|末)|同时|此外)+/
const closing =
  /(?:了|达到|达|为|是|有|的|共计|合计|总计|累计|共|约|近|分别为|分别|均|已|仅|也|各|在内|多达|各有|就)+$/

const soup = fc
  .array(
    fc.constantFrom(
      ...'的 并 已 先后 全年 全县 本年度 上一年 上年度 一年来 截至 目前 2024年 12 月 底 日 累计 共 共计 分别 为 达到 多 达 各 有 在内 就 案件'.split(
        ' ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

test('words at either end of what stands before a number are passed over', () => {
  fc.assert(
    fc.property(soup, fc.nat(30), fc.nat(30), (text, a, b) => {
      const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      const lead = text.slice(from, to)
      expect(behindOpening(text, from, to)).toBe(from + (opening.exec(lead)?.[0].length ?? 0))
      expect(beforeClosing(text, to, from)).toBe(to - (closing.exec(lead)?.[0].length ?? 0))
    }),
    { numRuns: 1000 },
  )
})
