import { builtinPack, mergePacks } from '@hegao/core'

/** The ruleset that a draft meets without any configuration. */
export const builtinRuleset = mergePacks([builtinPack])
