import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { builtinPack, type DraftFormat, formatOfPath, type Rule } from '@hegao/core'
import {
  type CheckedDraft,
  checkDrafts,
  checkPrepared,
  decodeDraft,
  type FoundDraft,
  type FoundDrafts,
  findDrafts,
  isProblem,
  makeTally,
  type Problem,
  prepareDraft,
  type ReportedProblem,
  type RunEvent,
  type RunMeans,
  type RunMemory,
  type RunSettings,
  runMemory,
} from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import { requireKnown, settingsFrom } from './draft-options.ts'
import { exitCode, failLevelOf, fails } from './exit-code.ts'
import { type Arguments, flag, listOption, textOption } from './options.ts'
import { openSinks, type Sink } from './sinks.ts'
import { tellProblem } from './tell-problem.ts'
import { breathing, endOnInterrupt } from './terminal/interrupt.ts'
import { progressBar } from './terminal/progress.ts'

/** Formats that show the analysis of a draft, and not only its findings. */
const analysing: readonly string[] = ['html']

/** Runs `hegao check` once. */
export async function runCheck(args: Arguments, context: Context): Promise<number> {
  const settings: RunSettings = {
    ...settingsFrom(args, context),
    ...(flag(args, 'baseline') === false ? { baseline: false } : {}),
  }
  const memory = runMemory()
  const rules = new Map(builtinPack.rules.map((rule) => [rule.id, rule]))
  const sinks = await openSinks(listOption(args, 'format'), context, {
    locale: context.locale,
    quiet: flag(args, 'quiet') ?? false,
    version: context.version,
    cwd: context.cwd,
    ruleOf: (id) => rules.get(id),
  })
  const problems: ReportedProblem[] = []
  const found = await draftsFor(args, context)
  for (const problem of found.problems) problems.push(tellProblem(problem, context))
  for (const name of found.ignored) context.err(ignoredLine(name, context))
  const progress = progressBar(found.drafts.length, context)
  const tally = makeTally()
  const isWriting = usesCache(args) || sinks.some(({ path }) => path !== null)
  if (isWriting) endOnInterrupt()
  const breathe = breathing()
  let failed = false
  let checkedRules = false
  for await (const event of eventsOf(args, found, settings, sinks, memory, context)) {
    progress.step()
    if (event.kind === 'ignored') continue
    if (event.kind === 'problem') {
      progress.clear()
      for (const sink of sinks) sink.flush()
      problems.push(tellProblem(event.problem, context))
      continue
    }
    if (!checkedRules) {
      checkedRules = true
      await knowRules(args, memory, rules)
    }
    const { checked } = event
    progress.clear()
    for (const sink of sinks) sink.draft(checked)
    tally.add(checked.counts)
    failed ||= fails(checked.counts, failLevelOf(args, checked.failOn))
    const breath = isWriting ? breathe() : null
    if (breath) await breath
  }
  progress.clear()
  const summary = tally.summary(problems.length)
  for (const sink of sinks) sink.end({ summary, problems })
  return exitCode({ args, incomplete: tally.incomplete, problems: problems.length, failed, summary })
}

/** Learns the rules of all packs that the run has loaded, and holds `--rule` and `--only` to them. */
async function knowRules(args: Arguments, memory: RunMemory, rules: Map<string, Rule>): Promise<void> {
  const known = new Set(rules.keys())
  for (const loaded of memory.rulesets.values()) {
    const { ruleset } = await loaded
    for (const rule of ruleset.rules) rules.set(rule.id, rule)
    for (const id of ruleset.knownRules ?? []) known.add(id)
  }
  requireKnown(args, [...known])
}

/** The drafts that the command line names: of this shard only, if it names one. */
async function draftsFor(args: Arguments, context: Context): Promise<FoundDrafts> {
  if (readsStandardInput(args)) return { drafts: [], problems: [], ignored: [] }
  const found = await findDrafts(args.words.length === 0 ? ['.'] : args.words, context.cwd)
  const shard = textOption(args, 'shard')
  if (shard === undefined) return found
  const [, part, parts] = (/^(\d+)\/(\d+)$/.exec(shard) ?? []).map(Number)
  if (!part || !parts || part > parts)
    throw new UserError(
      `--shard 应写成 1/3 这样，而不是“${shard}”`,
      `--shard wants the form 1/3, not "${shard}"`,
    )
  // Problems are told by the first shard alone, so that merging tells them once.
  return {
    ...found,
    drafts: found.drafts.filter((_, nth) => nth % parts === part - 1),
    problems: part === 1 ? found.problems : [],
  }
}

function eventsOf(
  args: Arguments,
  found: FoundDrafts,
  settings: RunSettings,
  sinks: readonly Sink[],
  memory: RunMemory,
  context: Context,
): AsyncIterable<RunEvent> {
  if (readsStandardInput(args)) return checkStandardInput(args, settings, memory, context)
  const means: RunMeans = {
    worker: join(__dirname, 'worker.js'),
    ...(sinks.some((sink) => analysing.includes(sink.name)) ? { analysis: true } : {}),
    ...(usesCache(args)
      ? {
          cache: {
            path: resolve(context.cwd, textOption(args, 'cache-location') ?? '.hegaocache'),
            program: `${context.version} ${context.build}`,
            ...(textOption(args, 'cache-strategy') === 'content' ? { strategy: 'content' } : {}),
          },
        }
      : {}),
  }
  return checkDrafts(found.drafts, settings, means, memory)
}

/** Whether outcomes are kept: `--cache`, or an option that says how. */
function usesCache(args: Arguments): boolean {
  const said = flag(args, 'cache')
  if (said !== undefined) return said
  return ['cache-location', 'cache-strategy'].some((name) => textOption(args, name) !== undefined)
}

function readsStandardInput(args: Arguments): boolean {
  return (
    args.words.includes('-') || (args.words.length === 0 && textOption(args, 'stdin-filename') !== undefined)
  )
}

/** The draft on standard input, under the name that `--stdin-filename` gives it. */
async function* checkStandardInput(
  args: Arguments,
  settings: RunSettings,
  memory: RunMemory,
  context: Context,
): AsyncGenerator<RunEvent> {
  const name = textOption(args, 'stdin-filename') ?? 'stdin.txt'
  const format: DraftFormat = formatOfPath(name)
  const found: FoundDraft = { path: resolve(context.cwd, name), name }
  const file = decodeDraft(readFileSync(0), name, format)
  const prepared = await prepareDraft(found, settings, memory)
  if (prepared === 'ignored') yield { kind: 'ignored', found }
  else if (!('options' in prepared)) yield* prepared.map(asEvent)
  else if (isProblem(file)) yield asEvent(file)
  else {
    const checked: CheckedDraft | Problem = checkPrepared(prepared, file)
    yield isProblem(checked) ? asEvent(checked) : { kind: 'checked', checked }
  }
}

function asEvent(problem: Problem): RunEvent {
  return { kind: 'problem', problem }
}

function ignoredLine(name: string, { locale }: Context): string {
  return locale === 'zh-CN'
    ? `${name}: 被 .hegaoignore 排除，未检查\n`
    : `${name}: excluded by .hegaoignore, not checked\n`
}
