import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import type { Ignore } from 'ignore'

/** The rules of the ignore files in one folder; they speak of paths relative to it. */
export interface IgnoreRules {
  readonly folder: string
  readonly matcher: Ignore
}

const names = ['.gitignore', '.hegaoignore'] as const
type IgnoreFileName = (typeof names)[number]

/** The rules in a folder whose entries are known: nothing is opened that is not there. */
export async function ignoreRulesIn(folder: string, entries: ReadonlySet<string>): Promise<IgnoreRules[]> {
  const present = names.filter((name) => entries.has(name))
  return present.length === 0 ? [] : [await readRules(folder, present)]
}

/**
 * The rules in `folder` and above it, up to the root of the repository (or of the file system, if there is none), the
 * outermost first. `.gitignore` counts only inside a repository. `inside` may be the repository's root itself.
 */
export async function ignoreRulesAbove(
  folder: string,
  wanted: readonly IgnoreFileName[],
  inside: string = folder,
): Promise<IgnoreRules[]> {
  if (existsSync(join(inside, '.git'))) return []
  const found: { folder: string; present: IgnoreFileName[] }[] = []
  let repository = false
  for (let at = folder; ; at = dirname(at)) {
    const present = wanted.filter((name) => existsSync(join(at, name)))
    if (present.length > 0) found.unshift({ folder: at, present })
    repository = existsSync(join(at, '.git'))
    if (repository || dirname(at) === at) break
  }
  const rules: IgnoreRules[] = []
  for (const { folder: at, present } of found) {
    const valid = repository ? present : present.filter((name) => name !== '.gitignore')
    if (valid.length > 0) rules.push(await readRules(at, valid))
  }
  return rules
}

/** Whether the rules exclude the path. A later, inner file overrules an outer one. */
export function ignoredBy(rules: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  let ignored = false
  for (const { folder, matcher } of rules) {
    // The folder is above the path: what is behind it is the path inside.
    const rest = path.slice(folder.endsWith(sep) ? folder.length : folder.length + 1)
    const inside = sep === '/' ? rest : rest.split(sep).join('/')
    const verdict = matcher.test(isFolder ? `${inside}/` : inside)
    if (verdict.ignored) ignored = true
    else if (verdict.unignored) ignored = false
  }
  return ignored
}

async function readRules(folder: string, present: readonly IgnoreFileName[]): Promise<IgnoreRules> {
  const { default: ignore } = await import('ignore')
  const matcher = ignore({ allowRelativePaths: true })
  for (const name of present) matcher.add(readFileSync(join(folder, name), 'utf8'))
  return { folder, matcher }
}
