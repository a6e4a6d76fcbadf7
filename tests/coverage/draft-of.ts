import { type Analysis, type CheckOptions, check } from '@hegao/core'
import { builtinRuleset } from '../support/builtin.ts'

const han = '一二三四五六七八九十'

/** A draft of a made-up place with the given shortcomings and measures as numbered items. */
export function draftOf(shortcomings: readonly string[], measures: readonly string[]): string {
  const items = (texts: readonly string[]): string[] =>
    texts.map((text, at) => `（${han.charAt(at)}）${text.endsWith('。') ? text : `${text}。`}`)
  return [
    '青石镇2024年度法治政府建设情况报告',
    '一、2024年度推进法治政府建设的主要举措和成效',
    '全镇各项工作平稳推进。',
    '二、2024年度推进法治政府建设存在的不足和原因',
    ...items(shortcomings),
    '三、2025年度推进法治政府建设的主要安排',
    ...items(measures),
  ].join('\n')
}

/** The analysis of such a draft under the built-in rules. */
export function analysisOf(
  shortcomings: readonly string[],
  measures: readonly string[],
  options: CheckOptions = {},
): Analysis {
  const text = draftOf(shortcomings, measures)
  const draft = { path: 'draft.txt', format: 'text', text } as const
  return check(draft, builtinRuleset, { profile: 'law-based-government', ...options }).analysis
}
