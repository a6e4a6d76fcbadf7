import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Problem } from '../problem.ts'
import {
  type Configuration,
  configurationName,
  noConfiguration,
  type Origin,
  type RuleSetting,
  type Settings,
  type Sourced,
} from './configuration.ts'
import {
  type ConfigurationFile,
  type ConfigurationLayers,
  isPath,
  listOf,
  packageFolder,
  problemAt,
  type ReadConfiguration,
  type RuleEntry,
  readConfiguration,
} from './read-configuration.ts'

/** What was read so far: hand the same one to every call of a run, a new one after a file has changed. */
export interface ConfigurationMemory {
  /** By folder: the configuration files that govern it, outermost first, with all that they extend. */
  readonly chains: Map<string, Promise<Chain>>
  readonly files: Map<string, Promise<ConfigurationLayers>>
  /** Merged results, where no glob makes drafts of one folder differ. */
  readonly shared: Map<string, ResolvedConfiguration>
  /** Merged results by the files and by what their globs say of a draft. */
  readonly merged: Map<string, ResolvedConfiguration>
  /** What globs and ignore patterns match, compiled. */
  readonly matchers: Map<string, Promise<Matcher>>
}

/** Whether a path inside the folder of the configuration file matches. */
type Matcher = (inside: string) => boolean

interface Chain {
  readonly layers: readonly ReadConfiguration[]
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
  /** Whether any layer speaks of single drafts, by `overrides`, `ignore` or a `profile` by glob. */
  readonly perDraft: boolean
}

/** The configuration of a draft, and what is wrong with the files that it comes from. */
export interface ResolvedConfiguration {
  readonly configuration: Configuration
  readonly problems: readonly Problem[]
}

/** An empty memory. */
export function configurationMemory(): ConfigurationMemory {
  return {
    chains: new Map(),
    files: new Map(),
    shared: new Map(),
    merged: new Map(),
    matchers: new Map(),
  }
}

/**
 * The configuration of the draft at `path` (absolute; it need not exist): the nearest `hegao.yaml` wins, key by key, up to
 * the root. With `only`, that file alone counts.
 */
export async function resolveConfiguration(
  path: string,
  memory: ConfigurationMemory = configurationMemory(),
  only?: string,
): Promise<ResolvedConfiguration> {
  const folder = dirname(path)
  const known = memory.shared.get(folder)
  if (known) return known
  const chain = await chainOf(folder, memory, only)
  if (chain.files.length === 0) return remember(memory, folder, unconfigured)
  const verdicts: Verdict[] = []
  for (const layer of chain.layers) verdicts.push(await judge(layer, path, memory))
  const key = JSON.stringify([chain.files, verdicts])
  const resolved = memory.merged.get(key) ?? mergeLayers(chain, verdicts)
  memory.merged.set(key, resolved)
  return chain.perDraft ? resolved : remember(memory, folder, resolved)
}

const unconfigured: ResolvedConfiguration = { configuration: noConfiguration, problems: [] }

function remember(
  memory: ConfigurationMemory,
  folder: string,
  resolved: ResolvedConfiguration,
): ResolvedConfiguration {
  memory.shared.set(folder, resolved)
  return resolved
}

function chainOf(folder: string, memory: ConfigurationMemory, only?: string): Promise<Chain> {
  const key = only ?? folder
  const known = memory.chains.get(key)
  if (known) return known
  const chain = only ? chainFrom([only], memory) : chainFrom(filesAbove(folder), memory)
  memory.chains.set(key, chain)
  return chain
}

/** The configuration files from the folder up to the root, nearest first. */
function filesAbove(folder: string): string[] {
  const files: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, configurationName)
    if (existsSync(path)) files.push(path)
    if (dirname(at) === at) return files
  }
}

async function chainFrom(nearestFirst: readonly string[], memory: ConfigurationMemory): Promise<Chain> {
  const layers: ReadConfiguration[] = []
  const files: string[] = []
  const problems: Problem[] = []
  for (const path of nearestFirst) {
    const known = memory.files.get(path) ?? readConfiguration(path)
    memory.files.set(path, known)
    const read = await known
    layers.unshift(...read.layers)
    files.unshift(path)
    problems.push(...read.problems)
    if (read.layers.at(-1)?.value.root) break
  }
  const perDraft = layers.some(
    ({ value }) => value.overrides || value.ignore || (value.profile && typeof value.profile === 'object'),
  )
  return { layers, files, problems, perDraft }
}

/** What the globs of a layer say of one draft. */
interface Verdict {
  /** The glob that names the draft's profile. */
  readonly profile: string | null
  /** The overrides that hold for it. */
  readonly overrides: readonly number[]
  readonly ignored: boolean
}

async function judge(
  { value, folder }: ReadConfiguration,
  path: string,
  memory: ConfigurationMemory,
): Promise<Verdict> {
  const inside = relative(folder, path).split(sep).join('/')
  let profile: string | null = null
  if (typeof value.profile === 'object')
    for (const glob of Object.keys(value.profile))
      if (profile === null && (await globMatcher([glob], memory))(inside)) profile = glob
  const overrides: number[] = []
  for (const [nth, { files }] of (value.overrides ?? []).entries())
    if ((await globMatcher(listOf(files), memory))(inside)) overrides.push(nth)
  const isBelow = !inside.startsWith('..')
  const ignored =
    value.ignore && isBelow ? (await ignoreMatcher(listOf(value.ignore), memory))(inside) : false
  return { profile, overrides, ignored }
}

/** Lays the layers over each other for the drafts of which their globs say so. */
function mergeLayers(chain: Chain, verdicts: readonly Verdict[]): ResolvedConfiguration {
  const settings: { -readonly [Key in keyof Settings]: Settings[Key] } = {}
  const rules: RuleSetting[] = []
  const packs: Sourced<string>[] = []
  const terms: Sourced<string>[] = []
  const problems: Problem[] = []
  let ignoredBy: Origin | null = null
  for (const [nth, layer] of chain.layers.entries()) {
    const { value, origin } = layer
    const verdict = verdicts[nth] as Verdict
    const profile = profileFor(layer, verdict)
    if (profile) settings.profile = profile
    for (const key of ['stage', 'period', 'issuer', 'locale', 'failOn'] as const)
      if (value[key] !== undefined)
        Object.assign(settings, { [key]: { value: value[key], origin: origin(key) } })
    rules.push(...ruleSettings(value.rules, (rule) => origin('rules', rule)))
    for (const [nth, name] of listOf(value.packs).entries()) {
      const at = origin('packs', ...(Array.isArray(value.packs) ? [nth] : []))
      const folder = isPath(name) ? resolve(layer.folder, name) : packageFolder(name, layer.folder)
      if (folder && existsSync(folder)) packs.push({ value: folder, origin: at })
      else problems.push(noPack(at, name))
    }
    for (const [nth, name] of listOf(value.terms).entries())
      terms.push({
        value: resolve(layer.folder, name),
        origin: origin('terms', ...(Array.isArray(value.terms) ? [nth] : [])),
      })
    for (const [nth, override] of (value.overrides ?? []).entries()) {
      if (!verdict.overrides.includes(nth)) continue
      for (const key of ['profile', 'stage', 'period', 'issuer'] as const)
        if (override[key] !== undefined)
          Object.assign(settings, { [key]: { value: override[key], origin: origin('overrides', nth, key) } })
      rules.push(...ruleSettings(override.rules, (rule) => origin('overrides', nth, 'rules', rule)))
    }
    if (verdict.ignored) ignoredBy = origin('ignore')
  }
  const configuration = { settings, rules, packs, terms, ignoredBy, files: chain.files }
  return { configuration, problems: [...chain.problems, ...problems] }
}

function profileFor(
  { value, origin }: ReadConfiguration,
  { profile: glob }: Verdict,
): Sourced<string> | null {
  const { profile } = value
  if (typeof profile === 'string') return { value: profile, origin: origin('profile') }
  const id = glob === null ? undefined : profile?.[glob]
  return id === undefined || glob === null ? null : { value: id, origin: origin('profile', glob) }
}

function ruleSettings(rules: ConfigurationFile['rules'], origin: (rule: string) => Origin): RuleSetting[] {
  return Object.entries(rules ?? {}).map(([rule, entry]: [string, RuleEntry]) =>
    typeof entry === 'string'
      ? { rule, severity: entry, with: null, origin: origin(rule) }
      : { rule, severity: entry.severity ?? null, with: entry.with ?? null, origin: origin(rule) },
  )
}

function globMatcher(globs: readonly string[], { matchers }: ConfigurationMemory): Promise<Matcher> {
  return once(matchers, `globs ${JSON.stringify(globs)}`, async () => {
    const { default: picomatch } = await import('picomatch')
    return picomatch([...globs], { basename: globs.every((glob) => !glob.includes('/')) })
  })
}

function ignoreMatcher(patterns: readonly string[], { matchers }: ConfigurationMemory): Promise<Matcher> {
  return once(matchers, `ignore ${JSON.stringify(patterns)}`, async () => {
    const { default: ignore } = await import('ignore')
    const rules = ignore().add([...patterns])
    return (inside: string) => rules.ignores(inside)
  })
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

function noPack(at: Origin, name: string): Problem {
  return problemAt(
    at,
    `packs: 找不到规则包“${name}”；如指文件夹，请写成 ./${name}`,
    `packs: the rule pack "${name}" is not there; if you mean a folder, write ./${name}`,
  )
}
