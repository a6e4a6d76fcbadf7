import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { loadValidators, schemaProblems } from '@hegao/core'
import { type Problem, problem, systemReason } from './problem.ts'

/** A JSON file that keeps something about drafts beside them: baseline, confirmed links. */
export interface SideFile<Entry> {
  readonly path: string
  readonly drafts: Readonly<Record<string, readonly Entry[]>>
}

/** Side files already looked for, by the path at which the search began. */
export type SideFileMemory = Map<string, Promise<SideFile<never> | Problem | null>>

/** The nearest side file of that name in the draft's folder or above it; null if there is none. */
export function nearestSideFile<Entry>(
  name: string,
  schema: 'baseline' | 'links',
  draft: string,
  memory: SideFileMemory,
): Promise<SideFile<Entry> | Problem | null> {
  const folder = dirname(draft)
  const path = join(folder, name)
  const known = memory.get(path)
  if (known) return known
  const found = existsSync(path)
    ? readSideFile<Entry>(path, schema)
    : dirname(folder) === folder
      ? Promise.resolve(null)
      : nearestSideFile<Entry>(name, schema, folder, memory)
  memory.set(path, found as Promise<SideFile<never> | Problem | null>)
  return found
}

/** Reads and validates a side file. */
export async function readSideFile<Entry>(
  path: string,
  schema: 'baseline' | 'links',
): Promise<SideFile<Entry> | Problem> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError)
      return problem(path, `不是有效的 JSON：${error.message}`, `It is not valid JSON: ${error.message}`)
    const reason = systemReason(error)
    return problem(path, `无法读取：${reason['zh-CN']}`, `It cannot be read: ${reason.en}`)
  }
  const validators = await loadValidators()
  const errors = validators[schema]?.(value) ?? null
  const [first] = errors === null ? [] : schemaProblems(errors, value)
  if (first) {
    const text = `${first.path.join('.')}: ${first.message}`
    return problem(path, text, text)
  }
  return { path, drafts: (value as { drafts: Record<string, Entry[]> }).drafts }
}

/** The name under which a side file keeps a draft: its path from the side file's folder, with `/`. */
export function sideFileKey(sideFile: string, draft: string): string {
  return relative(dirname(sideFile), draft).split(sep).join('/')
}
