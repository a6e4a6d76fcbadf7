import { termMatcher } from '../../prose/term-matcher.ts'
import type { TermPattern } from '../../prose/term-pattern.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import type { Rule } from '../../ruleset/rule.ts'
import type { Ruleset } from '../../ruleset/ruleset.ts'
import { type BlockShape, isProse, perShape } from '../../text/block.ts'
import type { WordingEntry } from './entries.ts'
import { type AddTerm, addWordings, confusionLexicon, type Lexicon, lexicons } from './lexicon.ts'

/** An occurrence of a wording in a block's text. */
export interface TermHit<Entry> {
  readonly from: number
  readonly to: number
  readonly entry: Entry
}

/** One list of wordings in an index. */
interface Group {
  readonly key: unknown
  terms(add: AddTerm<unknown>): void
}

/** Gives the hits of one group in a block. One scan finds those of all groups, and is kept with the block's shape. */
type FindHits<Entry> = (shape: BlockShape) => readonly TermHit<Entry>[]

/** Gives the finder of a group, by its key. */
type Index = (key: unknown) => FindHits<unknown>

/** The hits of a block by group; a group without any has none. Nearly all blocks have no hits, and share one list. */
type Hits = readonly (readonly TermHit<unknown>[] | undefined)[]

const none: readonly TermHit<unknown>[] = []
const nothing: Hits = []

/** Makes the index of the groups: a matcher over all their wordings together. */
function indexOf(groups: readonly Group[]): Index {
  const wordings: (string | TermPattern)[] = []
  const entries: unknown[] = []
  const groupOf: number[] = []
  const numbers = new Map<unknown, number>()
  for (let nth = 0; nth < groups.length; nth++) {
    const group = groups[nth] as Group
    numbers.set(group.key, nth)
    group.terms((wording, entry) => {
      wordings.push(wording)
      entries.push(entry)
      groupOf.push(nth)
    })
  }
  const matcher = termMatcher(wordings)

  /** What the scan under way has found: one listener serves them all. */
  let found: TermHit<unknown>[][] | null = null
  const note = (term: number, from: number, to: number): void => {
    const nth = groupOf[term] as number
    const entry = entries[term]
    found ??= []
    const hits = found[nth]
    if (hits) hits.push({ from, to, entry })
    else found[nth] = [{ from, to, entry }]
  }
  const scan = perShape((shape): Hits => {
    if (!isProse(shape)) return nothing
    found = null
    matcher.scan(shape.folded, note)
    return found === null ? nothing : (found as TermHit<unknown>[][]).map(longest)
  })

  const finders = groups.map((_, group) => (shape: BlockShape) => {
    const hits = scan(shape)
    return hits === nothing ? none : (hits[group] ?? none)
  })
  return (key) => finders[numbers.get(key) ?? -1] ?? findNone
}

/**
 * The first and longest of overlapping hits, which come by their start. A hit that overlaps a wording that swallows does not
 * count, unless it holds it wholly: 合同法 in 劳动合同法 and 建帐 in 搭建帐篷 are none.
 */
function longest(hits: readonly TermHit<unknown>[]): readonly TermHit<unknown>[] {
  if (hits.length === 1) return hits[0]?.entry === null ? none : hits
  const swallows = hits.filter((hit) => hit.entry === null)
  const counts = swallows.length === 0 ? [...hits] : notSwallowed(hits, swallows)
  counts.sort((a, b) => a.from - b.from || b.to - a.to)
  const taken: TermHit<unknown>[] = []
  let end = 0
  for (const hit of counts) {
    if (hit.from < end) continue
    taken.push(hit)
    end = hit.to
  }
  return taken
}

/** The hits with an entry that no wording swallows; both lists are by start, and gone through side by side. */
function notSwallowed(
  hits: readonly TermHit<unknown>[],
  swallows: readonly TermHit<unknown>[],
): TermHit<unknown>[] {
  let first = 0
  return hits.filter((hit) => {
    if (hit.entry === null) return false
    while (first < swallows.length && (swallows[first] as TermHit<unknown>).to <= hit.from) first++
    for (let nth = first; nth < swallows.length; nth++) {
      const other = swallows[nth] as TermHit<unknown>
      if (other.from >= hit.to) break
      if (isSwallowed(hit, other)) return false
    }
    return true
  })
}

function isSwallowed(hit: TermHit<unknown>, other: TermHit<unknown>): boolean {
  const overlap = hit.from < other.to && other.from < hit.to
  const holds = hit.from <= other.from && other.to <= hit.to && hit.to - hit.from > other.to - other.from
  return overlap && !holds
}

const findNone = (): readonly TermHit<unknown>[] => none

const dataIndexes = new WeakMap<DataKinds, Index>()
const ruleIndexes = new WeakMap<readonly Rule[], Index>()

/** The finder of a lexicon's hits. All lexicons share one scan of a block; it is done when first asked for. */
export function hitFinder<Entry>(data: DataKinds, lexicon: Lexicon<Entry>): FindHits<Entry> {
  let index = dataIndexes.get(data)
  if (!index) {
    index = indexOf(
      lexicons.map((lexicon) => ({ ...lexicon, key: lexicon, terms: (add) => lexicon.terms(data, add) })),
    )
    dataIndexes.set(data, index)
  }
  return index(lexicon) as FindHits<Entry>
}

/** Parameters of a `wording` rule: its own terms, or the shared list that it reads. */
export interface WordingParameters {
  readonly list?: 'confusions'
  readonly terms?: readonly WordingEntry[]
}

/** The finder of a `wording` rule's hits. All such rules with terms of their own share one scan. */
export function wordingFinder(ruleset: Ruleset, rule: Rule): FindHits<WordingEntry> {
  const { list } = rule.with as WordingParameters
  if (list) return hitFinder(ruleset.data, confusionLexicon)
  let index = ruleIndexes.get(ruleset.rules)
  if (!index) {
    const rules = ruleset.rules.filter((candidate) => candidate.check === 'wording')
    index = indexOf(
      rules.map((candidate) => ({
        key: candidate.id,
        terms: (add) => addWordings((candidate.with as WordingParameters).terms ?? [], add),
      })),
    )
    ruleIndexes.set(ruleset.rules, index)
  }
  return index(rule.id) as FindHits<WordingEntry>
}
