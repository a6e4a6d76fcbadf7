/**
 * Checks a draft and then makes of it all that the command line can: each output format, outline, tables of figures and coverage,
 * what fixes give and their diff, baseline, and the comparison with another report.
 */
export async function outputsOf(program, draft, timed) {
  const ruleset = program.mergePacks([program.builtinPack])
  const result = program.check(draft, ruleset)
  const { analysis } = result
  const last = program.check({ ...draft }, ruleset).analysis
  const checked = checkedFrom(program, result)
  const { findings } = checked.report
  const context = {
    locale: 'zh-CN',
    paint: program.plain,
    columns: 100,
    quiet: false,
    version: '0',
    cwd: '/',
    ruleOf: () => undefined,
    out: () => {},
  }
  for (const name of program.formatNames) {
    const format = (await program.loadFormat(name))(context)
    const tally = program.makeTally()
    tally.add(checked.counts)
    timed(`--format ${name}`, () => {
      format.draft(checked)
      format.end({ summary: tally.summary(0), problems: [] })
    })
  }
  timed('outline', () => program.outlineText(result, context))
  timed('outline --format json', () => JSON.stringify(program.outlineJson(result)))
  timed('figures', () => {
    const cells = ({ line, column, text, subject, detail }) => [`${line}:${column}`, text, subject, detail]
    const table = { headings: ['1', '2', '3', '4'], rows: program.figureRows(analysis).map(cells) }
    program.terminalTable(table, 100, program.plain)
    program.csvTable(table)
    program.markdownTable(table)
  })
  timed('trace', () => program.showTrace({ result }, 'table', context))
  timed('trace table', () => JSON.stringify(program.traceTable(analysis.report, analysis.coverage)))
  timed('compare', () => program.compareReports(last, analysis))
  const suggested = timed('fix', () => {
    program.fixInPasses(draft.text, checked, () => checked)
    return program.applyFixes(draft.text, findings, { suggestions: true }).text
  })
  timed('fix --dry-run', () => program.patchText('a', draft.text, suggested, program.plain))
  timed('baseline', () => {
    const entries = program.baselineEntries(findings, draft.text)
    program.compareWithBaseline(entries, findings, draft.text)
  })
}

function checkedFrom(program, result) {
  const about = {
    found: { path: '/a', name: 'a' },
    failOn: null,
    locale: 'zh-CN',
    file: { draft: result.draft },
    analysis: result.analysis,
  }
  return program.checkedDraft(about, program.reportedAs(program.reportOf(result)))
}
