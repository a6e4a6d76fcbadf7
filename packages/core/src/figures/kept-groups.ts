import { perDraft } from '../read/per-draft.ts'
import { firstThat } from '../text/first-that.ts'
import type { FigureContext, Passage } from './context.ts'
import { sharedProses } from './passages-with.ts'

/** Something in a passage, which stands at that position among those of the draft. */
interface InPassage {
  readonly at: number
}

/** What a group tells of one of its items, at that position. */
interface About {
  readonly later: InPassage
}

/** What is kept of the groups of a draft. */
interface Kept<Item, Key, Told> {
  passages: readonly Passage[]
  year: number | null
  /** By key, in reading order. A list is never changed, but replaced. */
  groups: Map<Key, readonly Item[]>
  /** Whether `groups` holds those of a single item as well: nobody asks for them before an edit. */
  isWhole: boolean
  /** What the groups tell that tell anything, in reading order. */
  readonly told: Map<Key, readonly Told[]>
  /** All of that together. */
  all: readonly Told[]
}

/** The groups of two or more, to be read before another version is looked at, and what they tell. */
export interface Groups<Item, Key, Told> {
  readonly groups: ReadonlyMap<Key, readonly Item[]>
  /** The very same list as before an edit that changes nothing about it. */
  readonly told: readonly Told[]
  /** The keys of all groups that are not what they were before the edit; null if that may be any. */
  readonly changed: ReadonlySet<Key> | null
}

/** How things in the passages of a draft are grouped, and looked at. */
export interface Grouping<Item, Key, Told> {
  /** Those of the passages `from`…`to`, in reading order. */
  readonly itemsIn: (passages: readonly Passage[], from: number, to: number) => readonly Item[]
  /** Of all passages at least those that may be in a group with another one, in reading order. */
  readonly meetingIn: (passages: readonly Passage[]) => readonly Item[]
  readonly keyOf: (item: Item) => Key
  /** What a group of two or more tells of its items `from`…`to` in a report on the year, apart from the words of the draft. */
  readonly look: (group: readonly Item[], from: number, to: number, year: number | null) => readonly Told[]
  /** Behind which of its items a group tells nothing else than before, if others stand there now from `from` to `to`. */
  readonly reach: (group: readonly Item[], from: number, to: number) => number
  /** What is made of all that the groups tell, which comes in no particular order. */
  readonly gather: (told: Told[]) => readonly Told[]
}

const none: readonly never[] = []

/** The reach where each item is held against the first ones of its group: changes behind these concern nobody else. */
export function reachOfFirst(remembered: number): Grouping<unknown, unknown, unknown>['reach'] {
  return (group, from, to) => (from < remembered ? group.length : to)
}

/**
 * Looks at what has one key together, and keeps what is found: after an edit only those are looked at again that stand in the
 * passages which it touched, and those that are held against them.
 */
export function keptGroups<Item extends InPassage, Key, Told extends About>({
  itemsIn,
  meetingIn,
  keyOf,
  look,
  reach,
  gather,
}: Grouping<Item, Key, Told>): (context: FigureContext, year: number | null) => Groups<Item, Key, Told> {
  const keptOf = perDraft(
    (): Kept<Item, Key, Told> => ({
      passages: [],
      year: null,
      groups: new Map(),
      isWhole: true,
      told: new Map(),
      all: none,
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

  /** What the group tells, with others than before among its items of the passages `from`…`to`. */
  function toldAfter(
    before: readonly Told[],
    group: readonly Item[],
    from: number,
    to: number,
    year: number | null,
  ): readonly Told[] {
    if (group.length < 2) return none
    const first = firstThat(group, ({ at }) => at >= from)
    const end = reach(
      group,
      first,
      firstThat(group, ({ at }) => at >= to),
    )
    const between = look(group, first, end, year)
    if (before.length === 0) return between
    const behind = end < group.length ? (group[end] as Item).at : Number.POSITIVE_INFINITY
    const after = [
      ...before.filter(({ later }) => later.at < from),
      ...between,
      ...before.filter(({ later }) => later.at >= Math.max(behind, to)),
    ]
    const isSame = after.length === before.length && after.every((one, nth) => one === before[nth])
    return isSame ? before : after
  }

  return ({ report, passages }, year) => {
    const kept = keptOf(report.document)
    const { told, passages: before } = kept
    let changed: Set<Key> | null = null
    let isOther = true
    // With another number of passages every position is another one.
    if (before.length !== passages.length || kept.year !== year) {
      kept.groups = groupsOf(meetingIn(passages))
      kept.isWhole = false
      told.clear()
      for (const [key, group] of kept.groups) {
        const own = group.length < 2 ? none : look(group, 0, group.length, year)
        if (own.length > 0) told.set(key, own)
      }
    } else {
      if (!kept.isWhole) kept.groups = groupsOf(itemsIn(before, 0, before.length))
      kept.isWhole = true
      const { front, back } = sharedProses(before, passages)
      const to = passages.length - back
      const added = groupsOf(itemsIn(passages, front, to))
      changed = new Set(added.keys())
      for (const item of itemsIn(before, front, to)) changed.add(keyOf(item))
      isOther = false
      for (const key of changed) {
        const group = spliced(kept.groups.get(key) ?? [], added.get(key) ?? [], front, to)
        if (group.length === 0) kept.groups.delete(key)
        else kept.groups.set(key, group)
        const last = told.get(key) ?? none
        const own = toldAfter(last, group, front, to, year)
        isOther ||= own !== last && own.length + last.length > 0
        if (own.length === 0) told.delete(key)
        else told.set(key, own)
      }
    }
    kept.passages = passages
    kept.year = year
    if (isOther) kept.all = told.size === 0 ? none : gather([...told.values()].flat())
    return { groups: kept.groups, told: kept.all, changed }
  }
}

/** The group with others in the place of those of the passages `from`…`to`. */
function spliced<Item extends InPassage>(
  group: readonly Item[],
  between: readonly Item[],
  from: number,
  to: number,
): readonly Item[] {
  const first = firstThat(group, ({ at }) => at >= from)
  const behind = firstThat(group, ({ at }) => at >= to)
  return group.slice(0, first).concat(between, group.slice(behind))
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
