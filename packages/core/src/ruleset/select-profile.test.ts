import { describe, expect, test } from 'vitest'
import { read } from '../read/read.ts'
import { builtinPack } from './builtin-pack.generated.ts'
import { mergePacks } from './ruleset.ts'
import { selectProfile } from './select-profile.ts'

const ruleset = mergePacks([builtinPack])
const profileOf = (text: string, format: 'text' | 'markdown' = 'text', profile?: string) =>
  selectProfile(read({ path: 'draft', format, text }), ruleset, profile ? { profile } : {}).id

describe('the profile of a draft', () => {
  test.each([
    '青石镇2024年度法治政府建设情况报告\n一、主要工作\n全年开展普法活动36场。',
    '中共青石镇委员会\n青石镇人民政府\n关于2024年度法 治 政 府 建 设情况的报告\n全年开展普法活动36场。',
    '首页 > 政务公开\n石桥镇2023年法治政府建设年度报告_云岭县人民政府网站\n石桥镇2023年法治政府建设年度报告',
  ])('is told by the title: %s', (text) => {
    expect(profileOf(text)).toBe('law-based-government')
  })

  test.each([
    '',
    '2025年临川省政府工作报告\n各位代表：\n一、2024年工作回顾\n（一）法治政府建设成效明显\n全年办结案件46件。',
    '青石镇2024年工作总结\n2024年，我镇扎实推进法治政府建设，较好完成了各项工作任务，现总结如下。',
    '## 法治政府建设\n\n全年开展普法活动36场。',
  ])('is generic otherwise: %s', (text) => {
    expect(profileOf(text, text.startsWith('#') ? 'markdown' : 'text')).toBe('generic')
  })

  test('front matter has a title too', () => {
    expect(
      profileOf('---\ntitle: 青石镇2024年度法治政府建设情况报告\n---\n\n## 主要工作\n', 'markdown'),
    ).toBe('law-based-government')
  })

  test('the caller decides', () => {
    expect(profileOf('青石镇2024年度法治政府建设情况报告', 'text', 'generic')).toBe('generic')
    expect(() => profileOf('', 'text', 'law-based-goverment')).toThrow(/did you mean "law-based-government"/)
  })
})
