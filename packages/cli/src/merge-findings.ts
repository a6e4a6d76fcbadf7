import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { builtinPack, loadValidators, schemaProblems } from '@hegao/core'
import {
  checkedDraft,
  type DraftReport,
  type FindingsFile,
  makeTally,
  type ReportedProblem,
  reportedAs,
  systemReason,
} from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import { exitCode, failLevelOf, fails } from './exit-code.ts'
import { type Arguments, flag, listOption } from './options.ts'
import { openSinks } from './sinks.ts'

/** Runs `hegao merge`: drafts in the order of their paths, whatever the order of the shards. */
export async function mergeFindings(args: Arguments, context: Context): Promise<number> {
  const reports = new Map<string, DraftReport>()
  const problems = new Map<string, ReportedProblem>()
  for (const name of args.words) {
    const file = await readFindings(name, context)
    for (const draft of file.drafts) reports.set(draft.path, draft)
    for (const problem of file.problems) problems.set(JSON.stringify(problem), problem)
  }
  const sorted = [...reports.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const told = [...problems.values()]
  const known = new Map(builtinPack.rules.map((rule) => [rule.id, rule]))
  const sinks = await openSinks(listOption(args, 'format'), context, {
    locale: context.locale,
    quiet: flag(args, 'quiet') ?? false,
    version: context.version,
    cwd: context.cwd,
    ruleOf: (id) => known.get(id),
  })
  let failed = false
  const tally = makeTally()
  for (const report of sorted) {
    const found = { path: resolve(context.cwd, report.path), name: report.path }
    const about = { found, failOn: null, locale: context.locale, file: null, analysis: null }
    const checked = checkedDraft(about, reportedAs(report))
    tally.add(checked.counts)
    for (const sink of sinks) sink.draft(checked)
    failed ||= fails(checked.counts, failLevelOf(args, null))
  }
  const summary = tally.summary(told.length)
  for (const sink of sinks) sink.end({ summary, problems: told })
  return exitCode({ args, incomplete: tally.incomplete, problems: told.length, failed, summary })
}

async function readFindings(name: string, context: Context): Promise<FindingsFile> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(resolve(context.cwd, name), 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UserError(`${name}：不是 JSON 文件`, `${name}: it is not a JSON file`)
    const reason = systemReason(error)
    throw new UserError(`${name}：${reason['zh-CN']}`, `${name}: ${reason.en}`)
  }
  const validators = await loadValidators()
  const errors = validators.findings?.(value) ?? null
  const [first] = errors === null ? [] : schemaProblems(errors, value)
  if (!first) return value as FindingsFile
  const place = `${first.path.join('.')}: ${first.message}`
  throw new UserError(
    `${name}：不是 hegao check --format json 的结果（${place}）`,
    `${name}: it was not written by hegao check --format json (${place})`,
  )
}
