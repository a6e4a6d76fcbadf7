import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aimCharacters, aims, mayAim } from './targets.ts'

const words =
  '力争 争取 预期 目标 工作目标 主要 是 为 : 计划 规划 新 到 于 安排 完成 20 25 年 底 , 预计 有望 确保 了 今后 结转 下 一 度 步 明年 将 拟 要 达到 实现 建 定于 继续 全面 以来'

test('every word for an aim is known by one of its first characters', () => {
  const soup = fc
    .array(fc.constantFrom(...words.split(' ')), { maxLength: 20 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(soup, (text) => {
      for (const found of text.matchAll(aims)) {
        const beginning = [0, 1, 2].map((nth) => found.index + nth)
        expect(
          beginning.some((at) => aimCharacters.includes(text.charAt(at)) && mayAim(text, at)),
          `${text}: ${found[0]}`,
        ).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})
