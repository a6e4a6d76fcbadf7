import type { Item } from '../report/report.ts'
import type { LinkEvidence } from './coverage.ts'
import type { Facet, Grip, SubjectWord } from './facets.ts'
import type { Lexicon } from './lexicon.ts'
import { type ItemPlace, placeIn } from './per-item.ts'
import type { AskedSubject, Lack, OfferedSubject } from './prepare-items.ts'
import type { Mention, Stance } from './subject.ts'

/** How well a measure answers a shortcoming. */
export interface Pair {
  readonly offered: OfferedSubject
  /** 0…1. */
  readonly score: number
  /** How far the measure deals with each facet of the shortcoming, 0…1. */
  readonly facets: readonly number[]
  /** How far it takes up each of its words, 0…1. */
  readonly words: readonly number[]
  /** Whether it offers a remedy for what is lacking, in a clause on its subject. */
  readonly remedied: boolean
}

/** What shared words add where topics are known too. */
const wordShare = 0.45
/** What a matching remedy adds, in proportion, to a link that stands without it already. */
const remedyBonus = 0.12
const leastForRemedy = 0.3
/** A facet that the measure deals with less than this is no reason for the link. */
const leastEvidence = 0.1

/** Compares a shortcoming with a measure. */
export function compare(asked: AskedSubject, offered: OfferedSubject): Pair {
  const facets: number[] = []
  for (let at = 0; at < asked.facets.length; at++)
    facets.push(gripOnFacet(asked.facets[at] as Facet, offered))
  const words: number[] = []
  for (let at = 0; at < asked.words.length; at++)
    words.push(offered.grip.words.get((asked.words[at] as SubjectWord).text)?.strength ?? 0)
  const total = score(asked, facets, words)
  const remedied = total >= leastForRemedy && remedyFor(asked, offered, facets) !== null
  return {
    offered,
    score: remedied ? Math.min(1, total + remedyBonus * total) : total,
    facets,
    words,
    remedied,
  }
}

function gripOnFacet({ reach }: Facet, { grip }: OfferedSubject): number {
  let best = 0
  for (let at = 0; at < reach.length; at++) {
    const { topic, weight } = reach[at] as Facet['reach'][number]
    const strength = weight * (grip.topics.get(topic)?.strength ?? 0)
    if (strength > best) best = strength
  }
  return Math.min(1, best)
}

/** Joins what the facets and the shared words say into one score, 0…1. */
export function score(
  asked: AskedSubject,
  facetGrips: readonly number[],
  wordGrips: readonly number[],
): number {
  const share = weighted(asked.words, wordGrips)
  if (asked.facets.length === 0) return share
  const topical = weighted(asked.facets, facetGrips)
  return 1 - (1 - topical) * (1 - wordShare * share)
}

function weighted(parts: readonly { readonly weight: number }[], values: readonly number[]): number {
  let sum = 0
  let weights = 0
  for (let at = 0; at < parts.length; at++) {
    const { weight } = parts[at] as { readonly weight: number }
    sum += weight * (values[at] as number)
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

/** What a pair has in common: a facet or a word of the shortcoming, and where the measure speaks of it first. */
interface Common {
  readonly from: Facet | SubjectWord
  readonly strength: number
  readonly topic: string | null
  readonly mention: Mention | undefined
}

function inCommon(asked: AskedSubject, { grip }: OfferedSubject, facetGrips: readonly number[]): Common[] {
  const common: Common[] = []
  for (let at = 0; at < asked.facets.length; at++) {
    const facet = asked.facets[at] as Facet
    const strength = facetGrips[at] as number
    if (strength < leastEvidence) continue
    const topic = nearestTopic(facet, grip.topics)
    common.push({ from: facet, strength, topic, mention: grip.topics.get(topic)?.mention })
  }
  for (const word of asked.words) {
    const own = grip.words.get(word.text)
    if (own) common.push({ from: word, strength: own.strength, topic: null, mention: own.mention })
  }
  return common
}

/** The topic by which the measure deals with the facet best: its own, or a related one. */
function nearestTopic({ reach }: Facet, topics: ReadonlyMap<string, Grip>): string {
  let best = ''
  let most = -1
  for (const { topic, weight } of reach) {
    const strength = weight * (topics.get(topic)?.strength ?? 0)
    if (strength <= most) continue
    best = topic
    most = strength
  }
  return best
}

/** A deficit of the shortcoming with a remedy for it, in a clause of the measure that deals with the subject. */
function remedyFor(
  asked: AskedSubject,
  offered: OfferedSubject,
  facetGrips: readonly number[],
): { readonly deficit: Stance; readonly remedy: Stance } | null {
  const { lacking } = asked
  const { remedies } = offered.subject
  if (lacking.length === 0 || remedies.length === 0) return null
  const near = clausesInCommon(asked, offered, facetGrips)
  let first = lacking.length
  let found: Stance | null = null
  for (let at = 0; at < remedies.length && first > 0; at++) {
    const remedy = remedies[at] as Stance
    if (!near.includes(remedy.clause)) continue
    for (let nth = 0; nth < first; nth++) {
      if (!remedy.kinds.includes((lacking[nth] as Lack).kind)) continue
      first = nth
      found = remedy
    }
  }
  return found && { deficit: (lacking[first] as Lack).deficit, remedy: found }
}

/** The clauses of the measure in which it speaks first of what the two have in common. */
function clausesInCommon(
  asked: AskedSubject,
  { grip }: OfferedSubject,
  facetGrips: readonly number[],
): number[] {
  const clauses: number[] = []
  for (let at = 0; at < asked.facets.length; at++) {
    if ((facetGrips[at] as number) < leastEvidence) continue
    const topic = nearestTopic(asked.facets[at] as Facet, grip.topics)
    const clause = grip.topics.get(topic)?.mention.clause
    if (clause !== undefined) clauses.push(clause)
  }
  for (let at = 0; at < asked.words.length; at++) {
    const clause = grip.words.get((asked.words[at] as SubjectWord).text)?.mention.clause
    if (clause !== undefined) clauses.push(clause)
  }
  return clauses
}

/** Why the pair is linked, with the places in the two items, weightiest first. */
export function evidenceOf(
  asked: AskedSubject,
  { offered, facets, words }: Pair,
  shortcoming: Item,
  measure: Item,
  lexicon: Lexicon,
): LinkEvidence[] {
  const askedPlace = (place: ItemPlace | undefined) => (place ? placeIn(shortcoming, place) : null)
  const offeredPlace = (place: ItemPlace | undefined) => (place ? placeIn(measure, place) : null)
  const evidence = inCommon(asked, offered, facets).map(
    ({ from, strength, topic, mention }): LinkEvidence => {
      const shared = {
        weight: from.weight * strength,
        measurePlace: offeredPlace(mention),
      }
      if (topic === null) {
        const { text, mention: spoken } = from as SubjectWord
        const kind = mention?.referred ? 'reference' : 'term'
        return { kind, text, ...shared, shortcomingPlace: askedPlace(spoken) }
      }
      return {
        kind: mention?.referred ? 'reference' : 'topic',
        text: lexicon.topics.get(topic)?.name['zh-CN'] ?? topic,
        ...shared,
        shortcomingPlace: askedPlace((from as Facet).mentions[0]),
      }
    },
  )
  const pair = score(asked, facets, words) >= leastForRemedy ? remedyFor(asked, offered, facets) : null
  if (pair)
    evidence.push({
      kind: 'remedy',
      text: `${pair.deficit.text} → ${pair.remedy.text}`,
      weight: remedyBonus,
      shortcomingPlace: askedPlace(pair.deficit),
      measurePlace: offeredPlace(pair.remedy),
    })
  return evidence.sort((a, b) => b.weight - a.weight)
}
