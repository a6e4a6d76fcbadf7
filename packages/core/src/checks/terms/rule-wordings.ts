import { pairTable, passNotes, passOver } from '../../prose/pair-table.ts'
import type { Rule } from '../../ruleset/rule.ts'
import type { Ruleset } from '../../ruleset/ruleset.ts'
import { isProse, perShape } from '../../text/block.ts'
import type { WordingEntry } from './entries.ts'
import { addWordings, confusionLexicon } from './lexicon.ts'
import { type FindHits, type Hits, indexOf, noHits } from './term-index.ts'
import { hitFinder } from './text-scan.ts'

const ruleIndexes = new WeakMap<readonly Rule[], (key: string) => FindHits<unknown>>()

/** Parameters of a `wording` rule: its own terms, or the shared list that it reads. */
export interface WordingParameters {
  readonly list?: 'confusions'
  readonly terms?: readonly WordingEntry[]
}

/** The finder of a `wording` rule's hits. All such rules with terms of their own share one scan. */
export function wordingFinder(ruleset: Ruleset, rule: Rule): FindHits<WordingEntry> {
  const { list } = rule.with as WordingParameters
  if (list) return hitFinder(ruleset.data, confusionLexicon)
  let finderOf = ruleIndexes.get(ruleset.rules)
  if (!finderOf) {
    finderOf = findersOf(ruleset.rules)
    ruleIndexes.set(ruleset.rules, finderOf)
  }
  return finderOf(rule.id) as FindHits<WordingEntry>
}

/** Gives the finders of the rules with terms of their own, by their ids. */
function findersOf(rules: readonly Rule[]): (key: string) => FindHits<unknown> {
  const index = indexOf(
    rules
      .filter(({ check }) => check === 'wording')
      .map((rule) => ({
        key: rule.id,
        terms: (add) => addWordings((rule.with as WordingParameters).terms ?? [], add),
      })),
  )
  const table = pairTable(index.links)
  const matcher = index.matcher(table)
  const notes = passNotes()
  const hitsOf = perShape((shape): Hits => {
    if (!isProse(shape)) return noHits
    passOver(shape.folded, table, notes)
    return matcher(shape.folded, notes)
  })
  return (key) => index.finder(key, hitsOf)
}
