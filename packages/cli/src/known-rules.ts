import { join, resolve } from 'node:path'
import { builtinDocs, builtinPack, type Rule, type RuleDocs } from '@hegao/core'
import { type Configuration, type Problem, readPack, resolveConfiguration } from '@hegao/workspace'
import type { Context } from './context.ts'
import { problemError } from './open-draft.ts'
import { type Arguments, textOption } from './options.ts'

/** A rule with its documentation and the pack that it comes from. */
export interface KnownRule {
  readonly rule: Rule
  readonly docs: RuleDocs
  readonly pack: string
}

/**
 * All rules that the built-in pack and the packs of the configuration in force here hold; a later pack replaces rules of
 * an earlier one.
 * @throws UserError if a pack or the configuration has mistakes
 */
export async function knownRules(args: Arguments, context: Context): Promise<Map<string, KnownRule>> {
  const rules = new Map<string, KnownRule>()
  for (const rule of builtinPack.rules) {
    const docs = builtinDocs.find((entry) => entry.id === rule.id)
    if (docs) rules.set(rule.id, { rule, docs, pack: builtinPack.id })
  }
  const configuration = await configurationHere(args, context)
  for (const { value: folder } of configuration.packs) {
    const { pack, docs, problems } = await readPack(folder)
    if (!pack) throw problemError(problems[0] as Problem)
    for (const rule of pack.rules) {
      const own = docs.find((entry) => entry.id === rule.id)
      if (own) rules.set(rule.id, { rule, docs: own, pack: pack.id })
    }
  }
  return rules
}

/** The configuration of a draft in the current folder. */
async function configurationHere(args: Arguments, context: Context): Promise<Configuration> {
  const only = textOption(args, 'config')
  const { configuration, problems } = await resolveConfiguration(
    join(context.cwd, 'draft.md'),
    undefined,
    only === undefined ? undefined : resolve(context.cwd, only),
  )
  if (problems.length > 0) throw problemError(problems[0] as Problem)
  return configuration
}
