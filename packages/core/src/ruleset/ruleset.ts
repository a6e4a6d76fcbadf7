import type { DataKinds } from './data.ts'
import type { Profile } from './profile.ts'
import type { Rule } from './rule.ts'

/** What a folder of rules holds, validated. */
export interface Pack {
  readonly id: string
  readonly version: string
  readonly rules: readonly Rule[]
  readonly profiles: readonly Profile[]
  readonly data: DataKinds
}

/** The rules, profiles and data in force for a draft: packs merged, configuration applied. Frozen and shareable. */
export interface Ruleset {
  readonly rules: readonly Rule[]
  readonly profiles: readonly Profile[]
  readonly data: DataKinds
  /** The ids of all rules that the packs hold, also of those that are off; left out: `rules` are all there are. */
  readonly knownRules?: readonly string[]
}

/** Merges packs, later ones over earlier ones: a rule or profile with a known id replaces it, data entries are added. */
export function mergePacks(packs: readonly Pack[]): Ruleset {
  const rules = new Map<string, Rule>()
  const profiles = new Map<string, Profile>()
  const data: Record<string, readonly unknown[]> = {}
  for (const pack of packs) {
    for (const rule of pack.rules) rules.set(rule.id, rule)
    for (const profile of pack.profiles) profiles.set(profile.id, profile)
    for (const [kind, entries] of Object.entries(pack.data)) data[kind] = [...(data[kind] ?? []), ...entries]
  }
  return Object.freeze({
    rules: [...rules.values()],
    profiles: [...profiles.values()],
    data: Object.freeze(data),
  })
}
