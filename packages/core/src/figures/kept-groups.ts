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
  /** Whether `groups` holds those of a single item as well: nobody asks for them before an edit. */
  isWhole: boolean
  /** What the groups tell that tell anything. */
  readonly results: Map<Key, Result>
}

/** The groups of two or more, to be read before another version is looked at, and what they tell, in no particular order. */
export interface Groups<Item, Key, Result> {
  readonly groups: ReadonlyMap<Key, readonly Item[]>
  readonly results: readonly Result[]
}

/** How things in the passages of a draft are grouped, and looked at. */
export interface Grouping<Item, Key, Result> {
  /** Those of the passages `from`…`to`, in reading order. */
  readonly itemsIn: (passages: readonly Passage[], from: number, to: number) => readonly Item[]
  /** Of all passages at least those that may be in a group with another one, in reading order. */
  readonly meetingIn: (passages: readonly Passage[]) => readonly Item[]
  readonly keyOf: (item: Item) => Key
  /** What a group of two or more tells in a report on the year, apart from the words of the draft; null for nothing. */
  readonly look: (group: readonly Item[], year: number | null) => Result | null
}

const none: readonly never[] = []

/**
 * Looks at what has one key together, and keeps what is found: after an edit only the groups are looked at again that have
 * something in the passages which it touched.
 */
export function keptGroups<Item extends InPassage, Key, Result>({
  itemsIn,
  meetingIn,
  keyOf,
  look,
}: Grouping<Item, Key, Result>): (context: FigureContext, year: number | null) => Groups<Item, Key, Result> {
  const keptOf = perDraft(
    (): Kept<Item, Key, Result> => ({
      passages: [],
      year: null,
      groups: new Map(),
      isWhole: true,
      results: new Map(),
    }),
  )

  function groupsOf(items: readonly Item[]): Map<Key, readonly Item[]> {
    const groups = new Map<Key, Item[]>()
    for (const item of items) {
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
      kept.groups = groupsOf(meetingIn(passages))
      kept.isWhole = false
      results.clear()
      for (const [key, group] of kept.groups) if (group.length > 1) tell(key, group)
    } else {
      if (!kept.isWhole) kept.groups = groupsOf(itemsIn(before, 0, before.length))
      kept.isWhole = true
      const { front, back } = sharedProses(before, passages)
      const to = passages.length - back
      const added = groupsOf(itemsIn(passages, front, to))
      for (const key of new Set([...groupsOf(itemsIn(before, front, to)).keys(), ...added.keys()])) {
        const group = spliced(kept.groups.get(key) ?? [], added.get(key) ?? [], front, to)
        if (group.length === 0) kept.groups.delete(key)
        else kept.groups.set(key, group)
        tell(key, group)
      }
    }
    kept.passages = passages
    kept.year = year
    return { groups: kept.groups, results: results.size === 0 ? none : [...results.values()] }
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

const traces = 1024
/** How often each trace was met, two standing for more; used up within one call. */
const counts = new Uint8Array(traces)

/**
 * The items that share their trace with another one: `traceOf` gives a whole number that all items of one key have in common.
 * Most items share it with none, and need not be grouped.
 */
export function sharing<Item>(items: readonly Item[], traceOf: (item: Item) => number): readonly Item[] {
  counts.fill(0)
  let shared = false
  for (const item of items) {
    const trace = traceOf(item) & (traces - 1)
    shared ||= counts[trace] !== 0
    counts[trace] = counts[trace] === 0 ? 1 : 2
  }
  return shared ? items.filter((item) => counts[traceOf(item) & (traces - 1)] === 2) : none
}

/** A trace of words by their last two characters. */
export function traceOfEnd(words: string): number {
  return words.charCodeAt(words.length - 1) * 33 + words.charCodeAt(words.length - 2)
}
