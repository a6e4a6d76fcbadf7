import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { FileProblem, Locale, ReadYaml, Severity, Stage } from '@hegao/core'
import { loadValidators, nearest, readYaml } from '@hegao/core'
import { type Problem, problem, problemInFile, systemReason } from '../problem.ts'
import type { FailLevel, Origin } from './configuration.ts'
import { presets } from './presets.ts'

type OneOrMore = string | readonly string[]
type SeveritySetting = Severity | 'on' | 'off'
export type RuleEntry =
  | SeveritySetting
  | { readonly severity?: SeveritySetting; readonly with?: Record<string, unknown> }

/** What an entry of `overrides`, and the file itself, may say. */
export interface DraftSettings {
  readonly stage?: Stage
  readonly period?: number
  readonly issuer?: string
  readonly rules?: Readonly<Record<string, RuleEntry>>
}

/** A `hegao.yaml` as it is written; `schemas/config.schema.json` says what each key means. */
export interface ConfigurationFile extends DraftSettings {
  readonly root?: boolean
  readonly extends?: OneOrMore
  readonly profile?: string | Readonly<Record<string, string>>
  readonly overrides?: readonly (DraftSettings & { readonly files: OneOrMore; readonly profile?: string })[]
  readonly ignore?: OneOrMore
  readonly packs?: OneOrMore
  readonly terms?: OneOrMore
  readonly locale?: Locale
  readonly failOn?: FailLevel
}

/** A configuration file that was read, or a preset. */
export interface ReadConfiguration {
  readonly path: string
  /** Globs and relative paths start here. */
  readonly folder: string
  readonly value: ConfigurationFile
  origin(...keys: (string | number)[]): Origin
}

/** What reading a file, with all that it extends, gave: outermost first, the file itself last. */
export interface ConfigurationLayers {
  readonly layers: readonly ReadConfiguration[]
  readonly problems: readonly Problem[]
}

/** Reads a configuration file and everything that it extends. Never throws. */
export async function readConfiguration(
  path: string,
  above: readonly string[] = [],
): Promise<ConfigurationLayers> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const reason = systemReason(error)
    return failed(
      problem(path, `无法读取配置：${reason['zh-CN']}`, `Cannot read the configuration: ${reason.en}`),
    )
  }
  const validators = await loadValidators()
  const validate = validators.config as NonNullable<typeof validators.config>
  const read = readYaml<ConfigurationFile | null>({ path, text: text.replace(/^\uFEFF/, '') }, (value) =>
    validate(value ?? {}),
  )
  if (read.problems.length > 0)
    return { layers: [], problems: read.problems.map((mistake) => problemInFile(path, mistake)) }
  const own: ReadConfiguration = {
    path,
    folder: dirname(path),
    value: read.value ?? {},
    origin: (...keys) => originOf(path, read, keys),
  }
  const layers: ReadConfiguration[] = []
  const problems: Problem[] = []
  for (const [nth, name] of listOf(own.value.extends).entries()) {
    const at = own.origin('extends', ...(Array.isArray(own.value.extends) ? [nth] : []))
    const base = await extended(name, own, at, [...above, path])
    layers.push(...base.layers)
    problems.push(...base.problems)
  }
  return { layers: [...layers, own], problems }
}

/** A value that may be left out, single, or a list, as a list. */
export function listOf(value: OneOrMore | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Finds the folder of an npm package by walking up, as Node does. Nothing of it is run. */
export function packageFolder(name: string, from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(folder)) return folder
    if (dirname(at) === at) return null
  }
}

/** Whether a name in `extends` or `packs` is a path, and not a package. */
export function isPath(name: string): boolean {
  return /^(?:\.|\/|[A-Za-z]:[\\/])/.test(name)
}

/** A problem at a place in a configuration file. */
export function problemAt(origin: Origin, zh: string, en: string): Problem {
  return { path: origin.path, line: origin.line, column: origin.column, message: { 'zh-CN': zh, en } }
}

async function extended(
  name: string,
  file: ReadConfiguration,
  at: Origin,
  above: readonly string[],
): Promise<ConfigurationLayers> {
  const preset = presets[name]
  if (preset) return { layers: [presetLayer(name, preset, file.folder)], problems: [] }
  if (name.startsWith('hegao:')) {
    const close = nearest(name, Object.keys(presets))
    const known = Object.keys(presets).join(', ')
    return failed(
      problemAt(
        at,
        `extends: 没有名为“${name}”的预设；${close ? `是否指“${close}”？` : `可用：${known}`}`,
        `extends: there is no preset "${name}"; ${close ? `did you mean "${close}"?` : `known: ${known}`}`,
      ),
    )
  }
  const folder = isPath(name) ? null : packageFolder(name, file.folder)
  if (!isPath(name) && folder === null) {
    return failed(
      problemAt(
        at,
        `extends: 找不到 npm 包“${name}”；如指文件，请写成 ./${name}`,
        `extends: the npm package "${name}" is not installed; if you mean a file, write ./${name}`,
      ),
    )
  }
  const path = folder ? join(folder, 'hegao.yaml') : resolve(file.folder, name)
  if (!existsSync(path))
    return failed(problemAt(at, `extends: 文件不存在：${path}`, `extends: the file does not exist: ${path}`))
  if (above.includes(path)) {
    const ring = [...above.slice(above.indexOf(path)), path].join(' → ')
    return failed(
      problemAt(at, `extends: 循环引用：${ring}`, `extends: the files extend each other: ${ring}`),
    )
  }
  return readConfiguration(path, above)
}

function presetLayer(name: string, value: ConfigurationFile, folder: string): ReadConfiguration {
  return { path: name, folder, value, origin: () => ({ path: name, line: null, column: null }) }
}

function originOf(path: string, read: ReadYaml<unknown>, keys: readonly (string | number)[]): Origin {
  const { line, column }: FileProblem = read.locate(keys, '')
  return { path, line, column }
}

function failed(only: Problem): ConfigurationLayers {
  return { layers: [], problems: [only] }
}
