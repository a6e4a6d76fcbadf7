import { type Pairs, pairsOf } from './kinship.ts'
import type { AskedSubject, OfferedSubject } from './prepare-items.ts'

/** The measures by what they deal with: who deals with a topic or takes up a word. */
export interface MeasureIndex {
  readonly measures: readonly OfferedSubject[]
  readonly byTopic: ReadonlyMap<string, Takers>
  readonly byWord: ReadonlyMap<string, Takers>
  /** The measures that refer to a shortcoming by its number, in order. */
  readonly byNumber: ReadonlyMap<number, readonly number[]>
  /** Whether every measure has a known subject. Of a plan with a measure on who knows what, nothing can be ruled out. */
  readonly understood: boolean
  /** See {@link pairsOf}. */
  readonly pairs: Pairs
  /** Tells this index from others. */
  readonly id: symbol
  /** Of an index that was made from another after an edit: which one, and the positions of the measures that are others. */
  readonly edit: { readonly of: symbol; readonly changed: readonly number[] } | null
}

/** The measures that take up a topic or a word, as positions in order. After an edit the same object as long as they are the same. */
export interface Takers {
  readonly all: readonly number[]
  /** Those who take it up most. */
  readonly best: readonly number[]
}

/** At most so many measures are compared for one topic or word: keeps hostile drafts linear. */
const mostCandidates = 40
/** An edit that changes more measures than this makes a new index. */
const mostChanged = 8

/** The last index of each plan, by its first measure and by its last: an edit changes one of them at most. */
const indexes = new WeakMap<OfferedSubject, MeasureIndex>()

/** Indexes the measures. Of the same measures the same index. */
export function indexMeasures(measures: readonly OfferedSubject[]): MeasureIndex {
  const first = measures[0]
  const last = measures.at(-1)
  const known = (first && indexes.get(first)) ?? (last && indexes.get(last))
  const changed = known && changesIn(known.measures, measures)
  if (known && changed?.length === 0) return known
  const index = known && changed ? editedIndex(known, measures, changed) : newIndex(measures)
  if (first) indexes.set(first, index)
  if (last) indexes.set(last, index)
  return index
}

/** The positions in which the two differ; null if too much has changed. */
function changesIn(before: readonly OfferedSubject[], after: readonly OfferedSubject[]): number[] | null {
  if (before.length !== after.length) return null
  const changed: number[] = []
  for (let at = 0; at < after.length && changed.length <= mostChanged; at++)
    if (before[at] !== after[at]) changed.push(at)
  return changed.length > mostChanged ? null : changed
}

function newIndex(measures: readonly OfferedSubject[]): MeasureIndex {
  return {
    measures,
    byTopic: takersIn(measures, 'topics'),
    byWord: takersIn(measures, 'words'),
    byNumber: numbersOf(measures),
    pairs: pairsOf(measures),
    understood: measures.every((offered) => offered.understood),
    id: Symbol('index'),
    edit: null,
  }
}

/** Takers in the making. */
interface TakersDraft {
  readonly all: number[]
  best: readonly number[]
}

function takersIn(measures: readonly OfferedSubject[], part: Part): ReadonlyMap<string, Takers> {
  const takers = new Map<string, TakersDraft>()
  for (let at = 0; at < measures.length; at++) {
    for (const key of (measures[at] as OfferedSubject).grip[part].keys()) {
      const known = takers.get(key)
      if (known !== undefined) known.all.push(at)
      else {
        const all = [at]
        takers.set(key, { all, best: all })
      }
    }
  }
  if (measures.length > mostCandidates)
    for (const [key, own] of takers) own.best = bestOf(own.all, measures, part, key)
  return takers
}

type Part = 'topics' | 'words'

function bestOf(
  all: readonly number[],
  measures: readonly OfferedSubject[],
  part: Part,
  key: string,
): readonly number[] {
  if (all.length <= mostCandidates) return all
  const strength = (at: number): number => measures[at]?.grip[part].get(key)?.strength ?? 0
  const strengths = new Map(all.map((at) => [at, strength(at)]))
  const order = [...all].sort((a, b) => (strengths.get(b) as number) - (strengths.get(a) as number) || a - b)
  return order.slice(0, mostCandidates).sort((a, b) => a - b)
}

/** The index of measures of which only some are others than in `known`: it is gone over only where these have to do with it. */
function editedIndex(
  known: MeasureIndex,
  measures: readonly OfferedSubject[],
  changed: readonly number[],
): MeasureIndex {
  const edit = (takers: ReadonlyMap<string, Takers>, part: Part): Map<string, Takers> => {
    const edited = new Map(takers)
    const keys = changed.flatMap((at) =>
      [known.measures, measures].flatMap((version) => [...(version[at]?.grip[part].keys() ?? [])]),
    )
    for (const key of new Set(keys)) {
      const before = takers.get(key) ?? { all: [], best: [] }
      const others = before.all.filter((at) => !changed.includes(at))
      const own = changed.filter((at) => measures[at]?.grip[part].has(key))
      const all = [...others, ...own].sort((a, b) => a - b)
      const best = bestOf(all, measures, part, key)
      if (!isSame(all, before.all) || !isSame(best, before.best)) edited.set(key, { all, best })
    }
    return edited
  }
  const numbered = changed.some((at) =>
    [known.measures, measures].some((version) => version[at]?.subject.numbers.length !== 0),
  )
  return {
    measures,
    byTopic: edit(known.byTopic, 'topics'),
    byWord: edit(known.byWord, 'words'),
    byNumber: numbered ? numbersOf(measures) : known.byNumber,
    pairs: pairsOf(measures),
    understood: measures.every((offered) => offered.understood),
    id: Symbol('index'),
    edit: { of: known.id, changed },
  }
}

function isSame(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at])
}

function numbersOf(measures: readonly OfferedSubject[]): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>()
  for (let at = 0; at < measures.length; at++) {
    const { subject } = measures[at] as OfferedSubject
    if (subject.numbers.length === 0) continue
    for (const number of new Set(subject.numbers.map((reference) => reference.number))) {
      const list = index.get(number)
      if (list) list.push(at)
      else index.set(number, [at])
    }
  }
  return index
}

/** Those who take up anything of a shortcoming, for each of its topics and words. */
export function takersOf({ facets, words }: AskedSubject, index: MeasureIndex): readonly Takers[] {
  const takers: Takers[] = []
  const add = (some: Takers | undefined): void => {
    if (some !== undefined && !takers.includes(some)) takers.push(some)
  }
  for (const { reach } of facets) for (const { topic } of reach) add(index.byTopic.get(topic))
  for (const { text } of words) add(index.byWord.get(text))
  return takers
}
