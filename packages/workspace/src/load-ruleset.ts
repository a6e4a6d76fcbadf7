import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import {
  builtinPack,
  loadPack,
  loadValidators,
  mergePacks,
  nearest,
  type Pack,
  type Rule,
  type Ruleset,
} from '@hegao/core'
import type { Configuration, RuleSetting, Sourced } from './configuration/configuration.ts'
import { problemAt } from './configuration/read-configuration.ts'
import { filesBelow } from './files-below.ts'
import { type Problem, problemInFile } from './problem.ts'

/** The rules in force under a configuration, and what is wrong with packs, term lists and rule settings. */
export interface LoadedRuleset {
  readonly ruleset: Ruleset
  readonly problems: readonly Problem[]
}

/** Rulesets by what they depend on; drafts with the same settings share one. */
export type RulesetMemory = Map<string, Promise<LoadedRuleset>>

/** Loads the packs and term lists that a configuration names, and applies its rule settings. Never throws. */
export function loadRuleset(
  configuration: Configuration,
  memory: RulesetMemory = new Map(),
): Promise<LoadedRuleset> {
  const key = rulesetKey(configuration)
  const known = memory.get(key)
  if (known) return known
  const loaded = load(configuration)
  memory.set(key, loaded)
  return loaded
}

/** What a ruleset depends on, as one string: equal strings, equal rulesets (as long as no file changes). */
export function rulesetKey({ rules, packs, terms }: Configuration): string {
  if (rules.length + packs.length + terms.length === 0) return ''
  return JSON.stringify([
    rules.map((setting) => [setting.rule, setting.severity, setting.with]),
    packs.map((pack) => pack.value),
    terms.map((list) => list.value),
  ])
}

async function load(configuration: Configuration): Promise<LoadedRuleset> {
  const { packs, terms, rules } = configuration
  if (packs.length + terms.length + rules.length === 0) return { ruleset: builtinRuleset(), problems: [] }
  const problems: Problem[] = []
  const all: Pack[] = [builtinPack]
  for (const pack of packs) {
    const loaded = await readPack(pack.value)
    problems.push(...loaded.problems)
    if (loaded.pack) all.push(loaded.pack)
  }
  if (terms.length > 0) {
    const { readTermList, termListPack } = await import('./term-list.ts')
    const lists = await Promise.all(terms.map(readTermList))
    problems.push(...lists.flatMap((list) => list.problems))
    all.push(termListPack(lists.flatMap((list) => list.entries)))
  }
  const merged = mergePacks(all)
  const applied = await applySettings(merged, rules)
  return { ruleset: applied.ruleset, problems: [...problems, ...applied.problems] }
}

let builtin: Ruleset | undefined

/** The rules that come with hegao, without those that a configuration must turn on. */
function builtinRuleset(): Ruleset {
  builtin ??= withRules(mergePacks([builtinPack]), (rule) => (rule.optIn ? null : rule))
  return builtin
}

/** Whether these are the rules that come with hegao, unchanged. */
export function isBuiltinRuleset(ruleset: Ruleset): boolean {
  return ruleset === builtin
}

/** Reads the rule pack in a folder. */
export async function readPack(
  folder: string,
): Promise<{ pack: Pack | null; docs: ReturnType<typeof loadPack>['docs']; problems: Problem[] }> {
  const validators = await loadValidators()
  const files = filesBelow(folder, '.yaml').map((path) => ({
    path: relative(folder, path).split(sep).join('/'),
    text: readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
  }))
  const { pack, docs, problems } = loadPack(files, validators)
  return {
    pack,
    docs,
    problems: problems.map((mistake) => problemInFile(join(folder, mistake.path), mistake)),
  }
}

function withRules(ruleset: Ruleset, change: (rule: Rule) => Rule | null): Ruleset {
  const rules = ruleset.rules.map(change).filter((rule) => rule !== null)
  return Object.freeze({ ...ruleset, rules, knownRules: ruleset.rules.map((rule) => rule.id) })
}

async function applySettings(
  ruleset: Ruleset,
  settings: readonly RuleSetting[],
): Promise<{ ruleset: Ruleset; problems: Problem[] }> {
  const problems: Problem[] = []
  const ids = ruleset.rules.map((rule) => rule.id)
  for (const setting of settings)
    if (!ids.some((id) => speaksOf(setting, id))) problems.push(unknownRule(setting, ids))
  const states = new Map(ruleset.rules.map((rule) => [rule.id, { rule, on: !rule.optIn }]))
  for (const setting of settings) {
    for (const state of states.values()) {
      if (!speaksOf(setting, state.rule.id)) continue
      if (setting.severity === 'off') state.on = false
      else if (setting.severity !== null) state.on = true
      if (setting.severity !== null && setting.severity !== 'on' && setting.severity !== 'off')
        state.rule = withSeverity(state.rule, setting.severity)
      if (setting.with !== null) {
        const parameters = { ...(state.rule.with as object), ...setting.with }
        const wrong = await parameterProblems(state.rule, parameters, setting)
        problems.push(...wrong)
        if (wrong.length === 0) state.rule = { ...state.rule, with: parameters }
      }
    }
  }
  const changed = withRules(ruleset, ({ id }) => {
    const state = states.get(id)
    return state?.on ? state.rule : null
  })
  return { ruleset: changed, problems }
}

/** Whether the setting is about the rule: by its id, by its family (`terms/*`), or about all (`*`). */
function speaksOf(setting: RuleSetting, id: string): boolean {
  if (setting.rule === id || setting.rule === '*') return true
  return setting.rule.endsWith('/*') && id.startsWith(setting.rule.slice(0, -1))
}

const loudness = ['hint', 'info', 'warning', 'error'] as const

/** The rule with another severity; variants that are softer by themselves stay so. */
function withSeverity(rule: Rule, severity: Rule['severity']): Rule {
  const variants = Object.fromEntries(
    Object.entries(rule.variants).map(([name, variant]) => {
      const softer = variant.severity && loudness.indexOf(variant.severity) < loudness.indexOf(severity)
      return [name, { ...variant, severity: softer && variant.severity ? variant.severity : severity }]
    }),
  )
  return { ...rule, severity, variants }
}

async function parameterProblems(
  rule: Rule,
  parameters: Record<string, unknown>,
  setting: RuleSetting,
): Promise<Problem[]> {
  const validators = await loadValidators()
  const { schemaProblems } = await import('@hegao/core')
  const errors = validators[`checks/${rule.check}`]?.(parameters) ?? null
  if (errors === null) return []
  return schemaProblems(errors, parameters).map(({ path, message, zh }) => {
    const key = `rules.${setting.rule}.with${path.map((step) => `.${step}`).join('')}`
    return problemAt(setting.origin, `${key}: ${zh}`, `${key}: ${message}`)
  })
}

function unknownRule(setting: RuleSetting, ids: readonly string[]): Problem {
  const families = [...new Set(ids.map((id) => `${id.split('/')[0]}/*`))]
  const close = nearest(setting.rule, setting.rule.endsWith('*') ? families : ids)
  return problemAt(
    setting.origin,
    `rules: 没有规则“${setting.rule}”；${close ? `是否指“${close}”？` : '用 hegao rules 查看全部规则'}`,
    `rules: there is no rule "${setting.rule}"; ${close ? `did you mean "${close}"?` : 'see `hegao rules` for all of them'}`,
  )
}

/** The values of settings with their places dropped. */
export function valuesOf<T>(sourced: readonly Sourced<T>[]): T[] {
  return sourced.map(({ value }) => value)
}
