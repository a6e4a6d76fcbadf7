import type { Mention, Subject } from './subject.ts'

/** One thing that a shortcoming is about: a topic in all the words that name it. */
export interface Facet {
  /** Topic ids with the sureness of each, 0…1, the surest 1. */
  readonly topics: ReadonlyMap<string, number>
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

interface Group extends Facet {
  readonly topics: Map<string, number>
  readonly mentions: Mention[]
  weight: number
  /** The weight of the surest sense among its words. */
  sureness: number
}

/** Words up to this sureness are faint. */
const faintest = 0.3
/** A topic that says how something is done weighs less than what is done. */
const mannerShare = 0.5

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
      group.topics.set(topic.id, Math.max(weight, group.topics.get(topic.id) ?? 0))
  }
  for (const { topics, sureness } of groups.values())
    for (const [id, weight] of topics) topics.set(id, weight / sureness)
  const facets = [...groups.values()].sort((a, b) => b.weight - a.weight)
  const named = facets.some((facet) => facet.sureness > faintest && facet.weight >= own)
  return named ? facets.filter((facet) => facet.sureness > faintest) : facets
}

/** The words of the shortcoming's own subject, each once. */
export function subjectWordsOf(subject: Subject, rarity: (word: string) => number): SubjectWord[] {
  const words = new Map<string, SubjectWord>()
  for (const mention of subject.mentions) {
    if (mention.strength < own) continue
    const weight = mention.strength * rarity(mention.text)
    if (weight > (words.get(mention.text)?.weight ?? 0))
      words.set(mention.text, { text: mention.text, weight, mention })
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
  const topics = new Map<string, { word: Map<string, number>; mentions: Mention[] }>()
  const words = new Map<string, { strength: number; mentions: Mention[] }>()
  for (const mention of subject.mentions) {
    const word = words.get(mention.text) ?? { strength: 0, mentions: [] as Mention[] }
    word.strength = Math.max(word.strength, mention.strength)
    word.mentions.push(mention)
    words.set(mention.text, word)
    for (const { topic, weight } of mention.senses) {
      const grip = topics.get(topic.id) ?? { word: new Map<string, number>(), mentions: [] as Mention[] }
      const strength = mention.strength * weight
      grip.word.set(mention.text, Math.max(strength, grip.word.get(mention.text) ?? 0))
      grip.mentions.push(mention)
      topics.set(topic.id, grip)
    }
  }
  const grips = new Map<string, Grip>()
  for (const [topic, { word, mentions }] of topics) {
    let missed = 1
    for (const strength of word.values()) missed *= 1 - Math.min(1, strength)
    grips.set(topic, { strength: 1 - missed, mentions: mentions.sort((a, b) => b.strength - a.strength) })
  }
  return { topics: grips, words }
}
