import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripped } from './plain-words.ts'

const plain = [
  ...'全年 今年 本年度 年内 当年 去年 三年来 2024年度 2024年 截至2024年底 截至6月末 目前 全县 全系统 全街道 我市 本级 现有 现已 各类 全部 所有 共计'.split(
    ' ',
  ),
  ...'一共 总计 合计 共 已经 已 先后 依法 累计 经统计 据统计 在 的 了 约 近 达到 达 为 是 有 突破 超过 超 逾 各 并 还 、 ( ) , :'.split(
    ' ',
  ),
  ' ',
  '\n',
]

test('words of time, scope and manner are taken out wherever they stand', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...plain), fc.constantFrom('案件', '诉求', ''))),
      (parts) => {
        // A mark keeps what stands before it from making another word with what stands behind: 公|共, 我|市.
        const words = parts.map(([word, name]) => `${word}${name}`).join('件')
        expect(stripped(words)).toBe(parts.map(([, name]) => name).join('件'))
      },
    ),
  )
})

test.each(['公共', '国有', '编制', '会议', '案件', '年初', ''])('%s is left as it is', (words) => {
  expect(stripped(words)).toBe(words)
})

test.each([
  ['全县公共法律服务', '公共法律服务'],
  ['在编人员', '在编人员'],
  ['在建国有农场', '在建国有农场'],
  ['在县本级受理', '县受理'],
  ['2024年截至年底共受理', '受理'],
  ['截至目前受理', '截至受理'],
  ['2030万', '2030万'],
])('%s → %s', (words, left) => {
  expect(stripped(words)).toBe(left)
})
