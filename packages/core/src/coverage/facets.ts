import { firstPlaces } from './first-places.ts'
import type { KnownWord, Topic, TopicSense } from './lexicon.ts'
import type { Mention, Subject } from './subject.ts'

/** One thing that a shortcoming is about: a topic in all the words that name it. */
export interface Facet {
  /**
   * The topics that deal with it: its own with the sureness of each, 0…1, the surest 1, and behind each those related
   * to it, which go about half of the way. A topic may come twice.
   */
  readonly reach: readonly Reached[]
  readonly mentions: readonly Mention[]
  /** Whether it says how something is done, not what. */
  readonly manner: boolean
  /** Its share in the shortcoming, before it is set against the other facets. */
  readonly weight: number
}

/** A topic that deals with a facet, and how far. */
export interface Reached {
  readonly topic: Topic
  readonly weight: number
}

/** A word of a shortcoming's head that another text may share, with its weight. */
export interface SubjectWord {
  readonly word: KnownWord
  readonly weight: number
  readonly mention: Mention
}

/** From this strength on a mention counts as the shortcoming's own subject, and not as an explanation. */
const own = 0.45

/** A facet in the making. */
interface Group {
  /** The surest topic of its words. */
  readonly named: Topic
  /** All topics of its words, each with the sureness of the surest word. */
  readonly topics: Topic[]
  readonly sure: number[]
  readonly mentions: Mention[]
  weight: number
  /** The weight of the surest sense among its words. */
  sureness: number
}

/** Words up to this sureness are faint. */
const faintest = 0.3
/** A topic that says how something is done weighs less than what is done. */
const mannerShare = 0.5
/** A measure on a related topic goes about half of the way. */
export const relatedFactor = 0.45

const topicPlaces = firstPlaces()

/** The facets of a shortcoming, weightiest first. Faint words count only where no surer word names a subject. */
export function facetsOf({ mentions }: Subject): Facet[] {
  const groups: Group[] = []
  for (let at = 0; at < mentions.length; at++) {
    const mention = mentions[at] as Mention
    const surest = mention.senses[0]
    if (surest === undefined) continue
    const { topic, weight } = surest
    const place = topicPlaces.placeOf(topic.index, groups.length)
    if (place === groups.length)
      groups.push({ named: topic, topics: [], sure: [], mentions: [], weight: 0, sureness: 0 })
    addToGroup(groups[place] as Group, mention, weight)
  }
  for (const { named } of groups) topicPlaces.forget(named.index)
  groups.sort((a, b) => b.weight - a.weight)
  const named = groups.some((group) => group.sureness > faintest && group.weight >= own)
  const facets: Facet[] = []
  for (const group of groups) if (!named || group.sureness > faintest) facets.push(facetOf(group))
  return facets
}

function addToGroup(group: Group, mention: Mention, sureness: number): void {
  const { named, topics, sure } = group
  group.mentions.push(mention)
  group.weight = Math.max(group.weight, mention.strength * sureness * (named.manner ? mannerShare : 1))
  group.sureness = Math.max(group.sureness, sureness)
  const { senses } = mention
  for (let nth = 0; nth < senses.length; nth++) {
    const { topic, weight } = senses[nth] as TopicSense
    const known = topics.indexOf(topic)
    if (known === -1) {
      topics.push(topic)
      sure.push(weight)
    } else if (weight > (sure[known] as number)) sure[known] = weight
  }
}

function facetOf({ named, topics, sure, mentions, weight, sureness }: Group): Facet {
  const reach: Reached[] = []
  for (let nth = 0; nth < topics.length; nth++) {
    const topic = topics[nth] as Topic
    const surely = (sure[nth] as number) / sureness
    reach.push({ topic, weight: surely })
    for (const other of topic.related) reach.push({ topic: other, weight: relatedFactor * surely })
  }
  return { reach, mentions, manner: named.manner, weight }
}

const wordPlaces = firstPlaces()

/** The words of the shortcoming's own subject, each once, the weightiest first. */
export function subjectWordsOf({ mentions }: Subject): SubjectWord[] {
  const words: SubjectWord[] = []
  for (let at = 0; at < mentions.length; at++) {
    const mention = mentions[at] as Mention
    const { word, strength } = mention
    const weight = strength * word.rarity
    if (strength < own || weight <= 0) continue
    const place = wordPlaces.placeOf(word.index, words.length)
    if (place === words.length) words.push({ word, weight, mention })
    else if (weight > (words[place] as SubjectWord).weight) words[place] = { word, weight, mention }
  }
  for (const { word } of words) wordPlaces.forget(word.index)
  return words.sort((a, b) => b.weight - a.weight)
}

/** How far a measure deals with a topic, 0…1, and where it does so first of all. */
export interface TopicGrip {
  readonly topic: Topic
  readonly strength: number
  readonly mention: Mention
}

/** How far a measure takes up a word, 0…1, and where first. */
export interface WordGrip {
  readonly word: KnownWord
  readonly strength: number
  readonly mention: Mention
}

/** The topics and the words of a measure. Several words for one topic together are surer than one. */
export interface MeasureGrip {
  readonly topics: readonly TopicGrip[]
  /** The strength of each topic by its number; 0 for those that the measure does not deal with. */
  readonly strengths: Float64Array
  readonly words: readonly WordGrip[]
}

/** A topic's grip in the making; the strongest mention counts. */
interface TopicDraft {
  readonly topic: Topic
  strength: number
  mention: Mention
  /** The words for it, each with its strength where it is strongest; null as long as there is only one. */
  words: WordStrength[] | null
}

interface WordStrength {
  readonly word: KnownWord
  strength: number
}

/** A word's grip in the making; the first mention counts. */
interface WordDraft extends WordStrength {
  readonly mention: Mention
}

/** Reads how far a measure deals with each of so many topics, and takes up each word. */
export function gripOf({ mentions }: Subject, topicCount: number): MeasureGrip {
  const topics: TopicDraft[] = []
  const words: WordDraft[] = []
  for (let at = 0; at < mentions.length; at++) {
    const mention = mentions[at] as Mention
    const { word, senses, strength } = mention
    const place = wordPlaces.placeOf(word.index, words.length)
    if (place === words.length) words.push({ word, strength, mention })
    else {
      const known = words[place] as WordDraft
      if (strength > known.strength) known.strength = strength
    }
    for (let nth = 0; nth < senses.length; nth++) {
      const { topic, weight } = senses[nth] as TopicSense
      const known = topicPlaces.placeOf(topic.index, topics.length)
      if (known === topics.length) topics.push({ topic, strength: strength * weight, mention, words: null })
      else addMention(topics[known] as TopicDraft, mention, strength * weight)
    }
  }
  for (let nth = 0; nth < words.length; nth++) wordPlaces.forget((words[nth] as WordDraft).word.index)
  const strengths = new Float64Array(topicCount)
  for (let nth = 0; nth < topics.length; nth++) {
    const grip = topics[nth] as TopicDraft
    topicPlaces.forget(grip.topic.index)
    grip.strength = 1 - missedBy(grip)
    strengths[grip.topic.index] = grip.strength
  }
  return { topics, strengths, words }
}

function addMention(grip: TopicDraft, mention: Mention, strength: number): void {
  if (grip.words !== null || mention.word !== grip.mention.word) {
    grip.words ??= [{ word: grip.mention.word, strength: grip.strength }]
    const known = grip.words.find(({ word }) => word === mention.word)
    if (known === undefined) grip.words.push({ word: mention.word, strength })
    else if (strength > known.strength) known.strength = strength
  } else if (strength > grip.strength) grip.strength = strength
  if (mention.strength > grip.mention.strength) grip.mention = mention
}

/** How much of a topic all the words for it together leave out, each word counted once and where it is strongest. */
function missedBy({ words, strength }: TopicDraft): number {
  if (words === null) return 1 - Math.min(1, strength)
  let missed = 1
  for (let at = 0; at < words.length; at++) missed *= 1 - Math.min(1, (words[at] as WordStrength).strength)
  return missed
}
