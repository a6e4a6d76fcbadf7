import { termMatcher } from '../../prose/term-matcher.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import type { Rule } from '../../ruleset/rule.ts'
import type { Ruleset } from '../../ruleset/ruleset.ts'
import { type BlockShape, isProse, perShape } from '../../text/block.ts'
import type { WordingEntry } from './entries.ts'
import { confusionLexicon, type Lexicon, type LexiconTerm, lexicons, wordingTerms } from './lexicon.ts'

/** An occurrence of a wording in a block's text. */
export interface TermHit<Entry> {
  readonly from: number
  readonly to: number
  readonly entry: Entry
}

/** One list of wordings in an index. */
interface Group {
  readonly key: unknown
  keep?(folded: string, from: number, to: number, entry: unknown): boolean
  readonly terms: readonly LexiconTerm<unknown>[]
}

/** The hits of all groups in a block: one scan, kept with the block's shape. */
type Index = (key: unknown, shape: BlockShape) => readonly TermHit<unknown>[]

const none: readonly TermHit<unknown>[] = []

/** Makes the index of the groups: a matcher over all their wordings together. */
function indexOf(groups: readonly Group[]): Index {
  const terms = groups.flatMap((group) => group.terms)
  const groupOf: number[] = groups.flatMap((group, nth) => group.terms.map(() => nth))
  const numbers = new Map(groups.map((group, nth) => [group.key, nth]))
  const matcher = termMatcher(terms.map((term) => term.wording))

  const scan = perShape((shape): readonly (readonly TermHit<unknown>[] | undefined)[] => {
    const found: TermHit<unknown>[][] = []
    if (!isProse(shape)) return found
    matcher.scan(shape.folded, (term, from, to) => {
      const group = groupOf[term] as number
      const entry = terms[term]?.entry ?? null
      if (groups[group]?.keep?.(shape.folded, from, to, entry) === false) return
      const hits = found[group] ?? []
      found[group] = hits
      hits.push({ from, to, entry })
    })
    return found.map((hits, nth) => (groups[nth]?.keep ? hits : longest(hits)))
  })

  return (key, shape) => scan(shape)[numbers.get(key) ?? -1] ?? none
}

/**
 * The first and longest of overlapping hits. A hit that overlaps a wording that swallows does not count, unless it holds it
 * wholly: 合同法 in 劳动合同法 and 建帐 in 搭建帐篷 are none.
 */
function longest(hits: readonly TermHit<unknown>[]): TermHit<unknown>[] {
  const swallows = hits.filter((hit) => hit.entry === null)
  const counts = hits
    .filter((hit) => hit.entry !== null && !swallows.some((other) => isSwallowed(hit, other)))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const taken: TermHit<unknown>[] = []
  for (const hit of counts) if (hit.from >= (taken.at(-1)?.to ?? 0)) taken.push(hit)
  return taken
}

function isSwallowed(hit: TermHit<unknown>, other: TermHit<unknown>): boolean {
  const overlap = hit.from < other.to && other.from < hit.to
  const holds = hit.from <= other.from && other.to <= hit.to && hit.to - hit.from > other.to - other.from
  return overlap && !holds
}

const dataIndexes = new WeakMap<DataKinds, Index>()
const ruleIndexes = new WeakMap<readonly Rule[], Index>()

/** The hits of a lexicon in a block. All lexicons share one scan of the block; it is done when first asked for. */
export function hitsOf<Entry>(
  data: DataKinds,
  lexicon: Lexicon<Entry>,
  shape: BlockShape,
): readonly TermHit<Entry>[] {
  let index = dataIndexes.get(data)
  if (!index) {
    index = indexOf(lexicons.map((lexicon) => ({ ...lexicon, key: lexicon, terms: lexicon.terms(data) })))
    dataIndexes.set(data, index)
  }
  return index(lexicon, shape) as readonly TermHit<Entry>[]
}

/** Parameters of a `wording` rule: its own terms, or the shared list that it reads. */
export interface WordingParameters {
  readonly list?: 'confusions'
  readonly terms?: readonly WordingEntry[]
}

/** The hits of a `wording` rule in a block. All such rules with terms of their own share one scan. */
export function wordingHits(
  ruleset: Ruleset,
  rule: Rule,
  shape: BlockShape,
): readonly TermHit<WordingEntry>[] {
  const { list } = rule.with as WordingParameters
  if (list) return hitsOf(ruleset.data, confusionLexicon, shape)
  let index = ruleIndexes.get(ruleset.rules)
  if (!index) {
    const rules = ruleset.rules.filter((candidate) => candidate.check === 'wording')
    index = indexOf(
      rules.map((candidate) => ({
        key: candidate.id,
        terms: wordingTerms((candidate.with as WordingParameters).terms ?? []),
      })),
    )
    ruleIndexes.set(ruleset.rules, index)
  }
  return index(rule.id, shape) as readonly TermHit<WordingEntry>[]
}
