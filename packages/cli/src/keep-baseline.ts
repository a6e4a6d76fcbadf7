import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type Baseline,
  type BaselineEntry,
  baselineEntries,
  baselineName,
  checkDrafts,
  compareWithBaseline,
  findDrafts,
  isProblem,
  readSideFile,
  sideFileKey,
  systemReason,
  writeBaseline,
} from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import { settingsFrom } from './draft-options.ts'
import { sourceText } from './formats/source-text.ts'
import { problemError } from './open-draft.ts'
import type { Arguments } from './options.ts'
import { tellProblem } from './tell-problem.ts'

/** Creates, renews or prunes the baseline: the nearest one above the current folder, or a new one in it. */
export async function keepBaseline(args: Arguments, prune: boolean, context: Context): Promise<number> {
  const path = nearestAbove(context.cwd) ?? join(context.cwd, baselineName)
  const before = existsSync(path) ? await readSideFile<BaselineEntry>(path, 'baseline') : null
  if (before !== null && isProblem(before)) throw problemError(before)
  if (prune && before === null)
    throw new UserError(`没有 ${baselineName} 可以清理`, `There is no ${baselineName} to prune`)
  const found = await findDrafts(args.words.length === 0 ? ['.'] : args.words, context.cwd)
  let failed = found.problems.length > 0
  for (const problem of found.problems) tellProblem(problem, context)
  const drafts: Record<string, readonly BaselineEntry[]> = { ...(before as Baseline | null)?.drafts }
  if (prune)
    for (const key of Object.keys(drafts)) if (!existsSync(join(dirname(path), key))) delete drafts[key]
  const settings = { ...settingsFrom(args, context), baseline: false }
  for await (const event of checkDrafts(found.drafts, settings)) {
    if (event.kind === 'problem') {
      failed = true
      tellProblem(event.problem, context)
    }
    if (event.kind !== 'checked') continue
    const { report, found: draft } = event.checked
    const key = sideFileKey(path, draft.path)
    const text = sourceText(event.checked) ?? ''
    drafts[key] = prune
      ? withoutGone(drafts[key] ?? [], compareWithBaseline(drafts[key] ?? [], report.findings, text).gone)
      : baselineEntries(report.findings, text)
  }
  try {
    writeBaseline(path, drafts)
  } catch (error) {
    const reason = systemReason(error)
    throw new UserError(`无法写入 ${path}：${reason['zh-CN']}`, `Cannot write ${path}: ${reason.en}`)
  }
  const total = countOf(drafts)
  const gone = prune ? countOf((before as Baseline).drafts) - total : 0
  context.out(
    context.locale === 'zh-CN'
      ? `${baselineName}：${Object.keys(drafts).length} 份稿件，${total} 条意见${prune ? `；删去 ${gone} 条` : ''}\n`
      : `${baselineName}: ${Object.keys(drafts).length} drafts, ${total} findings${prune ? `; ${gone} removed` : ''}\n`,
  )
  return failed ? 2 : 0
}

function nearestAbove(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, baselineName))) return join(at, baselineName)
    if (dirname(at) === at) return null
  }
}

function withoutGone(entries: readonly BaselineEntry[], gone: readonly BaselineEntry[]): BaselineEntry[] {
  const missing = new Map(gone.map((entry) => [entry.key, entry.count]))
  return entries
    .map((entry) => ({ ...entry, count: entry.count - (missing.get(entry.key) ?? 0) }))
    .filter((entry) => entry.count > 0)
}

function countOf(drafts: Readonly<Record<string, readonly BaselineEntry[]>>): number {
  return Object.values(drafts)
    .flat()
    .reduce((sum, entry) => sum + entry.count, 0)
}
