import { existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { type IgnoreRules, ignoredBy, ignoreRulesAbove, ignoreRulesIn } from './ignore-files.ts'
import { type Problem, problem, systemReason } from './problem.ts'

/** A draft that was found: where it is, and the name under which it is shown (relative, with `/`). */
export interface FoundDraft {
  readonly path: string
  readonly name: string
}

/** What the paths, folders and globs stand for. */
export interface FoundDrafts {
  /** Sorted by name, each once. */
  readonly drafts: readonly FoundDraft[]
  /** Paths that do not exist, cannot be read, or hold no draft. */
  readonly problems: readonly Problem[]
  /** Files that were named one by one, but that `.hegaoignore` excludes. */
  readonly ignored: readonly string[]
}

/** Endings of the files that count as drafts when a folder is searched. A file that is named is read whatever its ending. */
export const draftEndings = ['.md', '.markdown', '.txt'] as const

/** Finds the drafts that `patterns` (files, folders, globs) stand for. Never throws, never loops. */
export async function findDrafts(patterns: readonly string[], cwd: string): Promise<FoundDrafts> {
  const found = new Map<string, FoundDraft>()
  const problems: Problem[] = []
  const ignored: string[] = []
  for (const pattern of patterns) {
    const path = resolve(cwd, pattern)
    const stat = statOf(path)
    if (stat?.isDirectory()) {
      const before = problems.length
      const inside = await searchFolder(path, nameOf(pattern), problems)
      for (const draft of inside) found.set(draft.path, draft)
      if (inside.length === 0 && problems.length === before) problems.push(nothingIn(pattern))
    } else if (stat) {
      if (await isExcluded(path)) ignored.push(nameOf(pattern))
      else found.set(path, { path, name: nameOf(pattern) })
    } else if (isGlob(pattern)) {
      const matching = await searchGlob(pattern, cwd, problems)
      for (const draft of matching) found.set(draft.path, draft)
      if (matching.length === 0) problems.push(nothingMatches(pattern))
    } else problems.push(missing(path, pattern))
  }
  const drafts = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return { drafts, problems, ignored }
}

/** Whether the file name has the ending of a draft. */
export function isDraftName(name: string): boolean {
  const lower = name.toLowerCase()
  return draftEndings.some((ending) => lower.endsWith(ending))
}

/** Whether the word has a character that only a glob has. */
function isGlob(pattern: string): boolean {
  return /[*?[\]{}!]/.test(pattern)
}

/** Whether `.hegaoignore` excludes a file that was named. What git ignores may still be checked by name. */
async function isExcluded(path: string): Promise<boolean> {
  const rules = await ignoreRulesAbove(dirname(path), ['.hegaoignore'])
  return ignoredBy(rules, path, false)
}

async function searchFolder(folder: string, name: string, problems: Problem[]): Promise<FoundDraft[]> {
  const found: FoundDraft[] = []
  const before = name === '' || name === '.' ? '' : `${name.replace(/\/$/, '')}/`
  await walk(folder, problems, (path, inside) => {
    if (isDraftName(inside)) found.push({ path, name: before + inside })
  })
  return found
}

async function searchGlob(pattern: string, cwd: string, problems: Problem[]): Promise<FoundDraft[]> {
  const { default: picomatch } = await import('picomatch')
  const { base, glob } = picomatch.scan(pattern.replace(/^\.\//, ''))
  const folder = resolve(cwd, base)
  if (!statOf(folder)?.isDirectory()) return []
  const matches = picomatch(glob)
  const anyEnding = !/\*\*?$/.test(glob)
  const found: FoundDraft[] = []
  await walk(folder, problems, (path, inside) => {
    if (matches(inside) && (anyEnding || isDraftName(path)))
      found.push({ path, name: joinName(base, inside) })
  })
  return found
}

/** Visits every file below a folder that no ignore file excludes, with its path inside the folder (with `/`). A folder that links lead back to is visited once. */
async function walk(
  root: string,
  problems: Problem[],
  visit: (path: string, inside: string) => void,
): Promise<void> {
  const visited = new Set<string>()
  const enter = async (
    folder: string,
    inside: string,
    real: string,
    above: readonly IgnoreRules[],
  ): Promise<void> => {
    if (visited.has(real)) return
    visited.add(real)
    const entries = entriesOf(folder, problems)
    const rules = [...above, ...(await ignoreRulesIn(folder, new Set(entries.map((entry) => entry.name))))]
    const before = folder.endsWith(sep) ? folder : folder + sep
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = before + entry.name
      const stat = entry.isSymbolicLink() ? statOf(path) : entry
      if (!stat || ignoredBy(rules, path, stat.isDirectory())) continue
      if (stat.isDirectory())
        await enter(
          path,
          `${inside}${entry.name}/`,
          entry.isSymbolicLink() ? realpathSync(path) : join(real, entry.name),
          rules,
        )
      else if (stat.isFile()) visit(path, inside + entry.name)
    }
  }
  await enter(
    root,
    '',
    realpathSync(root),
    await ignoreRulesAbove(dirname(root), ['.gitignore', '.hegaoignore'], root),
  )
}

function entriesOf(folder: string, problems: Problem[]): ReturnType<typeof readFolder> {
  try {
    return readFolder(folder)
  } catch (error) {
    const reason = systemReason(error)
    problems.push(
      problem(folder, `无法打开文件夹：${reason['zh-CN']}`, `Cannot open the folder: ${reason.en}`),
    )
    return []
  }
}

function readFolder(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** A path as given, the way it is shown: `/` between parts, no `./` before it. */
function nameOf(pattern: string): string {
  const name = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern
  return name.replace(/^(?:\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '')
}

function joinName(base: string, inside: string): string {
  const rest = sep === '\\' ? inside.replaceAll('\\', '/') : inside
  return base === '' || base === '.' ? rest : `${base.replace(/\/$/, '')}/${rest}`
}

function missing(path: string, pattern: string): Problem {
  if (existsSync(path)) return problem(pattern, '无法打开', 'It cannot be opened')
  return problem(pattern, '文件不存在，请核对路径', 'The file does not exist; check the path')
}

function nothingIn(pattern: string): Problem {
  const endings = draftEndings.join(' ')
  return problem(pattern, `文件夹中没有可核的稿件（${endings}）`, `The folder holds no drafts (${endings})`)
}

function nothingMatches(pattern: string): Problem {
  return problem(pattern, '没有文件符合这个通配式', 'No file matches this glob')
}
