import { perDraft } from '../read/per-draft.ts'
import type { FigureContext, Passage } from './context.ts'
import { sharedProses } from './passages-with.ts'

/** Something in a passage, which stands at that position among those of the draft. */
interface InPassage {
  readonly at: number
}

/** What is kept of the groups of a draft. */
interface Kept<Item, Key, Result> {
  passages: readonly Passage[]
  year: number | null
  /** By key, in reading order. A list is never changed, but replaced. */
  groups: Map<Key, readonly Item[]>
  /** What the groups tell that tell anything. */
  readonly results: Map<Key, Result>
}

/** The groups, and what they tell, in no particular order; to be read before another version is looked at. */
export interface Groups<Item, Key, Result> {
  readonly groups: ReadonlyMap<Key, readonly Item[]>
  readonly results: Iterable<Result>
}

/** How things in the passages of a draft are grouped, and looked at. */
export interface Grouping<Item, Key, Result> {
  /** Those of the passages `from`…`to`, in reading order. */
  readonly itemsIn: (passages: readonly Passage[], from: number, to: number) => readonly Item[]
  readonly keyOf: (item: Item) => Key
  /** What a group of two or more tells in a report on the year, apart from the words of the draft; null for nothing. */
  readonly look: (group: readonly Item[], year: number | null) => Result | null
}

/**
 * Looks at what has one key together, and keeps what is found: after an edit only the groups are looked at again that have
 * something in the passages which it touched.
 */
export function keptGroups<Item extends InPassage, Key, Result>({
  itemsIn,
  keyOf,
  look,
}: Grouping<Item, Key, Result>): (context: FigureContext, year: number | null) => Groups<Item, Key, Result> {
  const keptOf = perDraft(
    (): Kept<Item, Key, Result> => ({ passages: [], year: null, groups: new Map(), results: new Map() }),
  )

  function groupsOf(passages: readonly Passage[], from: number, to: number): Map<Key, readonly Item[]> {
    const groups = new Map<Key, Item[]>()
    for (const item of itemsIn(passages, from, to)) {
      const key = keyOf(item)
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
    return groups
  }

  return ({ report, passages }, year) => {
    const kept = keptOf(report.document)
    const { results, passages: before } = kept
    const tell = (key: Key, group: readonly Item[]): void => {
      const result = group.length < 2 ? null : look(group, year)
      if (result === null) results.delete(key)
      else results.set(key, result)
    }
    // With another number of passages every position is another one.
    if (before.length !== passages.length || kept.year !== year) {
      kept.groups = groupsOf(passages, 0, passages.length)
      results.clear()
      for (const [key, group] of kept.groups) if (group.length > 1) tell(key, group)
    } else {
      const { front, back } = sharedProses(before, passages)
      const to = passages.length - back
      const added = groupsOf(passages, front, to)
      for (const key of new Set([...groupsOf(before, front, to).keys(), ...added.keys()])) {
        const group = spliced(kept.groups.get(key) ?? [], added.get(key) ?? [], front, to)
        if (group.length === 0) kept.groups.delete(key)
        else kept.groups.set(key, group)
        tell(key, group)
      }
    }
    kept.passages = passages
    kept.year = year
    return { groups: kept.groups, results: results.values() }
  }
}

/** The group with others in the place of those of the passages `from`…`to`. */
function spliced<Item extends InPassage>(
  group: readonly Item[],
  between: readonly Item[],
  from: number,
  to: number,
): readonly Item[] {
  const before = group.filter(({ at }) => at < from)
  const behind = group.filter(({ at }) => at >= to)
  return [...before, ...between, ...behind]
}
