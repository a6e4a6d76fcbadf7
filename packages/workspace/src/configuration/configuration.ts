import type { Locale, Severity, Stage } from '@hegao/core'

/** From which severity on `hegao check` fails. */
export type FailLevel = 'error' | 'warning' | 'info' | 'never'

/** What a configuration says about one rule, or about a family (`terms/*`). */
export interface RuleSetting {
  /** A rule's id, or `family/*`. */
  readonly rule: string
  /** `on` keeps the rule's own severity; null leaves everything but the parameters alone. */
  readonly severity: Severity | 'on' | 'off' | null
  /** Parameters to lay over the rule's own. */
  readonly with: Readonly<Record<string, unknown>> | null
  readonly origin: Origin
}

/** Where a value was written: a file with its line, or a preset. */
export interface Origin {
  readonly path: string
  readonly line: number | null
  readonly column: number | null
}

/** The settings that a draft may have, each with the place where it was written. */
export interface Settings {
  readonly profile?: Sourced<string>
  readonly stage?: Sourced<Stage>
  readonly period?: Sourced<number>
  readonly issuer?: Sourced<string>
  readonly locale?: Sourced<Locale>
  readonly failOn?: Sourced<FailLevel>
}

export interface Sourced<T> {
  readonly value: T
  readonly origin: Origin
}

/** Everything that configuration says about one draft: all files from the outermost to the nearest, presets included. */
export interface Configuration {
  readonly settings: Settings
  /** In order: a later setting wins over an earlier one. */
  readonly rules: readonly RuleSetting[]
  /** Folders of rule packs, absolute. */
  readonly packs: readonly Sourced<string>[]
  /** Term lists, absolute. */
  readonly terms: readonly Sourced<string>[]
  /** The `ignore` entry that excludes the draft, if one does. */
  readonly ignoredBy: Origin | null
  /** The files that were read, outermost first. */
  readonly files: readonly string[]
}

/** The configuration of a draft for which nobody has written any. */
export const noConfiguration: Configuration = Object.freeze({
  settings: {},
  rules: [],
  packs: [],
  terms: [],
  ignoredBy: null,
  files: [],
})

/** The name of the configuration file. */
export const configurationName = 'hegao.yaml'
