import type { Locale } from '@hegao/core'

const table = {
  'zh-CN': {
    title: '核稿意见',
    drafts: (count: number) => `${count} 份稿件`,
    year: (year: number) => `${year} 年度`,
    nothing: '没有发现问题',
    notChecked: '未能检查',
    baselined: (count: number) => `另有 ${count} 条在基线中，未列出`,
    ledger: '核数表',
    ledgerHeadings: ['位置', '数据', '所指', '结论', '算式或原因'],
    trace: '不足与措施对照表',
    traceHeadings: ['不足', '原因', '结论', '最接近的措施', '理由'],
    footer: (version: string) => `核稿 hegao ${version} 生成。机器只指出疑点，是否修改由核稿人决定。`,
  },
  en: {
    title: 'Findings',
    drafts: (count: number) => `${count} draft${count === 1 ? '' : 's'}`,
    year: (year: number) => `year ${year}`,
    nothing: 'nothing found',
    notChecked: 'Not checked',
    baselined: (count: number) => `${count} more in the baseline, not listed`,
    ledger: 'Ledger of figures',
    ledgerHeadings: ['place', 'figure', 'of what', 'verdict', 'sum or reason'],
    trace: 'Shortcomings and measures',
    traceHeadings: ['shortcoming', 'cause', 'verdict', 'nearest measure', 'why'],
    footer: (version: string) =>
      `Made by hegao ${version}. It points to what looks wrong; what to change is for a person to decide.`,
  },
} as const

/** The words of the page. */
export function wordsOf(locale: Locale): (typeof table)[Locale] {
  return table[locale]
}
