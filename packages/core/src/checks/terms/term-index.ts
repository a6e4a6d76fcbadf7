import type { PairTable, PassNotes } from '../../prose/pair-table.ts'
import { linksOf, type Term, termMatcher } from '../../prose/term-matcher.ts'
import type { BlockShape } from '../../text/block.ts'
import type { AddTerm } from './lexicon.ts'

/** An occurrence of a wording in a block's text. */
export interface TermHit<Entry> {
  readonly from: number
  readonly to: number
  readonly entry: Entry
}

/** One list of wordings in an index. */
export interface Group {
  readonly key: unknown
  terms(add: AddTerm<unknown>): void
}

/** Gives the hits of one group in a block. One scan finds those of all groups, and is kept with the block's shape. */
export type FindHits<Entry> = (shape: BlockShape) => readonly TermHit<Entry>[]

/** The hits of a block by group; a group without any has none. Nearly all blocks have no hits, and share one list. */
export type Hits = readonly (readonly TermHit<unknown>[] | undefined)[]

const none: readonly TermHit<unknown>[] = []
/** No hits of any group. */
export const noHits: Hits = []

/** Groups of wordings that one search looks for. */
export interface TermIndex {
  /** How many links the wordings need in a table of pairs. */
  readonly links: number
  /** The search; `table` is one to share, with room for the links. It is made once. */
  matcher(table?: PairTable): (folded: string, notes: PassNotes) => Hits
  /** The finder of a group's hits among those of all. */
  finder(key: unknown, hitsOf: (shape: BlockShape) => Hits): FindHits<unknown>
}

/** Makes the index of the groups: a matcher over all their wordings together. */
export function indexOf(groups: readonly Group[]): TermIndex {
  const wordings: Term[] = []
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
  return {
    links: linksOf(wordings),
    matcher(table) {
      const { scanNoted } = termMatcher(wordings, table)
      return (folded, notes) => {
        found = null
        scanNoted(folded, notes, note)
        return found === null ? noHits : (found as TermHit<unknown>[][]).map(longest)
      }
    },
    finder(key, hitsOf) {
      const group = numbers.get(key)
      if (group === undefined) return findNone
      return (shape) => hitsOf(shape)[group] ?? none
    },
  }
}

/**
 * The first and longest of overlapping hits, which come by their start. A hit that overlaps a wording that swallows does not
 * count, unless it holds it wholly: 合同法 in 劳动合同法 and 建帐 in 搭建帐篷 are none.
 */
function longest(hits: readonly TermHit<unknown>[]): readonly TermHit<unknown>[] {
  if (hits.length === 1) return hits[0]?.entry === null ? none : hits
  const swallows = hits.filter((hit) => hit.entry === null)
  const counts = swallows.length === 0 ? hits : notSwallowed(hits, swallows)
  const taken: TermHit<unknown>[] = []
  let start = -1
  let end = 0
  for (const hit of counts) {
    if (hit.from === start && hit.to > end) taken.pop()
    else if (hit.from < end) continue
    taken.push(hit)
    start = hit.from
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
