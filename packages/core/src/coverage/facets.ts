import type { KnownWord, Topic, TopicSense } from './lexicon.ts'
import type { Mention, Subject } from './subject.ts'

/** One thing that a shortcoming is about: a topic in all the words that name it. */
export interface Facet {
  /**
   * The topics that deal with it, by id: its own with the sureness of each, 0…1, the surest 1, and behind each those related
   * to it, which go about half of the way. An id may come twice.
   */
  readonly reach: readonly { readonly topic: string; readonly weight: number }[]
  readonly mentions: readonly Mention[]
  /** Whether it says how something is done, not what. */
  readonly manner: boolean
  /** Its share in the shortcoming, before it is set against the other facets. */
  readonly weight: number
}

/** A word of a shortcoming's head that another text may share, with its weight. */
export interface SubjectWord {
  readonly text: string
  readonly weight: number
  readonly mention: Mention
}

/** From this strength on a mention counts as the shortcoming's own subject, and not as an explanation. */
const own = 0.45

interface Group {
  readonly topics: Map<Topic, number>
  readonly mentions: Mention[]
  readonly manner: boolean
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

/** The facets of a shortcoming, weightiest first. Faint words count only where no surer word names a subject. */
export function facetsOf(subject: Subject): Facet[] {
  const groups = new Map<string, Group>()
  for (const mention of subject.mentions) {
    const surest = mention.senses[0]
    if (!surest) continue
    let group = groups.get(surest.topic.id)
    if (!group) {
      group = { topics: new Map(), mentions: [], weight: 0, sureness: 0, manner: surest.topic.manner }
      groups.set(surest.topic.id, group)
    }
    group.mentions.push(mention)
    const share = surest.topic.manner ? mannerShare : 1
    group.weight = Math.max(group.weight, mention.strength * surest.weight * share)
    group.sureness = Math.max(group.sureness, surest.weight)
    for (const { topic, weight } of mention.senses)
      group.topics.set(topic, Math.max(weight, group.topics.get(topic) ?? 0))
  }
  const all = [...groups.values()].sort((a, b) => b.weight - a.weight)
  const named = all.some((group) => group.sureness > faintest && group.weight >= own)
  const facets = named ? all.filter((group) => group.sureness > faintest) : all
  return facets.map(({ topics, sureness, mentions, manner, weight }) => ({
    reach: [...topics].flatMap(([topic, sure]) => reachOf(topic, sure / sureness)),
    mentions,
    manner,
    weight,
  }))
}

function reachOf(topic: Topic, weight: number): Facet['reach'] {
  const reach = [{ topic: topic.id, weight }]
  for (const other of topic.related) reach.push({ topic: other, weight: relatedFactor * weight })
  return reach
}

/** The words of the shortcoming's own subject, each once, the weightiest first. */
export function subjectWordsOf(subject: Subject): SubjectWord[] {
  const words = new Map<string, SubjectWord>()
  for (const mention of subject.mentions) {
    if (mention.strength < own) continue
    const { text, rarity } = mention.word
    const weight = mention.strength * rarity
    if (weight > (words.get(text)?.weight ?? 0)) words.set(text, { text, weight, mention })
  }
  return [...words.values()].sort((a, b) => b.weight - a.weight)
}

/** How far a measure deals with a topic or takes up a word, 0…1, and where it does so first of all. */
export interface Grip {
  readonly strength: number
  readonly mention: Mention
}

/** The topics, by id, and the words of a measure. Several words for one topic together are surer than one. */
export interface MeasureGrip {
  readonly topics: ReadonlyMap<string, Grip>
  readonly words: ReadonlyMap<string, Grip>
}

/** A grip in the making. Of a word the first mention counts, of a topic the strongest. */
interface GripDraft {
  strength: number
  mention: Mention
  /** Of a topic: the words for it, each with its strength where it is strongest; null as long as there is only one. */
  words: WordStrength[] | null
}

interface WordStrength {
  readonly word: KnownWord
  strength: number
}

/** Reads how far a measure deals with each topic and takes up each word. */
export function gripOf({ mentions }: Subject): MeasureGrip {
  const topics = new Map<string, GripDraft>()
  const words = new Map<string, GripDraft>()
  for (let at = 0; at < mentions.length; at++) {
    const mention = mentions[at] as Mention
    const { word, senses, strength } = mention
    const grip = words.get(word.text)
    if (grip === undefined) words.set(word.text, { strength, mention, words: null })
    else if (strength > grip.strength) grip.strength = strength
    for (let nth = 0; nth < senses.length; nth++) {
      const { topic, weight } = senses[nth] as TopicSense
      const known = topics.get(topic.id)
      if (known === undefined) topics.set(topic.id, { strength: strength * weight, mention, words: null })
      else addMention(known, mention, strength * weight)
    }
  }
  for (const grip of topics.values()) grip.strength = 1 - missedBy(grip)
  return { topics, words }
}

function addMention(grip: GripDraft, mention: Mention, strength: number): void {
  if (grip.words !== null || mention.word !== grip.mention.word) {
    grip.words ??= [{ word: grip.mention.word, strength: grip.strength }]
    const known = grip.words.find(({ word }) => word === mention.word)
    if (known === undefined) grip.words.push({ word: mention.word, strength })
    else if (strength > known.strength) known.strength = strength
  } else if (strength > grip.strength) grip.strength = strength
  if (mention.strength > grip.mention.strength) grip.mention = mention
}

/** How much of a topic all the words for it together leave out, each word counted once and where it is strongest. */
function missedBy({ words, strength }: GripDraft): number {
  if (words === null) return 1 - Math.min(1, strength)
  let missed = 1
  for (let at = 0; at < words.length; at++) missed *= 1 - Math.min(1, (words[at] as WordStrength).strength)
  return missed
}
