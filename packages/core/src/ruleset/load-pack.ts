import type { Severity } from '../finding.ts'
import { nearest } from '../text/nearest.ts'
import { patternProblems } from './pattern-problems.ts'
import type { Profile } from './profile.ts'
import type { Example, Rule, RuleDocs } from './rule.ts'
import type { Pack } from './ruleset.ts'
import { schemaProblems, type Validate } from './schema-problems.ts'
import { type FileProblem, type ReadYaml, readYaml, type TextFile } from './yaml-file.ts'

/** The schemas that packs are held to: `rule`, `profile`, `pack`, `checks/<kind>`, `data/<kind>`. */
export type Validators = Readonly<Record<string, Validate>>

/** A pack as its author wrote it, and what is wrong with it. `pack` is null as soon as anything is. */
export interface LoadedPack {
  readonly pack: Pack | null
  readonly docs: readonly RuleDocs[]
  readonly problems: readonly FileProblem[]
}

/** A rule file's content, after its schema has been checked. */
interface RuleFile extends Omit<Rule, 'variants' | 'report' | 'fix' | 'applies' | 'optIn' | 'with'> {
  readonly variants?: Rule['variants']
  readonly why: RuleDocs['why']
  readonly report?: Rule['report']
  readonly fix?: Rule['fix']
  readonly applies?: Rule['applies']
  readonly optIn?: boolean
  readonly with?: unknown
  readonly examples: { readonly fail: readonly Example[]; readonly pass: readonly Example[] }
}

/**
 * Loads a pack from its YAML files: `pack.yaml`, `profiles/*.yaml`, `data/<kind>.yaml` or `data/<kind>/*.yaml`, and one rule
 * a file as `<family>/<name>.yaml`. Data only: nothing in a pack is executed.
 */
export function loadPack(files: readonly TextFile[], validators: Validators): LoadedPack {
  const problems: FileProblem[] = []
  const rules: Rule[] = []
  const docs: RuleDocs[] = []
  const profiles: Profile[] = []
  const data: Record<string, unknown[]> = {}
  let manifest: { id: string; version: string } | null = null

  const take = <T>(file: TextFile, schema: string): (ReadYaml<T> & { readonly value: T }) | null => {
    const validate = validators[schema] as Validate
    const result = readYaml<T>(file, validate)
    problems.push(...result.problems)
    return result.value === null ? null : (result as ReadYaml<T> & { readonly value: T })
  }

  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [folder, rest] = file.path.split('/', 2) as [string, string | undefined]
    if (file.path === 'pack.yaml')
      manifest = take<{ id: string; version: string }>(file, 'pack')?.value ?? null
    else if (folder === 'profiles')
      profiles.push(...[take<Profile>(file, 'profile')?.value].filter((value) => value != null))
    else if (folder === 'data') {
      const kind = (rest ?? '').replace(/\.yaml$/, '')
      if (!validators[`data/${kind}`]) {
        problems.push(unknownKind(file, `"${kind}" is no kind of data`, kind, kindsOf(validators, 'data/')))
        continue
      }
      const read = take<unknown[]>(file, `data/${kind}`)
      if (!read) continue
      problems.push(...patternProblems(read.value).map(({ path, message }) => read.locate(path, message)))
      data[kind] = [...(data[kind] ?? []), ...read.value]
    } else {
      const read = take<RuleFile>(file, 'rule')
      if (!read) continue
      const ruleProblems = problemsOfRule(read, file, validators)
      problems.push(...ruleProblems)
      if (ruleProblems.length === 0) {
        rules.push(ruleOf(read.value))
        docs.push({ id: read.value.id, why: read.value.why, ...read.value.examples, file: file.path })
      }
    }
  }
  if (!manifest && !problems.some((problem) => problem.path === 'pack.yaml')) {
    problems.push({
      path: 'pack.yaml',
      line: 1,
      column: 1,
      key: '',
      message: 'the file is missing: every pack has one, with id, version and title',
    })
  }
  const pack =
    manifest && problems.length === 0
      ? { id: manifest.id, version: manifest.version, rules, profiles, data }
      : null
  return { pack, docs, problems }
}

/** What a rule's schema cannot say: file name, check and its parameters, and who may be an error. */
function problemsOfRule(
  read: ReadYaml<RuleFile> & { readonly value: RuleFile },
  file: TextFile,
  validators: Validators,
): FileProblem[] {
  const { value: rule, locate } = read
  const problems: FileProblem[] = []
  if (file.path !== `${rule.id}.yaml`)
    problems.push(locate(['id'], `the file of rule "${rule.id}" must be ${rule.id}.yaml`))
  const validate = validators[`checks/${rule.check}`]
  if (!validate) {
    const known = kindsOf(validators, 'checks/')
    const close = nearest(rule.check, known)
    problems.push(
      locate(
        ['check'],
        `"${rule.check}" is no check${close ? `; did you mean "${close}"?` : `; known: ${known.join(', ')}`}`,
      ),
    )
  } else {
    const inner = readYamlValue(rule.with ?? {}, validate)
    problems.push(
      ...inner.map((problem) =>
        locate(['with', ...problem.path], problem.message, problem.atKey, problem.zh),
      ),
      ...patternProblems(rule.with).map(({ path, message }) => locate(['with', ...path], message)),
    )
  }
  const mayBeError =
    ['clause', 'arithmetic'].includes(rule.basis.kind) && rule.basis.certainty === 'confirmed'
  const tooLoud = (severity: Severity | undefined): boolean => severity === 'error' && !mayBeError
  const reason = 'only a rule whose basis is a confirmed clause or arithmetic may be an error'
  if (tooLoud(rule.severity)) problems.push(locate(['severity'], reason))
  for (const [name, variant] of Object.entries(rule.variants ?? {})) {
    if (tooLoud(variant.severity)) problems.push(locate(['variants', name, 'severity'], reason))
  }
  return problems
}

function readYamlValue(value: unknown, validate: Validate): ReturnType<typeof schemaProblems> {
  const errors = validate(value)
  return errors === null ? [] : schemaProblems(errors, value)
}

function ruleOf(file: RuleFile): Rule {
  const { why: _why, examples: _examples, ...fields } = file
  return {
    ...fields,
    variants: file.variants ?? {},
    report: file.report ?? 'each',
    fix: file.fix ?? 'none',
    applies: file.applies ?? {},
    optIn: file.optIn ?? false,
    with: file.with ?? {},
  }
}

function kindsOf(validators: Validators, prefix: string): string[] {
  return Object.keys(validators)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
}

function unknownKind(file: TextFile, message: string, kind: string, known: readonly string[]): FileProblem {
  const close = nearest(kind, known)
  const hint = close ? `; did you mean "${close}"?` : `; known: ${known.join(', ')}`
  return { path: file.path, line: 1, column: 1, key: '', message: message + hint }
}
