import { draftMap } from '../text/draft-map.ts'
import { firstPlaces } from './first-places.ts'
import { type Pairs, pairsOf } from './kinship.ts'
import type { KnownWord } from './lexicon.ts'
import type { AskedSubject, OfferedSubject } from './prepare-items.ts'

/** The measures by what they deal with: who deals with a topic or takes up a word. */
export interface MeasureIndex {
  readonly measures: readonly OfferedSubject[]
  /** By the topic's number; undefined where no measure deals with it. */
  readonly byTopic: readonly (Takers | undefined)[]
  /** By the word's number: of the words that a shortcoming has asked for, the only ones that anybody looks up. */
  readonly byWord: Map<number, Takers>
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
  /** Stands for the plan: the same object in every index that was made from another. */
  readonly plan: object
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
const indexes = draftMap<OfferedSubject, MeasureIndex>(4)

/** Indexes the measures for these shortcomings. Of the same measures the same index. */
export function indexMeasures(
  measures: readonly OfferedSubject[],
  asked: readonly AskedSubject[],
): MeasureIndex {
  const index = indexOf(measures)
  addWords(index, asked)
  return index
}

function indexOf(measures: readonly OfferedSubject[]): MeasureIndex {
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
    byTopic: takersOfTopics(measures),
    byWord: new Map(),
    byNumber: numbersOf(measures),
    pairs: pairsOf(measures),
    understood: measures.every((offered) => offered.understood),
    id: Symbol('index'),
    edit: null,
    plan: Object.freeze({}),
  }
}

function takersOfTopics(measures: readonly OfferedSubject[]): (Takers | undefined)[] {
  const all: (number[] | undefined)[] = []
  for (let at = 0; at < measures.length; at++) {
    const { topics } = (measures[at] as OfferedSubject).grip
    for (let nth = 0; nth < topics.length; nth++) {
      const number = topics[nth]?.topic.index as number
      while (all.length <= number) all.push(undefined)
      const own = all[number]
      if (own === undefined) all[number] = [at]
      else own.push(at)
    }
  }
  return all.map((own, number) => own && { all: own, best: bestOf(own, strengthOn(measures, number)) })
}

const wordPlaces = firstPlaces()
const nobody: Takers = { all: [], best: [] }

/** Adds to the index who takes up the words that it has not been asked for yet: the measures are gone over once for all of them. */
function addWords({ measures, byWord }: MeasureIndex, asked: readonly AskedSubject[]): void {
  const words: KnownWord[] = []
  for (let nth = 0; nth < asked.length; nth++)
    for (const { word } of (asked[nth] as AskedSubject).words)
      if (!byWord.has(word.index) && wordPlaces.placeOf(word.index, words.length) === words.length)
        words.push(word)
  if (words.length === 0) return
  const all = words.map((): number[] => [])
  for (let at = 0; at < measures.length; at++) {
    const grips = (measures[at] as OfferedSubject).grip.words
    for (let nth = 0; nth < grips.length; nth++) {
      const place = wordPlaces.known(grips[nth]?.word.index as number)
      if (place !== -1) all[place]?.push(at)
    }
  }
  for (let nth = 0; nth < words.length; nth++) {
    const word = words[nth] as KnownWord
    const own = all[nth] as number[]
    wordPlaces.forget(word.index)
    const takers =
      own.length === 0 ? nobody : { all: own, best: bestOf(own, strengthFor(measures, word.index)) }
    byWord.set(word.index, takers)
  }
}

/** How far a measure takes up a topic or a word: 0 if it does not. */
type Strength = (at: number) => number

function strengthOn(measures: readonly OfferedSubject[], topic: number): Strength {
  return (at) => measures[at]?.grip.strengths[topic] ?? 0
}

function strengthFor(measures: readonly OfferedSubject[], number: number): Strength {
  return (at) => measures[at]?.grip.words.find(({ word }) => word.index === number)?.strength ?? 0
}

function bestOf(all: readonly number[], strength: Strength): readonly number[] {
  if (all.length <= mostCandidates) return all
  const strengths = Float64Array.from(all, strength)
  const order = Uint32Array.from(all.keys())
  order.sort((a, b) => (strengths[b] as number) - (strengths[a] as number) || a - b)
  return Array.from(order.subarray(0, mostCandidates).sort(), (nth) => all[nth] as number)
}

/** The index of measures of which only some are others than in `known`: it is gone over only where these have to do with it. */
function editedIndex(
  known: MeasureIndex,
  measures: readonly OfferedSubject[],
  changed: readonly number[],
): MeasureIndex {
  const grips = changed.flatMap((at) =>
    [known.measures, measures].flatMap((version) => version[at]?.grip ?? []),
  )
  const byTopic = [...known.byTopic]
  for (const number of new Set(grips.flatMap(({ topics }) => topics.map(({ topic }) => topic.index)))) {
    while (byTopic.length <= number) byTopic.push(undefined)
    const holds = (at: number): boolean =>
      measures[at]?.grip.topics.some(({ topic }) => topic.index === number) === true
    byTopic[number] = editedTakers(byTopic[number] ?? nobody, changed, holds, strengthOn(measures, number))
  }
  const byWord = new Map(known.byWord)
  for (const number of new Set(grips.flatMap(({ words }) => words.map(({ word }) => word.index)))) {
    const before = byWord.get(number)
    if (before === undefined) continue
    const holds = (at: number): boolean =>
      measures[at]?.grip.words.some(({ word }) => word.index === number) === true
    byWord.set(number, editedTakers(before, changed, holds, strengthFor(measures, number)))
  }
  const numbered = changed.some((at) =>
    [known.measures, measures].some((version) => version[at]?.subject.numbers.length !== 0),
  )
  return {
    measures,
    byTopic,
    byWord,
    byNumber: numbered ? numbersOf(measures) : known.byNumber,
    pairs: pairsOf(measures),
    understood: measures.every((offered) => offered.understood),
    id: Symbol('index'),
    edit: { of: known.id, changed },
    plan: known.plan,
  }
}

/** The takers after some measures have changed; the same object if they are the same. */
function editedTakers(
  before: Takers,
  changed: readonly number[],
  holds: (at: number) => boolean,
  strength: Strength,
): Takers {
  const others = before.all.filter((at) => !changed.includes(at))
  const all = [...others, ...changed.filter(holds)].sort((a, b) => a - b)
  const best = bestOf(all, strength)
  return isSame(all, before.all) && isSame(best, before.best) ? before : { all, best }
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

/** Those who take up anything of a shortcoming for which the index was made, for each of its topics and words. */
export function takersOf({ facets, words }: AskedSubject, index: MeasureIndex): readonly Takers[] {
  const takers: Takers[] = []
  const add = (some: Takers | undefined): void => {
    if (some !== undefined && some !== nobody && !takers.includes(some)) takers.push(some)
  }
  for (const { reach } of facets) for (const { topic } of reach) add(index.byTopic[topic.index])
  for (const { word } of words) add(index.byWord.get(word.index))
  return takers
}
