import {
  checkDrafts,
  type DraftReport,
  findDrafts,
  type Problem,
  type ReportedProblem,
  runMemory,
  summarise,
} from '@hegao/workspace'
import type { Context } from './context.ts'
import { settingsFrom } from './draft-options.ts'
import { exitCode, failLevelOf, fails } from './exit-code.ts'
import { type Arguments, flag, listOption } from './options.ts'
import { openSinks } from './sinks.ts'
import { tellProblem } from './tell-problem.ts'

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
    problems.push(tellProblem(problem, context))
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
    failed ||= fails(checked.report, failLevelOf(args, checked.failOn))
  }
  const summary = summarise(reports, problems)
  for (const sink of sinks) sink.end({ summary, problems })
  return exitCode({ args, reports, problems: problems.length, failed, summary })
}
