import type { KnownWord, Topic } from './lexicon.ts'
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

/** How far a measure deals with a topic or takes up a word, 0…1, with the places that say so, best first. */
export interface Grip {
  readonly strength: number
  readonly mentions: readonly Mention[]
}

/** The topics and the words of a measure. Several words for one topic together are surer than one. */
export interface MeasureGrip {
  readonly topics: ReadonlyMap<string, Grip>
  readonly words: ReadonlyMap<string, Grip>
}

/** Reads how far a measure deals with each topic and takes up each word. */
export function gripOf(subject: Subject): MeasureGrip {
  const topics = new Map<Topic, { readonly mentions: Mention[]; readonly strengths: number[] }>()
  const words = new Map<string, { strength: number; readonly mentions: Mention[] }>()
  for (const mention of subject.mentions) {
    const { text } = mention.word
    const word = words.get(text)
    if (word) {
      word.strength = Math.max(word.strength, mention.strength)
      word.mentions.push(mention)
    } else words.set(text, { strength: mention.strength, mentions: [mention] })
    for (const { topic, weight } of mention.senses) {
      const strength = mention.strength * weight
      const grip = topics.get(topic)
      if (grip) {
        grip.mentions.push(mention)
        grip.strengths.push(strength)
      } else topics.set(topic, { mentions: [mention], strengths: [strength] })
    }
  }
  const grips = new Map<string, Grip>()
  for (const [topic, { mentions, strengths }] of topics) {
    const strength = 1 - missedBy(mentions, strengths)
    if (mentions.length > 1) mentions.sort((a, b) => b.strength - a.strength)
    grips.set(topic.id, { strength, mentions })
  }
  return { topics: grips, words }
}

/** How much of a topic all the words for it together leave out, each word counted once and where it is strongest. */
function missedBy(mentions: readonly Mention[], strengths: readonly number[]): number {
  if (mentions.length === 1) return 1 - Math.min(1, strengths[0] as number)
  const words = new Map<KnownWord, number>()
  for (const [at, { word }] of mentions.entries())
    words.set(word, Math.max(strengths[at] as number, words.get(word) ?? 0))
  let missed = 1
  for (const strength of words.values()) missed *= 1 - Math.min(1, strength)
  return missed
}
