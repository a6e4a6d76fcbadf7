import { type Severity, severities } from '@hegao/core'
import {
  type CheckedDraft,
  checkDrafts,
  type DraftReport,
  type FailLevel,
  findDrafts,
  isIncomplete,
  type Problem,
  type ReportedProblem,
  reportProblem,
  runMemory,
  summarise,
} from '@hegao/workspace'
import type { Context } from './context.ts'
import { settingsFrom } from './draft-options.ts'
import { type Arguments, flag, listOption, numberOption, textOption } from './options.ts'
import { openSinks } from './sinks.ts'

/** Runs `hegao check`. */
export async function runCheck(args: Arguments, context: Context): Promise<number> {
  const settings = settingsFrom(args, context)
  const memory = runMemory()
  const { locale } = context
  const sinks = await openSinks(listOption(args, 'format'), context, {
    locale,
    quiet: flag(args, 'quiet') ?? false,
    version: context.version,
    cwd: context.cwd,
    ruleOf: () => undefined,
  })
  const problems: ReportedProblem[] = []
  const tell = (problem: Problem): void => {
    const told = reportProblem(problem, locale)
    problems.push(told)
    context.err(problemLine(told, context))
  }
  const found = await findDrafts(args.words.length === 0 ? ['.'] : args.words, context.cwd)
  for (const problem of found.problems) tell(problem)
  const reports: DraftReport[] = []
  let failed = false
  for await (const event of checkDrafts(found.drafts, settings, memory)) {
    if (event.kind === 'problem') tell(event.problem)
    if (event.kind !== 'checked') continue
    const { checked } = event
    for (const sink of sinks) sink.draft(checked)
    reports.push(checked.report)
    failed ||= fails(checked, textOption(args, 'fail-on') as FailLevel | undefined)
  }
  const summary = summarise(reports, problems)
  for (const sink of sinks) sink.end({ summary, problems })
  const most = numberOption(args, 'max-warnings')
  if (problems.length > 0 || reports.some(isIncomplete)) return 2
  return failed || (most !== undefined && summary.warnings > most) ? 1 : 0
}

/** Whether the draft has a finding at or above the fail level. */
function fails({ report, failOn }: CheckedDraft, named: FailLevel | undefined): boolean {
  const level = named ?? failOn ?? 'error'
  if (level === 'never') return false
  const softest = severities.indexOf(level as Severity)
  return report.findings.some(({ severity }) => severities.indexOf(severity) <= softest)
}

function problemLine({ path, line, column, message }: ReportedProblem, { paint, terminal }: Context): string {
  const place = path === null ? 'hegao' : line === null ? path : `${path}:${line}:${column ?? 1}`
  return `${terminal.err ? paint.error(place) : place}: ${message}\n`
}
