import type { LocalText } from '../finding.ts'
import { type DataKinds, entriesOf } from '../ruleset/data.ts'
import { fold } from '../text/fold.ts'
import { hanScript } from '../text/han-script.ts'
import { compileLexicon, type LexiconTable, lexiconKinds, type Meaning } from './lexicon-table.ts'
import { lengthAt, placeOf, placesOf, valueAt, type WordTable, wordFinder } from './word-table.ts'

/** A topic of the lexicon. */
export interface Topic {
  readonly id: string
  /** Its number among the lexicon's topics, from 0. */
  readonly index: number
  readonly name: LocalText
  /** Whether it says how something is done, not what. */
  readonly manner: boolean
  /** Whether it stands in every plan, asked for or not. */
  readonly standing: boolean
  /** Words that tell, in the same clause, that its loose terms speak of something else. */
  readonly unless: ReadonlySet<string>
  readonly related: readonly Topic[]
}

/** How surely a word names a topic, 0…1. */
export interface TopicSense {
  readonly topic: Topic
  readonly weight: number
}

/** What the lexicon knows of a word. */
export interface LexiconEntry {
  readonly senses: readonly TopicSense[]
  /** Whether other words of a clause can tell that it does not name all of these topics there. */
  readonly ambiguous: boolean
  /** Ids of the remedy entries in which it is a deficit. */
  readonly deficits: readonly string[]
  /** Ids of the remedy entries in which it is a remedy. */
  readonly remedies: readonly string[]
  /** Whether it can be the subject of a text: neither a stopword nor a mere deficit or remedy. */
  readonly subject: boolean
}

/** A word, the same object wherever it stands. */
export interface KnownWord {
  readonly text: string
  /** Its number among the words that the lexicon has found so far, from 0. */
  readonly index: number
  /** What the topics, remedies and stopwords say of it; null for a word of general language. */
  readonly entry: LexiconEntry | null
  /** Whether it can be the subject of a text. */
  readonly subject: boolean
  /** Whether it says that something is done to what follows. */
  readonly doing: boolean
  /** How much it says about the subject of a text that holds it: 0 (every text does) to 1 (hardly any). */
  readonly rarity: number
}

/** A word found in a text: `from` included, `to` not. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly word: KnownWord
}

/** The words of all packs in force, ready for use. */
export interface Lexicon {
  readonly topics: ReadonlyMap<string, Topic>
  /**
   * The words between two offsets of a folded text, from left to right. Of those that the topics know, every one that no other
   * contains; two may overlap, because a compound can end one term and begin the next. What lies between is divided into
   * words of general language, each the longest that begins where the last ended.
   *
   *     殡葬行政执法人员不足
   *     ^^                    殡葬, a word of general language
   *       ^^^^                行政执法
   *         ^^^^              执法人员, though 执法 and 人员 are known too
   *             ^^            不足
   */
  readonly words: (folded: string, from: number, to: number) => Match[]
  readonly entry: (word: string) => LexiconEntry | undefined
  /** See {@link KnownWord}. */
  readonly rarity: (word: string) => number
}

/** Frequencies, per million, at which a word says nothing, and everything, about a text's subject. */
const commonplace = 20_000
const rare = 20

/** Verbs of doing that are no remedies. */
const doing: ReadonlySet<string> = new Set(
  '开展 组织 举办 推行 推广 实施 抓好 做好 搭建 聘请 设立 成立 召开 编制 公布 发布 公开 建好 用好 运用 利用 依托 发挥 聚焦 坚持 实行 执行 履行 巩固 紧盯 举行 印发 邀请 送 清理 修订 梳理 动态调整 办理 受理 支持 参与 提供 列入 纳入 定期 每季度 每月 每年 全面'.split(
    ' ',
  ),
)

/** A word that is more common than this does not tell one subject from another. */
const leastRarity = 0.3

/** Two and more Han characters, without the particles that stay at the edges when a text is divided. */
const dividing = new RegExp(`^(?![的了和与及在对为是性化])[${hanScript}]{2,}(?<![的了性])$`)

const known = new WeakMap<DataKinds, Lexicon>()

/** The lexicon of the data in force, made ready at the first call. */
export function lexiconOf(data: DataKinds): Lexicon {
  let lexicon = known.get(data)
  if (!lexicon) {
    lexicon = makeLexicon(tablesOf(data))
    known.set(data, lexicon)
  }
  return lexicon
}

/** The tables that packs bring ready-made, and one for what other packs say about words, which comes first. */
function tablesOf(data: DataKinds): readonly LexiconTable[] {
  const ready = entriesOf<LexiconTable>(data, 'lexicon')
  if (!lexiconKinds.some((kind) => entriesOf(data, kind).length > 0)) return ready
  return [compileLexicon(data, (word) => meaningIn(ready, word)), ...ready]
}

function meaningIn(tables: readonly LexiconTable[], word: string): Meaning | undefined {
  for (const { words, meanings } of tables) {
    for (const table of words) {
      const place = placeOf(table, word)
      if (place !== 0) return meanings[valueAt(table, place) - 1]
    }
  }
  return undefined
}

function makeLexicon(tables: readonly LexiconTable[]): Lexicon {
  // Topics that several packs name were opened by the first of them.
  const topics = topicsOf([...tables].reverse().flatMap((table) => table.topics))
  const rarity = rarityIn(tables)
  const entries = new Map<Meaning, LexiconEntry>()
  const entryFor = (meaning: Meaning): LexiconEntry => {
    let entry = entries.get(meaning)
    if (!entry) {
      entry = entryOf(meaning, topics)
      entries.set(meaning, entry)
    }
    return entry
  }
  let made = 0
  const find = longestIn(
    tables.flatMap(({ words, meanings }) => words.map((table) => [table, meanings] as const)),
    (text, meaning) => {
      const entry = entryFor(meaning)
      const { subject } = entry
      return { text, index: made++, entry, subject, doing: doing.has(text), rarity: rarity(text) }
    },
  )
  const findGeneral = longestIn(
    tables.flatMap(({ general, frequencies }) => general.map((table) => [table, frequencies] as const)),
    (text) => {
      const rareness = rarity(text)
      const subject = rareness >= leastRarity && dividing.test(text)
      return { text, index: made++, entry: null, subject, doing: doing.has(text), rarity: rareness }
    },
  )
  const divide = (folded: string, from: number, to: number, matches: Match[]): void => {
    let at = from
    while (at + 1 < to) {
      const word = findGeneral(folded, at, to)
      // Other words of general language say nothing about a subject.
      if (word !== null && (word.subject || word.doing))
        matches.push({ from: at, to: at + word.text.length, word })
      at += word === null ? 1 : word.text.length
    }
  }
  return Object.freeze({
    topics,
    words: (folded: string, from: number, to: number) => {
      const matches: Match[] = []
      let covered = from
      for (let at = from; at < to; at++) {
        const word = find(folded, at, to)
        if (word === null || at + word.text.length <= covered) continue
        if (at > covered) divide(folded, covered, at, matches)
        covered = at + word.text.length
        matches.push({ from: at, to: covered, word })
      }
      divide(folded, covered, to, matches)
      return matches
    },
    entry: (word: string) => {
      const meaning = meaningIn(tables, word)
      return meaning && entryFor(meaning)
    },
    rarity,
  })
}

/** A finder of the longest word that begins at `from` and ends before `to`; of equal ones the first table's. */
function longestIn<T>(
  tables: readonly (readonly [table: WordTable, values: readonly T[]])[],
  make: (text: string, value: T) => KnownWord,
): (folded: string, from: number, to: number) => KnownWord | null {
  const finders = tables.map(([table, values]) => {
    const find = wordFinder(table)
    const words: KnownWord[] = []
    /** By place, the position in `words` of the word that was found there, from 1. */
    const made = new Uint16Array(placesOf(table))
    return (folded: string, from: number, to: number): KnownWord | null => {
      const place = find(folded, from, to)
      if (place === 0) return null
      const at = made[place] as number
      if (at !== 0) return words[at - 1] as KnownWord
      const text = ownCopy(folded, from, lengthAt(table, place))
      const word = Object.freeze(make(text, values[valueAt(table, place) - 1] as T))
      made[place] = words.push(word)
      return word
    }
  })
  const [only] = finders
  if (only && finders.length === 1) return only
  return (folded, from, to) => {
    let longest: KnownWord | null = null
    for (const find of finders) {
      const word = find(folded, from, to)
      if (word !== null && word.text.length > (longest?.text.length ?? 0)) longest = word
    }
    return longest
  }
}

/** The stretch of a text as a string of its own, which does not keep the text in memory. */
function ownCopy(text: string, from: number, length: number): string {
  let copy = ''
  for (let at = from; at < from + length; at++) copy += text.charAt(at)
  return copy
}

function entryOf(
  { senses, deficits, remedies, stop }: Meaning,
  topics: ReadonlyMap<string, Topic>,
): LexiconEntry {
  const role = deficits.length > 0 || remedies.length > 0
  const known = senses.map(([topic, weight]) => ({ topic: topics.get(topic) as Topic, weight }))
  return {
    senses: known,
    ambiguous: known.some(({ topic, weight }) => weight !== 1 && topic.unless.size > 0),
    deficits,
    remedies,
    subject: !stop && (senses.length > 0 || !role),
  }
}

function rarityIn(tables: readonly LexiconTable[]): (word: string) => number {
  return (word) => {
    let perMillion = rare
    for (const { general, frequencies } of tables) {
      for (const table of general) {
        const place = placeOf(table, word)
        if (place !== 0) perMillion = Math.max(perMillion, frequencies[valueAt(table, place) - 1] as number)
      }
    }
    return Math.log(commonplace / Math.min(commonplace, perMillion)) / Math.log(commonplace / rare)
  }
}

/** A topic in the making. */
type TopicDraft = Topic & { readonly unless: Set<string>; readonly related: Topic[] }

/** The topics by id. Entries with one id are one topic (a pack may add words to another's); `related` is made symmetrical. */
function topicsOf(entries: LexiconTable['topics']): Map<string, Topic> {
  const topics = new Map<string, TopicDraft>()
  for (const { id, name, manner = false, standing = false, unless } of entries) {
    let topic = topics.get(id)
    if (!topic) {
      topic = { id, index: topics.size, name, manner, standing, unless: new Set(), related: [] }
      topics.set(id, topic)
    }
    for (const word of unless ?? []) topic.unless.add(fold(word))
  }
  const relate = (one: Topic, other: Topic | undefined): void => {
    const { related } = one as TopicDraft
    if (other && !related.includes(other)) related.push(other)
  }
  for (const { id, related } of entries)
    for (const other of related ?? []) relate(topics.get(id) as TopicDraft, topics.get(other))
  for (const topic of topics.values()) for (const other of topic.related) relate(other, topic)
  return topics
}
