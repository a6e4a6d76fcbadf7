import { readFileSync } from 'node:fs'
import { applyEdits } from '@hegao/core'
import {
  type CheckedDraft,
  checkPrepared,
  encode,
  findDrafts,
  isProblem,
  type PreparedDraft,
  type Problem,
  prepareDraft,
  problem,
  runMemory,
  systemReason,
  writeFileAtomic,
} from '@hegao/workspace'
import { chooseFixes } from './choose-fixes.ts'
import { type Context, UserError } from './context.ts'
import { settingsFrom } from './draft-options.ts'
import { fixInPasses, lineEndsOf } from './fix-passes.ts'
import { type Arguments, flag } from './options.ts'
import { patchText } from './patch-text.ts'
import { tellProblem } from './tell-problem.ts'
import { breathe, endOnInterrupt } from './terminal/interrupt.ts'

/** Runs `hegao fix`. */
export async function fixDrafts(args: Arguments, context: Context): Promise<number> {
  const dryRun = flag(args, 'dry-run') ?? false
  const suggestions = flag(args, 'suggestions') ?? false
  if (suggestions && !(context.terminal.in && context.terminal.out))
    throw new UserError(
      '--suggestions 要逐条询问，只能在终端中使用',
      '--suggestions asks one by one and needs a terminal',
    )
  const settings = settingsFrom(args, context)
  const memory = runMemory()
  const found = await findDrafts(args.words.length === 0 ? ['.'] : args.words, context.cwd)
  const problems: Problem[] = [...found.problems]
  let changed = 0
  let applied = 0
  endOnInterrupt()
  for (const draft of found.drafts) {
    await breathe()
    const prepared = await prepareDraft(draft, settings, memory)
    if (prepared === 'ignored') continue
    if (!('options' in prepared)) {
      problems.push(...prepared)
      continue
    }
    const fixed = await fixDraft(prepared, suggestions, context)
    if (isProblem(fixed)) problems.push(fixed)
    else if (fixed.applied > 0) {
      const failure = dryRun ? showDiff(fixed, context) : writeBack(fixed)
      if (failure) problems.push(failure)
      else {
        changed++
        applied += fixed.applied
        if (!dryRun) context.out(changedLine(draft.name, fixed.applied, context))
      }
    }
  }
  for (const told of new Map(problems.map((entry) => [JSON.stringify(entry), entry])).values())
    tellProblem(told, context)
  context.out(closingLine(changed, applied, dryRun, context))
  if (problems.length > 0) return 2
  return dryRun && changed > 0 ? 1 : 0
}

/** A draft before and after. */
interface FixedDraft {
  readonly checked: CheckedDraft
  readonly text: string
  readonly applied: number
}

async function fixDraft(
  prepared: PreparedDraft,
  suggestions: boolean,
  context: Context,
): Promise<FixedDraft | Problem> {
  const first = checkPrepared(prepared)
  if (isProblem(first) || first.file === null) return first as Problem
  const { file } = first
  const recheck = (text: string): CheckedDraft | Problem =>
    checkPrepared(prepared, { ...file, draft: { ...file.draft, text } })
  const fixed = fixInPasses(file.draft.text, first, recheck)
  if (isProblem(fixed)) return fixed
  const { text, applied } = fixed
  const edits = suggestions ? await chooseFixes(fixed.checked, text, context) : []
  if (edits.length === 0) return { checked: first, text, applied }
  const chosen = lineEndsOf(text)(edits.flat())
  return { checked: first, text: applyEdits(text, chosen), applied: applied + edits.length }
}

/** Writes the draft in its own encoding, unless it has changed since it was read. */
function writeBack({ checked, text }: FixedDraft): Problem | null {
  const { found, file } = checked
  if (file === null) return null
  try {
    if (!readFileSync(found.path).equals(file.bytes))
      return problem(
        found.name,
        '核稿期间文件被改动，未写入；请重新运行',
        'The file changed meanwhile and was left alone; run again',
      )
    writeFileAtomic(found.path, encode(text, file.encoding, file.bom))
    return null
  } catch (error) {
    const reason = systemReason(error)
    return problem(found.name, `无法写入：${reason['zh-CN']}`, `It cannot be written: ${reason.en}`)
  }
}

function showDiff({ checked, text }: FixedDraft, { out, paint }: Context): null {
  const { name } = checked.found
  out(patchText(name, checked.file?.draft.text ?? '', text, paint))
  return null
}

function changedLine(name: string, applied: number, { locale }: Context): string {
  return locale === 'zh-CN' ? `${name}：改了 ${applied} 处\n` : `${name}: ${applied} fixed\n`
}

function closingLine(changed: number, applied: number, dryRun: boolean, { locale }: Context): string {
  if (changed === 0) return locale === 'zh-CN' ? '没有可以自动修改的地方\n' : 'Nothing to fix\n'
  if (locale === 'zh-CN') return `${changed} 份稿件${dryRun ? '可改' : '共改了'} ${applied} 处\n`
  return `${applied} ${dryRun ? 'fixes possible' : 'fixed'} in ${changed} draft${changed === 1 ? '' : 's'}\n`
}
