import { expect, test } from 'vitest'
import { fill } from './fill.ts'

test('placeholders are filled in, in the language asked for', () => {
  const data = { sum: 12, part: { 'zh-CN': '结论', en: 'conclusion' } }
  expect(fill('{part}：合计{sum}件，{sum}', data, 'zh-CN', 'a/b')).toBe('结论：合计12件，12')
  expect(fill('{part}', data, 'en', 'a/b')).toBe('conclusion')
  expect(fill('没有占位', {}, 'zh-CN', 'a/b')).toBe('没有占位')
  expect(fill('留着{不是}{No_1}', {}, 'zh-CN', 'a/b')).toBe('留着{不是}{No_1}')
})

test('a placeholder without a value is told, with the rule', () => {
  expect(() => fill('共{sum}件', {}, 'zh-CN', 'figures/sum')).toThrow(/figures\/sum wants \{sum\}/)
})
