import type { Item } from '../report/report.ts'
import type { LinkEvidence } from './coverage.ts'
import type { Facet, MeasureGrip, Reached, SubjectWord, WordGrip } from './facets.ts'
import { firstPlaces } from './first-places.ts'
import type { KnownWord, Topic } from './lexicon.ts'
import { type ItemPlace, placeIn } from './per-item.ts'
import type { AskedSubject, Lack, OfferedSubject } from './prepare-items.ts'
import type { Mention, Stance } from './subject.ts'

/** How far a measure deals with each facet of a shortcoming and takes up each of its words, 0…1. */
export interface Grips {
  readonly facets: Float64Array
  readonly words: Float64Array
}

/** What shared words add where topics are known too. */
const wordShare = 0.45
/** What a matching remedy adds, in proportion, to a link that stands without it already. */
const remedyBonus = 0.12
const leastForRemedy = 0.3
/** A facet that the measure deals with less than this is no reason for the link. */
const leastEvidence = 0.1

/** Compares a shortcoming with measures, one after the other. */
export interface Comparer {
  /** What the last comparison has found. */
  readonly grips: Grips
  /** How well the measure answers the shortcoming, 0…1. */
  readonly score: (offered: OfferedSubject) => number
  /** To be called at the end: only one shortcoming is compared at a time. */
  readonly close: () => void
}

const wordPlaces = firstPlaces()

/** A comparer of one shortcoming. What it reckons with is used again from measure to measure: pairs are many, and few are shown. */
export function comparer(asked: AskedSubject): Comparer {
  const { facets, words } = asked
  const grips = { facets: new Float64Array(facets.length), words: new Float64Array(words.length) }
  for (let nth = 0; nth < words.length; nth++) wordPlaces.placeOf((words[nth] as SubjectWord).word.index, nth)
  return {
    grips,
    score: (offered) => {
      const { strengths, words: taken } = offered.grip
      for (let at = 0; at < facets.length; at++)
        grips.facets[at] = gripOnFacet(facets[at] as Facet, strengths)
      grips.words.fill(0)
      for (let nth = 0; nth < taken.length; nth++) {
        const { word, strength } = taken[nth] as WordGrip
        const place = wordPlaces.known(word.index)
        if (place !== -1) grips.words[place] = strength
      }
      const total = score(asked, grips)
      return isRemedied(asked, offered, grips, total) ? Math.min(1, total + remedyBonus * total) : total
    },
    close: () => {
      for (const { word } of words) wordPlaces.forget(word.index)
    },
  }
}

/** What one comparison finds, to be kept. */
export function gripsOf(asked: AskedSubject, offered: OfferedSubject): Grips {
  const { grips, score: compare, close } = comparer(asked)
  compare(offered)
  close()
  return grips
}

/** Whether the measure offers a remedy for what is lacking, in a clause on its subject. `total` is the score without it. */
export function isRemedied(
  asked: AskedSubject,
  offered: OfferedSubject,
  grips: Grips,
  total = score(asked, grips),
): boolean {
  return total >= leastForRemedy && remedyFor(asked, offered, grips.facets) !== null
}

function gripOnFacet({ reach }: Facet, strengths: Float64Array): number {
  let best = 0
  for (let at = 0; at < reach.length; at++) {
    const { topic, weight } = reach[at] as Reached
    const strength = weight * (strengths[topic.index] as number)
    if (strength > best) best = strength
  }
  return Math.min(1, best)
}

/** Joins what the facets and the shared words say into one score, 0…1. */
export function score(asked: AskedSubject, grips: Grips): number {
  const share = weighted(asked.words, grips.words)
  if (asked.facets.length === 0) return share
  const topical = weighted(asked.facets, grips.facets)
  return 1 - (1 - topical) * (1 - wordShare * share)
}

function weighted(parts: readonly { readonly weight: number }[], values: Float64Array): number {
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
  readonly topic: Topic | null
  readonly mention: Mention | undefined
}

function inCommon(asked: AskedSubject, { grip }: OfferedSubject, facetGrips: Float64Array): Common[] {
  const common: Common[] = []
  for (let at = 0; at < asked.facets.length; at++) {
    const facet = asked.facets[at] as Facet
    const strength = facetGrips[at] as number
    if (strength < leastEvidence) continue
    const topic = nearestTopic(facet, grip)
    common.push({ from: facet, strength, topic, mention: mentionOf(topic, grip) })
  }
  for (const word of asked.words) {
    const own = wordGrip(word.word, grip)
    if (own) common.push({ from: word, strength: own.strength, topic: null, mention: own.mention })
  }
  return common
}

/** The topic by which the measure deals with the facet best: its own, or a related one. */
function nearestTopic({ reach }: Facet, { strengths }: MeasureGrip): Topic {
  let best = (reach[0] as Reached).topic
  let most = -1
  for (let nth = 0; nth < reach.length; nth++) {
    const { topic, weight } = reach[nth] as Reached
    const strength = weight * (strengths[topic.index] as number)
    if (strength <= most) continue
    best = topic
    most = strength
  }
  return best
}

/** Where the measure deals with the topic first of all. */
function mentionOf(topic: Topic, { topics }: MeasureGrip): Mention | undefined {
  for (let nth = 0; nth < topics.length; nth++) if (topics[nth]?.topic === topic) return topics[nth]?.mention
  return undefined
}

/** How the measure takes up the word; undefined if it does not. */
export function wordGrip(word: KnownWord, { words }: MeasureGrip): WordGrip | undefined {
  for (let nth = 0; nth < words.length; nth++) if (words[nth]?.word === word) return words[nth]
  return undefined
}

/** A deficit of the shortcoming with a remedy for it, in a clause of the measure that deals with the subject. */
function remedyFor(
  asked: AskedSubject,
  offered: OfferedSubject,
  facetGrips: Float64Array,
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
function clausesInCommon(asked: AskedSubject, { grip }: OfferedSubject, facetGrips: Float64Array): number[] {
  const clauses: number[] = []
  for (let at = 0; at < asked.facets.length; at++) {
    if ((facetGrips[at] as number) < leastEvidence) continue
    const clause = mentionOf(nearestTopic(asked.facets[at] as Facet, grip), grip)?.clause
    if (clause !== undefined) clauses.push(clause)
  }
  for (let at = 0; at < asked.words.length; at++) {
    const clause = wordGrip((asked.words[at] as SubjectWord).word, grip)?.mention.clause
    if (clause !== undefined) clauses.push(clause)
  }
  return clauses
}

/** Why the pair is linked, with the places in the two items, weightiest first. */
export function evidenceOf(
  asked: AskedSubject,
  offered: OfferedSubject,
  shortcoming: Item,
  measure: Item,
): LinkEvidence[] {
  const grips = gripsOf(asked, offered)
  const askedPlace = (place: ItemPlace | undefined) => (place ? placeIn(shortcoming, place) : null)
  const offeredPlace = (place: ItemPlace | undefined) => (place ? placeIn(measure, place) : null)
  const evidence = inCommon(asked, offered, grips.facets).map(
    ({ from, strength, topic, mention }): LinkEvidence => {
      const shared = {
        weight: from.weight * strength,
        measurePlace: offeredPlace(mention),
      }
      if (topic === null) {
        const { word, mention: spoken } = from as SubjectWord
        const kind = mention?.referred ? 'reference' : 'term'
        return { kind, text: word.text, ...shared, shortcomingPlace: askedPlace(spoken) }
      }
      return {
        kind: mention?.referred ? 'reference' : 'topic',
        text: topic.name['zh-CN'],
        ...shared,
        shortcomingPlace: askedPlace((from as Facet).mentions[0]),
      }
    },
  )
  const pair = score(asked, grips) >= leastForRemedy ? remedyFor(asked, offered, grips.facets) : null
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
