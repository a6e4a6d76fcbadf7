import type { LocalText } from '../finding.ts'
import { type DataKinds, entriesOf } from '../ruleset/data.ts'
import { fold } from '../text/fold.ts'
import { longestMatch, type Match } from './longest-match.ts'

/** An entry of the data kind `topics`: schemas/data/topics.schema.json. */
interface TopicData {
  readonly id: string
  readonly name: LocalText
  readonly terms: readonly string[]
  readonly loose?: readonly string[]
  readonly faint?: readonly string[]
  readonly unless?: readonly string[]
  readonly related?: readonly string[]
  readonly manner?: boolean
  readonly standing?: boolean
}

/** An entry of the data kind `remedies`. */
interface RemedyData {
  readonly id: string
  readonly name: LocalText
  readonly deficits: readonly string[]
  readonly remedies: readonly string[]
}

/** An entry of the data kind `background-frequencies`. */
interface FrequencyData {
  readonly perMillion: number
  readonly words: readonly string[]
}

/** A topic of the lexicon. */
export interface Topic {
  readonly id: string
  readonly name: LocalText
  /** Whether it says how something is done, not what. */
  readonly manner: boolean
  /** Whether it stands in every plan, asked for or not. */
  readonly standing: boolean
  /** Words that tell, in the same clause, that its loose terms speak of something else. */
  readonly unless: ReadonlySet<string>
  readonly related: ReadonlySet<string>
}

/** How surely a word names a topic, 0…1. */
export interface TopicSense {
  readonly topic: Topic
  readonly weight: number
}

/** What the lexicon knows of a word. */
export interface LexiconEntry {
  readonly word: string
  readonly senses: readonly TopicSense[]
  /** Ids of the remedy entries in which it is a deficit. */
  readonly deficits: readonly string[]
  /** Ids of the remedy entries in which it is a remedy. */
  readonly remedies: readonly string[]
  /** Whether it can be the subject of a text: neither a stopword nor a mere deficit or remedy. */
  readonly subject: boolean
}

/** The words of all packs in force, ready for use. */
export interface Lexicon {
  readonly topics: ReadonlyMap<string, Topic>
  /** The known words in a folded text; see {@link longestMatch}. */
  readonly find: (folded: string) => Match[]
  readonly entry: (word: string) => LexiconEntry | undefined
  /** How much a word says about the subject of a text that holds it: 0 (every text does) to 1 (hardly any). */
  readonly rarity: (word: string) => number
}

const sureness = { terms: 1, loose: 0.6, faint: 0.25 } as const

/** Frequencies, per million, at which a word says nothing, and everything, about a text's subject. */
const commonplace = 20_000
const rare = 20

const known = new WeakMap<DataKinds, Lexicon>()

/** The lexicon of the data in force, built at the first call. */
export function lexiconOf(data: DataKinds): Lexicon {
  let lexicon = known.get(data)
  if (!lexicon) {
    lexicon = buildLexicon(data)
    known.set(data, lexicon)
  }
  return lexicon
}

function buildLexicon(data: DataKinds): Lexicon {
  const entries = new Map<string, MutableEntry>()
  const entryOf = (written: string): MutableEntry => {
    const word = fold(written)
    let entry = entries.get(word)
    if (!entry) {
      entry = { word, senses: [], deficits: [], remedies: [], stop: false }
      entries.set(word, entry)
    }
    return entry
  }
  const topicData = entriesOf<TopicData>(data, 'topics')
  const topics = topicsOf(topicData)
  for (const topic of topicData) {
    for (const sure of ['terms', 'loose', 'faint'] as const) {
      for (const word of topic[sure] ?? [])
        entryOf(word).senses.push({ topic: topics.get(topic.id) as Topic, weight: sureness[sure] })
    }
    for (const word of topic.unless ?? []) entryOf(word)
  }
  for (const remedy of entriesOf<RemedyData>(data, 'remedies')) {
    for (const word of remedy.deficits) entryOf(word).deficits.push(remedy.id)
    for (const word of remedy.remedies) entryOf(word).remedies.push(remedy.id)
  }
  for (const word of entriesOf<string>(data, 'stopwords')) entryOf(word).stop = true

  const finished = new Map<string, LexiconEntry>()
  for (const { stop, ...entry } of entries.values()) {
    const role = entry.deficits.length > 0 || entry.remedies.length > 0
    const subject = !stop && (entry.senses.length > 0 || !role)
    finished.set(entry.word, { ...entry, senses: stop ? [] : strongest(entry.senses), subject })
  }
  const perMillion = new Map<string, number>()
  for (const { perMillion: frequency, words } of entriesOf<FrequencyData>(data, 'background-frequencies')) {
    for (const word of words) perMillion.set(word, Math.max(frequency, perMillion.get(word) ?? 0))
  }
  return Object.freeze({
    topics,
    find: longestMatch(finished.keys()),
    entry: (word: string) => finished.get(word),
    rarity: (word: string) => {
      const frequency = Math.min(commonplace, Math.max(rare, perMillion.get(word) ?? rare))
      return Math.log(commonplace / frequency) / Math.log(commonplace / rare)
    },
  })
}

interface MutableEntry {
  readonly word: string
  readonly senses: TopicSense[]
  readonly deficits: string[]
  readonly remedies: string[]
  stop: boolean
}

/** The topics by id. Entries with one id are one topic (a pack may add words to another's); `related` is made symmetrical. */
function topicsOf(entries: readonly TopicData[]): Map<string, Topic> {
  const topics = new Map<string, Topic & { unless: Set<string>; related: Set<string> }>()
  for (const { id, name, manner, standing, unless, related } of entries) {
    const topic = topics.get(id) ?? {
      id,
      name,
      manner: manner ?? false,
      standing: standing ?? false,
      unless: new Set<string>(),
      related: new Set<string>(),
    }
    for (const word of unless ?? []) topic.unless.add(fold(word))
    for (const other of related ?? []) topic.related.add(other)
    topics.set(id, topic)
  }
  for (const topic of topics.values()) {
    for (const other of topic.related) topics.get(other)?.related.add(topic.id)
  }
  return topics
}

/** The senses of a word, one a topic, the surest of each. */
function strongest(senses: readonly TopicSense[]): TopicSense[] {
  const byTopic = new Map<string, TopicSense>()
  for (const sense of senses) {
    const other = byTopic.get(sense.topic.id)
    if (!other || other.weight < sense.weight) byTopic.set(sense.topic.id, sense)
  }
  return [...byTopic.values()].sort((a, b) => b.weight - a.weight)
}
