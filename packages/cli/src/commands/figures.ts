import { draftOptions, formatOption, oneDraft } from '../draft-options.ts'
import { type Command, textOption } from '../options.ts'
import { words } from '../words.ts'

/** `hegao figures`: the ledger of a draft. */
export const figuresCommand: Command = {
  name: 'figures',
  describe: words('核数表：每个数据、相关算式和结论', 'The ledger: every figure, its sums, and the verdict'),
  positionals: oneDraft,
  options: {
    ...draftOptions,
    format: formatOption('table', 'json', 'csv', 'markdown'),
  },
  examples: [
    {
      line: 'hegao figures 报告.md --format csv > 核数表.csv',
      describe: words('存成表格软件能打开的核数表', 'Write a ledger that a spreadsheet opens'),
    },
  ],
  async run(args, context) {
    const { openDraft } = await import('../open-draft.ts')
    const { figureRows, verdictWords } = await import('../tables/figure-rows.ts')
    const { csvTable, markdownTable, terminalTable } = await import('../tables/table.ts')
    const { result } = await openDraft(args.words[0] as string, args, context)
    const rows = figureRows(result.analysis)
    const format = textOption(args, 'format') ?? 'table'
    if (format === 'json') {
      const { claims } = result.analysis.ledger
      const told = claims.map(({ kind, rule, verdict, arithmetic, operands }) => ({
        kind,
        rule,
        verdict,
        arithmetic,
        figures: operands.map(({ figure, role }) => ({ figure, role })),
      }))
      context.out(
        `${JSON.stringify({ version: 1, path: args.words[0], figures: rows, claims: told }, null, 2)}\n`,
      )
      return 0
    }
    const { locale } = context
    const table = {
      headings: headings[locale],
      rows: rows.map(({ line, column, text, subject, verdict, detail }) => [
        `${line}:${column}`,
        text,
        subject,
        verdictWords[verdict][locale],
        detail,
      ]),
    }
    if (format === 'csv') context.out(csvTable(table))
    else if (format === 'markdown') context.out(markdownTable(table))
    else if (rows.length === 0)
      context.out(locale === 'zh-CN' ? '稿中没有数据\n' : 'The draft has no figures\n')
    else {
      context.out(terminalTable(table, context.columns, context.paint))
      const count = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length
      context.out(
        locale === 'zh-CN'
          ? `\n${rows.length} 个数据：${count('consistent')} 个相符，${count('inconsistent')} 个不符，${count('question')} 个存疑，${count('unchecked')} 个未核\n`
          : `\n${rows.length} figures: ${count('consistent')} right, ${count('inconsistent')} wrong, ${count('question')} doubtful, ${count('unchecked')} not checked\n`,
      )
    }
    return 0
  },
}

const headings = {
  'zh-CN': ['位置', '数据', '所指', '结论', '算式或原因'],
  en: ['place', 'figure', 'of what', 'verdict', 'sum or reason'],
} as const
