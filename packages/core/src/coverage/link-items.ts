import type { Link, LinkEvidence } from './coverage.ts'
import { type Facet, facetsOf, gripOf, type MeasureGrip, type SubjectWord, subjectWordsOf } from './facets.ts'
import { pairsOf } from './kinship.ts'
import type { Lexicon } from './lexicon.ts'
import type { Stance, Subject } from './subject.ts'

/** A shortcoming prepared for comparison. */
export interface AskedSubject {
  readonly subject: Subject
  readonly facets: readonly Facet[]
  readonly words: readonly SubjectWord[]
}

/** A measure prepared for comparison. */
export interface OfferedSubject {
  readonly subject: Subject
  readonly grip: MeasureGrip
}

/** The measures by what they deal with: who deals with a topic or takes up a word, the best first. */
export interface MeasureIndex {
  readonly measures: readonly OfferedSubject[]
  readonly byTopic: ReadonlyMap<string, readonly number[]>
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** The measures that refer to a shortcoming by its number, in order. */
  readonly byNumber: ReadonlyMap<number, readonly number[]>
  /** Whether every measure has a known subject. Of a plan with a measure on who knows what, nothing can be ruled out. */
  readonly understood: boolean
  /** See {@link pairsOf}. */
  readonly pairs: ReadonlySet<string>
}

/** A measure on a related topic goes about half of the way. */
const relatedFactor = 0.45
/** What shared words add where topics are known too. */
const wordShare = 0.45
/** What a matching remedy adds, in proportion, to a link that stands without it already. */
const remedyBonus = 0.12
const leastForRemedy = 0.3
/** At most so many measures are compared for one topic or word: keeps hostile drafts linear. */
const mostCandidates = 40

/** Prepares a shortcoming. */
export function ask(subject: Subject, lexicon: Lexicon): AskedSubject {
  return { subject, facets: facetsOf(subject), words: subjectWordsOf(subject, lexicon.rarity) }
}

/** Prepares the measures. */
export function indexMeasures(subjects: readonly Subject[]): MeasureIndex {
  const measures = subjects.map((subject) => ({ subject, grip: gripOf(subject) }))
  const collect = (part: 'topics' | 'words'): Map<string, number[]> => {
    const index = new Map<string, number[]>()
    for (const [at, { grip }] of measures.entries()) {
      for (const key of grip[part].keys()) {
        const list = index.get(key)
        if (list) list.push(at)
        else index.set(key, [at])
      }
    }
    const strength = (at: number, key: string): number =>
      (measures[at] as OfferedSubject).grip[part].get(key)?.strength ?? 0
    for (const [key, list] of index) {
      list.sort((a, b) => strength(b, key) - strength(a, key) || a - b)
      list.length = Math.min(list.length, mostCandidates)
    }
    return index
  }
  return {
    measures,
    byTopic: collect('topics'),
    byWord: collect('words'),
    byNumber: numbersOf(subjects),
    pairs: pairsOf(subjects),
    understood: measures.every(hasSubject),
  }
}

function numbersOf(subjects: readonly Subject[]): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>()
  for (const [at, { numbers }] of subjects.entries()) {
    for (const number of new Set(numbers.map((reference) => reference.number))) {
      const list = index.get(number)
      if (list) list.push(at)
      else index.set(number, [at])
    }
  }
  return index
}

function hasSubject({ subject, grip }: OfferedSubject): boolean {
  return subject.mentions.some((mention) =>
    mention.senses.some(
      ({ topic }) => !topic.manner && (grip.topics.get(topic.id)?.strength ?? 0) >= leastSubject,
    ),
  )
}

/** From this strength on a topic is a measure's subject. */
const leastSubject = 0.4

/** The measures that could answer a shortcoming at all. */
export function candidates({ facets, words }: AskedSubject, index: MeasureIndex, lexicon: Lexicon): number[] {
  const found = new Set<number>()
  for (const facet of facets) {
    for (const id of facet.topics.keys()) {
      for (const at of index.byTopic.get(id) ?? []) found.add(at)
      for (const other of lexicon.topics.get(id)?.related ?? [])
        for (const at of index.byTopic.get(other) ?? []) found.add(at)
    }
  }
  for (const word of words) for (const at of index.byWord.get(word.text) ?? []) found.add(at)
  return [...found].sort((a, b) => a - b)
}

/** How far a measure deals with a facet, 0…1. */
export function gripOnFacet(facet: Facet, { grip }: OfferedSubject, lexicon: Lexicon): number {
  let best = 0
  for (const [id, weight] of facet.topics) {
    best = Math.max(best, weight * (grip.topics.get(id)?.strength ?? 0))
    for (const other of lexicon.topics.get(id)?.related ?? [])
      best = Math.max(best, relatedFactor * weight * (grip.topics.get(other)?.strength ?? 0))
  }
  return Math.min(1, best)
}

/** Joins what the facets and the shared words say into one score, 0…1. */
export function score(
  { facets, words }: AskedSubject,
  facetGrip: (facet: Facet, at: number) => number,
  wordGrip: (word: SubjectWord) => number,
): number {
  const share = weighted(words.map((word) => [word.weight, wordGrip(word)]))
  if (facets.length === 0) return share
  const topical = weighted(facets.map((facet, at) => [facet.weight, facetGrip(facet, at)]))
  return 1 - (1 - topical) * (1 - wordShare * share)
}

function weighted(pairs: readonly (readonly [weight: number, value: number])[]): number {
  let sum = 0
  let weights = 0
  for (const [weight, value] of pairs) {
    sum += weight * value
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

/**
 * The link from a shortcoming to a measure, with its evidence, weightiest first. Of a link that scores less than `worth`
 * no evidence is gathered.
 */
export function link(
  shortcoming: { readonly index: number; readonly asked: AskedSubject },
  measure: { readonly index: number; readonly offered: OfferedSubject },
  lexicon: Lexicon,
  worth = 0,
): Link {
  const { asked } = shortcoming
  const { offered } = measure
  let total = score(
    asked,
    (facet) => gripOnFacet(facet, offered, lexicon),
    (word) => offered.grip.words.get(word.text)?.strength ?? 0,
  )
  if (total < Math.min(worth, leastForRemedy))
    return { shortcoming: shortcoming.index, measure: measure.index, score: total, evidence: [] }
  const evidence: LinkEvidence[] = []
  for (const facet of asked.facets) {
    const grip = gripOnFacet(facet, offered, lexicon)
    if (grip >= leastEvidence) evidence.push(topicEvidence(facet, offered, grip, lexicon))
  }
  for (const word of asked.words) {
    const grip = offered.grip.words.get(word.text)
    const at = grip?.mentions[0]
    if (!grip || !at) continue
    evidence.push({
      kind: at.referred ? 'reference' : 'term',
      text: word.text,
      weight: word.weight * grip.strength,
      shortcomingPlace: word.mention.place,
      measurePlace: at.place,
    })
  }
  if (total >= leastForRemedy) {
    const pair = remedyFor(asked, offered, evidence)
    if (pair) {
      evidence.push(pair)
      total = Math.min(1, total + remedyBonus * total)
    }
  }
  evidence.sort((a, b) => b.weight - a.weight)
  return { shortcoming: shortcoming.index, measure: measure.index, score: total, evidence }
}

const leastEvidence = 0.1

/** What shows that the measure deals with the facet: its own topic, or a related one. */
function topicEvidence(
  facet: Facet,
  { grip }: OfferedSubject,
  weight: number,
  lexicon: Lexicon,
): LinkEvidence {
  let best = { id: '', strength: -1 }
  for (const [id, sure] of facet.topics) {
    for (const [other, factor] of [
      [id, 1] as const,
      ...[...(lexicon.topics.get(id)?.related ?? [])].map((name) => [name, relatedFactor] as const),
    ]) {
      const strength = factor * sure * (grip.topics.get(other)?.strength ?? 0)
      if (strength > best.strength) best = { id: other, strength }
    }
  }
  const mention = grip.topics.get(best.id)?.mentions[0]
  return {
    kind: mention?.referred ? 'reference' : 'topic',
    text: lexicon.topics.get(best.id)?.name['zh-CN'] ?? best.id,
    weight: facet.weight * weight,
    shortcomingPlace: facet.mentions[0]?.place ?? null,
    measurePlace: mention?.place ?? null,
  }
}

/** A deficit of the shortcoming with a remedy for it, in a clause of the measure that deals with the subject. */
function remedyFor(
  asked: AskedSubject,
  offered: OfferedSubject,
  evidence: readonly LinkEvidence[],
): LinkEvidence | null {
  const places = new Set(evidence.map((entry) => entry.measurePlace))
  const near = new Set(
    offered.subject.mentions.flatMap((mention) => (places.has(mention.place) ? mention.clause : [])),
  )
  const remedies = new Map<string, Stance>()
  for (const remedy of offered.subject.remedies) {
    if (!near.has(remedy.clause)) continue
    for (const kind of remedy.kinds) if (!remedies.has(kind)) remedies.set(kind, remedy)
  }
  for (const deficit of asked.subject.deficits) {
    const remedy = deficit.kinds.map((kind) => remedies.get(kind)).find((one) => one !== undefined)
    if (remedy)
      return {
        kind: 'remedy',
        text: `${deficit.text} → ${remedy.text}`,
        weight: remedyBonus,
        shortcomingPlace: deficit.place,
        measurePlace: remedy.place,
      }
  }
  return null
}
