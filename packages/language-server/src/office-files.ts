import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { CheckResult, Finding } from '@hegao/core'
import {
  type BaselineEntry,
  baselineEntries,
  baselineName,
  isProblem,
  nearestSideFile,
  type PreparedDraft,
  sideFileKey,
  writeBaseline,
  writeFileAtomic,
} from '@hegao/workspace'

/** The term list that is begun where an office has none. */
const termsName = 'hegao.terms.yaml'
const configurationName = 'hegao.yaml'

/** Where an office's files for a draft belong: beside its configuration, else in the open folder, else beside the draft. */
export function officeFolder(
  draft: string,
  prepared: PreparedDraft | null,
  folders: readonly string[],
): string {
  const configuration = prepared?.configuration.files.at(-1)
  if (configuration !== undefined) return dirname(configuration)
  return folders.find((folder) => !relative(folder, draft).startsWith('..')) ?? dirname(draft)
}

/**
 * Adds findings to the nearest baseline, or begins one in the folder. What it already holds stays. @returns its path
 * @throws Error if the baseline that is there cannot be read: it is never written over.
 */
export async function addToBaseline(
  draft: string,
  result: CheckResult,
  findings: readonly Finding[],
  folder: string,
): Promise<string> {
  const nearest = await nearestSideFile<BaselineEntry>(baselineName, 'baseline', draft, new Map())
  if (nearest !== null && isProblem(nearest)) throw new Error(nearest.message['zh-CN'])
  const path = nearest?.path ?? join(folder, baselineName)
  const key = sideFileKey(path, draft)
  const entries = new Map((nearest?.drafts[key] ?? []).map((entry) => [entry.key, entry]))
  for (const entry of baselineEntries(findings, result.draft.text)) {
    const count = (entries.get(entry.key)?.count ?? 0) + entry.count
    entries.set(entry.key, { ...entry, count })
  }
  writeBaseline(path, { ...nearest?.drafts, [key]: [...entries.values()] })
  return path
}

/**
 * Adds a word to the office's term list: to the last list that the configuration names, else to a new one that the
 * configuration in the folder is made to name. Everything that the files hold stays as it is. @returns the list's path
 */
export function addTerm(
  term: { readonly wrong: string; readonly right: string },
  prepared: PreparedDraft | null,
  folder: string,
): string {
  const known = prepared?.configuration.terms.at(-1)?.value
  const path = known ?? join(folder, termsName)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const entry = `- wrong: ${JSON.stringify(term.wrong)}\n  right: ${JSON.stringify(term.right)}\n`
  writeFileAtomic(path, withLine(before, entry))
  if (known === undefined) nameTermList(join(folder, configurationName), basename(path))
  return path
}

/** Makes the configuration name the list. */
function nameTermList(configuration: string, list: string): void {
  const before = existsSync(configuration) ? readFileSync(configuration, 'utf8') : ''
  writeFileAtomic(configuration, withLine(before, `terms: ./${list.split(sep).join('/')}\n`))
}

/** The text with lines of its own at the end. */
function withLine(text: string, lines: string): string {
  return text === '' || text.endsWith('\n') ? text + lines : `${text}\n${lines}`
}
