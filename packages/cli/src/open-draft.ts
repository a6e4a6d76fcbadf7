import { resolve } from 'node:path'
import { type CheckResult, check } from '@hegao/core'
import {
  type DraftFile,
  type FoundDraft,
  isProblem,
  type PreparedDraft,
  type Problem,
  prepareDraft,
  type RunSettings,
  readDraft,
  runMemory,
} from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import { settingsFrom } from './draft-options.ts'
import type { Arguments } from './options.ts'

/** One draft, read and checked, for commands that show what was recognised in it. */
export interface OpenDraft {
  readonly found: FoundDraft
  readonly prepared: PreparedDraft
  readonly file: DraftFile
  readonly result: CheckResult
}

/**
 * Reads and checks the draft that a command names.
 * @throws UserError if it cannot be read, or its configuration is wrong
 */
export async function openDraft(name: string, args: Arguments, context: Context): Promise<OpenDraft> {
  return openWith(name, settingsFrom(args, context), context)
}

/** As {@link openDraft}, under settings that do not come from the command line. */
export async function openWith(name: string, settings: RunSettings, context: Context): Promise<OpenDraft> {
  const found = { path: resolve(context.cwd, name), name }
  const prepared = await prepareDraft(found, settings, runMemory())
  if (prepared === 'ignored')
    throw new UserError(
      `${name}：配置中的 ignore 排除了这份稿件`,
      `${name}: the configuration ignores this draft`,
    )
  if (!('options' in prepared)) throw problemError(prepared[0] as Problem)
  const file = readDraft(found.path, name)
  if (isProblem(file)) throw problemError(file)
  return { found, prepared, file, result: check(file.draft, prepared.ruleset, prepared.options) }
}

/** A problem as the mistake that ends a command. */
export function problemError({ path, line, column, message }: Problem): UserError {
  const place = path === null ? '' : line === null ? path : `${path}:${line}:${column ?? 1}`
  const join = (text: string): string => (place === '' ? text : `${place}: ${text}`)
  return new UserError(join(message['zh-CN']), join(message.en))
}
