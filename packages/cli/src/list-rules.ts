import { basisLine, nearest, severityNames } from '@hegao/core'
import { type Context, UserError } from './context.ts'
import { knownRules } from './known-rules.ts'
import type { Arguments } from './options.ts'
import { markdownTable, terminalTable } from './tables/table.ts'
import { words } from './words.ts'

/** Prints the rules, all or of one family. */
export async function listRules(args: Arguments, format: string, context: Context): Promise<number> {
  const { locale } = context
  const all = [...(await knownRules(args, context)).values()].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
  const family = args.words[0]?.replace(/\/\*?$/, '')
  const rules = family === undefined ? all : all.filter(({ rule }) => rule.id.startsWith(`${family}/`))
  if (family !== undefined && rules.length === 0) {
    const families = [...new Set(all.map(({ rule }) => rule.id.split('/')[0] as string))]
    const close = nearest(family, families)
    throw new UserError(
      `没有“${family}”这一类规则；${close ? `是否指“${close}”？` : `可用：${families.join(', ')}`}`,
      `There is no family "${family}"; ${close ? `did you mean "${close}"?` : `known: ${families.join(', ')}`}`,
    )
  }
  if (format === 'json') {
    const list = rules.map(({ rule, pack }) => ({
      id: rule.id,
      family: rule.id.split('/')[0],
      title: rule.title[locale],
      severity: rule.severity,
      basis: rule.basis,
      fixable: rule.fix,
      optIn: rule.optIn,
      profiles: rule.applies.profiles ?? null,
      stages: rule.applies.stages ?? null,
      pack,
    }))
    context.out(`${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`)
    return 0
  }
  const table = {
    headings: headings[locale],
    rows: rules.map(({ rule }) => [
      rule.id,
      severityNames[rule.severity][locale],
      rule.title[locale],
      basisLine(rule.basis, locale),
      fixWords[rule.fix][locale] + (rule.optIn ? optIn[locale] : ''),
    ]),
  }
  if (format === 'markdown') context.out(markdownTable(table))
  else {
    context.out(terminalTable(table, context.columns, context.paint))
    context.out(
      locale === 'zh-CN'
        ? `\n${rules.length} 条规则；用 hegao explain 规则 查看说明\n`
        : `\n${rules.length} rules; see hegao explain RULE for each\n`,
    )
  }
  return 0
}

const headings = {
  'zh-CN': ['规则', '级别', '查什么', '依据', '修改'],
  en: ['rule', 'severity', 'objects to', 'basis', 'fix'],
} as const

const fixWords = {
  none: words('', ''),
  safe: words('自动', 'safe'),
  suggestion: words('建议', 'suggestion'),
} as const

const optIn = words('（默认关闭）', ' (off unless turned on)')
