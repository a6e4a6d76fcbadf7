import type { LocalText } from '../finding.ts'
import { type DataKinds, entriesOf } from '../ruleset/data.ts'
import { fold } from '../text/fold.ts'
import { largestTable, packWords, type WordTable } from './word-table.ts'

/** An entry of the data kind `topics`: schemas/data/topics.schema.json. */
export interface TopicData {
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
  readonly deficits: readonly string[]
  readonly remedies: readonly string[]
}

/** An entry of the data kind `background-frequencies`. */
interface FrequencyData {
  readonly perMillion: number
  readonly words: readonly string[]
}

/** What a word means: the surest sense of each topic that it names, the surest first, and the remedy entries it belongs to. */
export interface Meaning {
  readonly senses: readonly (readonly [topic: string, weight: number])[]
  readonly deficits: readonly string[]
  readonly remedies: readonly string[]
  readonly stop: boolean
}

/**
 * The words of a pack, compiled: plain data, ready to be searched. Words with one meaning share it; the values of `words` are
 * positions in `meanings`, those of `general` positions in `frequencies`, both from 1.
 */
export interface LexiconTable {
  readonly topics: readonly Omit<TopicData, 'terms' | 'loose' | 'faint'>[]
  readonly meanings: readonly Meaning[]
  readonly words: readonly WordTable[]
  /** Words of general language, with how often they stand in official prose, per million; 0 for those that nobody counted. */
  readonly general: readonly WordTable[]
  readonly frequencies: readonly number[]
}

/** The kinds of data that a table is compiled from. */
export const lexiconKinds = ['topics', 'remedies', 'stopwords', 'background-frequencies', 'words'] as const

const sureness = { terms: 1, loose: 0.6, faint: 0.25 } as const

/** Compiles what `data` says about words. `known` gives what other tables say about them: this one comes before those. */
export function compileLexicon(
  data: DataKinds,
  known: (word: string) => Meaning | undefined = () => undefined,
): LexiconTable {
  const entries = new Map<string, MutableMeaning>()
  const entryOf = (written: string): MutableMeaning => {
    const word = fold(written)
    let entry = entries.get(word)
    if (!entry) {
      const { senses = [], deficits = [], remedies = [], stop = false } = known(word) ?? {}
      entry = { senses: [...senses], deficits: [...deficits], remedies: [...remedies], stop }
      entries.set(word, entry)
    }
    return entry
  }
  const topics = entriesOf<TopicData>(data, 'topics')
  for (const topic of topics) {
    for (const sure of ['terms', 'loose', 'faint'] as const) {
      for (const word of topic[sure] ?? []) entryOf(word).senses.push([topic.id, sureness[sure]])
    }
    for (const word of topic.unless ?? []) entryOf(word)
  }
  for (const remedy of entriesOf<RemedyData>(data, 'remedies')) {
    for (const word of remedy.deficits) entryOf(word).deficits.push(remedy.id)
    for (const word of remedy.remedies) entryOf(word).remedies.push(remedy.id)
  }
  for (const word of entriesOf<string>(data, 'stopwords')) entryOf(word).stop = true

  const meanings = numbering<Meaning>()
  const meant = [...entries].map(([word, { senses, deficits, remedies, stop }]) => {
    const meaning = { senses: stop ? [] : strongest(senses), deficits, remedies, stop }
    return [word, meanings.numberOf(meaning)] as const
  })
  const counted = new Map<string, number>()
  for (const line of entriesOf<string>(data, 'words'))
    for (const word of line.split(' ')) counted.set(word, 0)
  for (const { perMillion, words } of entriesOf<FrequencyData>(data, 'background-frequencies'))
    for (const word of words) counted.set(word, Math.max(perMillion, counted.get(word) ?? 0))
  const frequencies = numbering<number>()
  const general = [...counted].map(([word, perMillion]) => [word, frequencies.numberOf(perMillion)] as const)
  return {
    topics: topics.map(({ terms: _terms, loose: _loose, faint: _faint, ...topic }) => topic),
    meanings: meanings.values,
    words: tablesOf(meant),
    general: tablesOf(general),
    frequencies: frequencies.values,
  }
}

interface MutableMeaning {
  readonly senses: (readonly [topic: string, weight: number])[]
  readonly deficits: string[]
  readonly remedies: string[]
  stop: boolean
}

/** The senses of a word, one a topic, the surest of each. */
function strongest(senses: Meaning['senses']): Meaning['senses'] {
  const byTopic = new Map<string, number>()
  for (const [topic, weight] of senses) byTopic.set(topic, Math.max(weight, byTopic.get(topic) ?? 0))
  return [...byTopic].sort((a, b) => b[1] - a[1])
}

/** Gives equal values one number, from 1. */
function numbering<T>(): { readonly values: T[]; readonly numberOf: (value: T) => number } {
  const values: T[] = []
  const numbers = new Map<string, number>()
  return {
    values,
    numberOf: (value) => {
      const key = JSON.stringify(value)
      let number = numbers.get(key)
      if (number === undefined) {
        number = values.push(value)
        numbers.set(key, number)
      }
      return number
    },
  }
}

/** As many tables as the words need. */
function tablesOf(words: readonly (readonly [word: string, value: number])[]): WordTable[] {
  const tables: WordTable[] = []
  let from = 0
  let characters = 0
  for (const [at, [word]] of words.entries()) {
    characters += word.length
    if (characters <= largestTable) continue
    tables.push(packWords(words.slice(from, at)))
    from = at
    characters = word.length
  }
  if (from < words.length) tables.push(packWords(words.slice(from)))
  return tables
}
