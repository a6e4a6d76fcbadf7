import type { Locale, LocalText, Severity } from '../finding.ts'
import type { Basis, Example, Rule, RuleDocs } from './rule.ts'

/** Names of severities as people read them. */
export const severityNames: Readonly<Record<Severity, LocalText>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '警告', en: 'warning' },
  info: { 'zh-CN': '提示', en: 'info' },
  hint: { 'zh-CN': '建议', en: 'hint' },
}

const words = {
  'zh-CN': {
    objects: '检查什么',
    why: '为什么',
    basis: '依据',
    fail: '会指出的写法',
    pass: '不会指出的写法',
    fixed: '修正后',
    fix: {
      none: '不能自动修正。',
      safe: '可以自动修正（不改变意思）。',
      suggestion: '可以给出修改建议，由人选择。',
    },
    optIn: '默认不启用，可在 hegao.yaml 中打开。',
    unverified: '（依据尚未与正式文本核对，因此最高为警告）',
    marked: '⟦⟧ 标出的是被指出的地方。',
    whole: '（针对整篇稿件）',
    advice: '怎么办',
  },
  en: {
    objects: 'What it objects to',
    why: 'Why',
    basis: 'Basis',
    fail: 'What it reports',
    pass: 'What it does not report',
    fixed: 'After the fix',
    fix: {
      none: 'No automatic fix.',
      safe: 'Fixed automatically; the meaning cannot change.',
      suggestion: 'Offers suggestions to choose from.',
    },
    optIn: 'Off by default; turn it on in hegao.yaml.',
    unverified: ' (not yet checked against the official text, so at most a warning)',
    marked: 'The places it reports are marked ⟦so⟧.',
    whole: ' (about the draft as a whole)',
    advice: 'What to do',
  },
} as const

/** The kinds of basis as people read them. */
const basisKinds: Readonly<Record<Basis['kind'], LocalText>> = {
  clause: { 'zh-CN': '条文', en: 'clause' },
  arithmetic: { 'zh-CN': '算术', en: 'arithmetic' },
  principle: { 'zh-CN': '原则', en: 'principle' },
  local: { 'zh-CN': '通行做法', en: 'common practice' },
}

/** A rule's basis in one line: `《标点符号用法》（GB/T 15834-2011）4.13 连接号〔条文〕`. */
export function basisLine(basis: Basis, locale: Locale): string {
  const document = basis.kind === 'clause' ? `《${basis.document}》` : basis.document
  const number = basis.number ? `（${basis.number}）` : ''
  return `${document}${number}${basis.clause ?? ''}〔${basisKinds[basis.kind][locale]}〕${basis.certainty === 'unverified' ? words[locale].unverified : ''}`
}

/** The page of a rule in Markdown: what it objects to, why, the basis, and its examples. */
export function rulePage(rule: Rule, docs: RuleDocs, locale: Locale): string {
  const said = words[locale]
  const variants = Object.values(rule.variants)
  const messages = [rule, ...variants].map(
    (entry) =>
      `- **${severityNames[('severity' in entry ? entry.severity : undefined) ?? rule.severity][locale]}** ${entry.message[locale]}  \n  ${said.advice}${locale === 'en' ? ': ' : '：'}${entry.advice[locale]}`,
  )
  return [
    `# ${rule.id}`,
    `**${rule.title[locale]}** · ${severityNames[rule.severity][locale]}`,
    `## ${said.objects}`,
    messages.join('\n'),
    `## ${said.why}`,
    docs.why[locale],
    `## ${said.basis}`,
    basisLine(rule.basis, locale),
    [said.fix[rule.fix], ...(rule.optIn ? [said.optIn] : [])].join('\n'),
    `## ${said.fail}`,
    said.marked,
    ...docs.fail.map((example) => exampleBlock(example, said)),
    `## ${said.pass}`,
    ...docs.pass.map((example) => exampleBlock(example, said)),
  ].join('\n\n')
}

function exampleBlock(example: Example, said: (typeof words)[Locale]): string {
  const title = `${example.title ?? ''}${example.document ? said.whole : ''}`
  const fixed = example.fixed === undefined ? '' : `\n\n${said.fixed}\n\n${fenced(example.fixed)}`
  return `${title === '' ? '' : `${title}\n\n`}${fenced(example.draft)}${fixed}`
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``
}
