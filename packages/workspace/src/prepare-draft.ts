import { sep } from 'node:path'
import { type CheckOptions, check, type Locale, type Ruleset } from '@hegao/core'
import { type BaselineEntry, baselineName, compareWithBaseline } from './baseline.ts'
import { type CheckedDraft, checkedDraft } from './checked-draft.ts'
import type { Configuration, FailLevel } from './configuration/configuration.ts'
import {
  type ConfigurationMemory,
  configurationMemory,
  resolveConfiguration,
} from './configuration/resolve-configuration.ts'
import type { FoundDraft } from './find-drafts.ts'
import { type DraftReport, type ReportedNote, reportOf } from './findings-file.ts'
import { type LinkEntry, linksName } from './links.ts'
import { loadRuleset, type RulesetMemory } from './load-ruleset.ts'
import { type Problem, problem } from './problem.ts'
import { type DraftFile, isProblem, readDraft } from './read-draft.ts'
import { reportedAs } from './reported.ts'
import { nearestSideFile, type SideFileMemory, sideFileKey } from './side-file.ts'

/** Rules by id, and by family. */
export interface RuleChoice {
  readonly ids: readonly string[]
  readonly families: readonly string[]
}

/** What the caller of a run says for all drafts; it wins over configuration. */
export interface RunSettings extends Omit<CheckOptions, 'confirmedLinks'> {
  /** The language of messages where no configuration names one. */
  readonly defaultLocale?: Locale
  /** Only these rules run. */
  readonly rules?: RuleChoice
  /** This configuration file alone counts; null: none at all. */
  readonly configuration?: string | null
  /** Whether findings that a baseline knows are left out; they are unless this is false. */
  readonly baseline?: boolean
}

/** What is shared by the drafts of a run: configuration and rulesets already read. */
export interface RunMemory {
  readonly configurations: ConfigurationMemory
  readonly rulesets: RulesetMemory
  /** Rulesets narrowed to the rules that the run asks for. */
  readonly narrowed: Map<Ruleset, Ruleset>
  /** What a configuration comes to in this run: drafts that share the one share the other. */
  readonly shared: WeakMap<Configuration, SharedPreparation>
  /** By folder: what all drafts in it have in common, where nothing speaks of single ones. */
  readonly folders: Map<string, Omit<PreparedDraft, 'found'>>
  readonly sideFiles: SideFileMemory
}

/** What all drafts under one configuration have in common. */
interface SharedPreparation {
  readonly ruleset: Ruleset
  readonly options: CheckOptions
  readonly problems: readonly Problem[]
}

/** An empty memory. */
export function runMemory(): RunMemory {
  return {
    configurations: configurationMemory(),
    rulesets: new Map(),
    narrowed: new Map(),
    shared: new WeakMap(),
    folders: new Map(),
    sideFiles: new Map(),
  }
}

/** A draft with all that is needed to check it. */
export interface PreparedDraft {
  readonly found: FoundDraft
  readonly configuration: Configuration
  readonly ruleset: Ruleset
  readonly options: CheckOptions
  readonly failOn: FailLevel | null
  /** What the nearest baseline knows about the draft; null if there is none. */
  readonly baseline: readonly BaselineEntry[] | null
}

/**
 * What {@link prepareDraft} gives, where another draft of the folder has shown it all; null if it must be asked. Under a warm
 * cache a run over thousands of drafts would spend more on waiting for what is at hand than on looking it up.
 */
export function preparedAlready(
  found: FoundDraft,
  settings: RunSettings,
  memory: RunMemory,
): PreparedDraft | null {
  const known = settings.configuration === null ? undefined : memory.folders.get(folderOf(found))
  if (!known) return null
  // Field by field: to spread an object takes ten times as long, and this is done twice for each draft.
  const { configuration, ruleset, options, failOn, baseline } = known
  return { found, configuration, ruleset, options, failOn, baseline }
}

function folderOf({ path }: FoundDraft): string {
  return path.slice(0, Math.max(1, path.lastIndexOf(sep)))
}

/**
 * Finds configuration and rules for a draft. Mistakes in them are problems: a draft is not checked by half a
 * configuration.
 */
export async function prepareDraft(
  found: FoundDraft,
  settings: RunSettings,
  memory: RunMemory,
): Promise<PreparedDraft | readonly Problem[] | 'ignored'> {
  const known = preparedAlready(found, settings, memory)
  if (known) return known
  const { configuration, problems } = await configurationOf(found.path, settings, memory)
  if (problems.length > 0) return problems
  if (configuration.ignoredBy) return 'ignored'
  const shared = memory.shared.get(configuration) ?? (await share(configuration, settings, memory))
  if (shared.problems.length > 0) return shared.problems
  const { ruleset, options } = shared
  const links = await sideEntries<LinkEntry>(linksName, 'links', found.path, memory)
  if (isProblem(links)) return [links]
  const baseline =
    settings.baseline === false
      ? []
      : await sideEntries<BaselineEntry>(baselineName, 'baseline', found.path, memory)
  if (isProblem(baseline)) return [baseline]
  const prepared = {
    configuration,
    ruleset,
    options: links.length === 0 ? options : { ...options, confirmedLinks: links },
    failOn: configuration.settings.failOn?.value ?? null,
    baseline: baseline.length === 0 ? null : baseline,
  }
  const folder = folderOf(found)
  const isShared = memory.configurations.shared.has(folder)
  if (isShared && settings.configuration !== null && (await hasNoSideFiles(found.path, settings, memory)))
    memory.folders.set(folder, prepared)
  return { ...prepared, found }
}

/** Whether no side file speaks of the drafts in this draft's folder. */
async function hasNoSideFiles(path: string, settings: RunSettings, memory: RunMemory): Promise<boolean> {
  if ((await nearestSideFile(linksName, 'links', path, memory.sideFiles)) !== null) return false
  if (settings.baseline === false) return true
  return (await nearestSideFile(baselineName, 'baseline', path, memory.sideFiles)) === null
}

async function share(
  configuration: Configuration,
  settings: RunSettings,
  memory: RunMemory,
): Promise<SharedPreparation> {
  const loaded = await loadRuleset(configuration, memory.rulesets)
  const ruleset = narrow(loaded.ruleset, settings.rules, memory)
  const options = Object.freeze(optionsOf(configuration, settings))
  const unknown = unknownProfile(options.profile, ruleset, configuration, settings)
  const problems = loaded.problems.length > 0 || !unknown ? loaded.problems : [unknown]
  const shared = { ruleset, options, problems }
  memory.shared.set(configuration, shared)
  return shared
}

/** What a side file keeps about a draft. */
async function sideEntries<Entry>(
  name: string,
  schema: 'baseline' | 'links',
  draft: string,
  memory: RunMemory,
): Promise<readonly Entry[] | Problem> {
  const file = await nearestSideFile<Entry>(name, schema, draft, memory.sideFiles)
  if (file === null || isProblem(file)) return file ?? []
  return file.drafts[sideFileKey(file.path, draft)] ?? []
}

/** The configuration of a draft in this run. */
export function configurationOf(path: string, settings: RunSettings, memory: RunMemory) {
  return settings.configuration === null
    ? resolveNothing()
    : resolveConfiguration(path, memory.configurations, settings.configuration)
}

async function resolveNothing() {
  const { noConfiguration } = await import('./configuration/configuration.ts')
  return { configuration: noConfiguration, problems: [] as readonly Problem[] }
}

/** Reads a prepared draft and checks it. */
export function checkPrepared(prepared: PreparedDraft, file?: DraftFile): CheckedDraft | Problem {
  const { found, ruleset, options, failOn } = prepared
  const read = file ?? readDraft(found.path, found.name)
  if (isProblem(read)) return read
  try {
    const result = check(read.draft, ruleset, options)
    const about = {
      found,
      failOn,
      locale: options.locale ?? 'zh-CN',
      file: read,
      analysis: result.analysis,
    }
    return checkedDraft(about, reportedAs(withoutKnown(reportOf(result), prepared, read.draft.text)))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return problem(
      found.name,
      `核稿时程序出错，本稿未检查：${reason}；请把稿件脱敏后反馈给我们`,
      `hegao failed on this draft and did not check it: ${reason}; please report it with a draft that may be shown`,
    )
  }
}

/** Leaves out what the baseline knows; what it knows but is gone is noted, so that the baseline shrinks. */
export function withoutKnown(
  report: DraftReport,
  { baseline, options }: PreparedDraft,
  text: string,
): DraftReport {
  if (baseline === null) return report
  const { fresh, known, gone } = compareWithBaseline(baseline, report.findings, text)
  const count = gone.reduce((sum, entry) => sum + entry.count, 0)
  const note: ReportedNote = {
    kind: 'baseline',
    message:
      options.locale === 'en'
        ? `${count} findings of the baseline are gone; run hegao baseline --prune`
        : `基线中有 ${count} 条意见已不存在，请运行 hegao baseline --prune`,
    rule: null,
    range: null,
  }
  return {
    ...report,
    findings: fresh,
    baselined: known,
    notes: count > 0 ? [...report.notes, note] : report.notes,
  }
}

function optionsOf({ settings }: Configuration, run: RunSettings): CheckOptions {
  const profile = run.profile ?? settings.profile?.value
  const stage = run.stage ?? settings.stage?.value
  const period = run.period ?? settings.period?.value
  const issuer = run.issuer ?? settings.issuer?.value
  const locale = run.locale ?? settings.locale?.value ?? run.defaultLocale ?? 'zh-CN'
  return {
    locale,
    ...(profile === undefined ? {} : { profile }),
    ...(stage === undefined ? {} : { stage }),
    ...(period === undefined ? {} : { period }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(run.asOf === undefined ? {} : { asOf: run.asOf }),
  }
}

function narrow(ruleset: Ruleset, wanted: RunSettings['rules'], memory: RunMemory): Ruleset {
  if (!wanted) return ruleset
  const known = memory.narrowed.get(ruleset)
  if (known) return known
  const narrowed = Object.freeze({
    ...ruleset,
    knownRules: ruleset.knownRules ?? ruleset.rules.map((rule) => rule.id),
    rules: ruleset.rules.filter(
      ({ id }) => wanted.ids.includes(id) || wanted.families.includes(id.split('/')[0] as string),
    ),
  })
  memory.narrowed.set(ruleset, narrowed)
  return narrowed
}

/** A profile that does not exist, told where it was asked for. */
function unknownProfile(
  name: string | undefined,
  ruleset: Ruleset,
  configuration: Configuration,
  run: RunSettings,
): Problem | null {
  if (name === undefined || ruleset.profiles.some((profile) => profile.id === name)) return null
  const known = ruleset.profiles.map((profile) => profile.id).join(', ')
  const zh = `没有名为“${name}”的报告类型（profile）；可用：${known}`
  const en = `There is no profile "${name}"; known: ${known}`
  const origin = run.profile === undefined ? configuration.settings.profile?.origin : undefined
  return origin
    ? { path: origin.path, line: origin.line, column: origin.column, message: { 'zh-CN': zh, en } }
    : problem(null, zh, en)
}
