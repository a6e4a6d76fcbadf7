import type { CheckResult } from '@hegao/core'
import { builtinPack, mergePacks } from '@hegao/core'
import type { DraftConfiguration, Host } from './host.ts'

/** The host in a browser's worker: the built-in rules, and no files. */
export function browserHost(): Host {
  const all = mergePacks([builtinPack])
  const ruleset = Object.freeze({ ...all, rules: all.rules.filter((rule) => !rule.optIn) })
  const configuration: DraftConfiguration = Object.freeze({
    ruleset,
    options: {},
    source: null,
    ignored: false,
    problems: [],
    finish: (result: CheckResult) => result,
  })
  return {
    configurationOf: () => Promise.resolve(configuration),
    forget() {},
    findDrafts: () => Promise.resolve([]),
    readDraft: () => Promise.resolve({ problem: 'no files here' }),
    stampOf: () => Promise.resolve(null),
  }
}
