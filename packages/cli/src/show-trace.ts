import type { Context } from './context.ts'
import type { OpenDraft } from './open-draft.ts'
import { csvTable, markdownTable, terminalTable } from './tables/table.ts'
import { coverageWords, headOf, traceRows } from './tables/trace-rows.ts'

/** Prints the trace table of a draft. */
export function showTrace({ result }: OpenDraft, format: string, context: Context): number {
  const { locale } = context
  const rows = traceRows(result.analysis)
  const { coverage, report } = result.analysis
  const unmotivated = coverage.unmotivated.flatMap((index) => report.measures[index] ?? [])
  if (format === 'json') {
    const measures = report.measures.map((measure) => ({ number: measure.index + 1, text: headOf(measure) }))
    const answer = {
      version: 1,
      path: result.draft.path,
      rows: rows.map((row, nth) => ({ number: nth + 1, ...row })),
      measures,
      unmotivated: unmotivated.map((measure) => measure.index + 1),
    }
    context.out(`${JSON.stringify(answer, null, 2)}\n`)
    return 0
  }
  const table = {
    headings: headings[locale],
    rows: rows.map((row, nth) => {
      const best = coverage.shortcomings[nth]?.best
      const number = best ? `${best.measure + 1}. ` : ''
      return [
        `${nth + 1}`,
        row.shortcoming,
        row.cause,
        coverageWords[row.verdict][locale],
        row.measure === '' ? '' : number + row.measure,
        row.evidence,
      ]
    }),
  }
  if (format === 'csv') context.out(csvTable(table))
  else if (format === 'markdown') context.out(markdownTable(table))
  else if (rows.length === 0)
    context.out(
      locale === 'zh-CN' ? '稿中没有认出存在的不足\n' : 'No shortcomings were recognised in the draft\n',
    )
  else {
    context.out(terminalTable(table, context.columns, context.paint))
    if (unmotivated.length > 0) {
      const list = unmotivated.map((measure) => `  ${measure.index + 1}. ${headOf(measure)}\n`).join('')
      context.out(
        `\n${locale === 'zh-CN' ? '不针对任何一条不足的措施：' : 'Measures that no shortcoming asks for:'}\n${list}`,
      )
    }
  }
  return 0
}

const headings = {
  'zh-CN': ['#', '不足', '原因', '结论', '最接近的措施', '理由'],
  en: ['#', 'shortcoming', 'cause', 'verdict', 'nearest measure', 'why'],
} as const
