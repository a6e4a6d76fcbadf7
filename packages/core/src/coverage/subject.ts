import type { ItemClause, ItemText } from './item-words.ts'
import type { KnownWord, LexiconEntry, Match, TopicSense } from './lexicon.ts'
import type { ItemPlace } from './per-item.ts'
import { referencesIn } from './references.ts'

/** A word of an item that says what the item is about. */
export interface Mention extends ItemPlace {
  readonly word: KnownWord
  /** How much of the item's subject it is where it stands: 1 in a heading, little in passing. */
  readonly strength: number
  readonly senses: readonly TopicSense[]
  /** Clause, as a position in the item's clauses. */
  readonly clause: number
  /** Whether it stands in the name of the shortcoming that the measure says it answers. */
  readonly referred: boolean
}

/** A deficit or a remedy named in an item. */
export interface Stance extends ItemPlace {
  readonly text: string
  /** Ids of the remedy entries that it belongs to. */
  readonly kinds: readonly string[]
  readonly clause: number
}

/** What an item is about. */
export interface Subject {
  readonly mentions: readonly Mention[]
  readonly deficits: readonly Stance[]
  readonly remedies: readonly Stance[]
  /** Numbers of shortcomings that a measure names: 对应问题（二）. */
  readonly numbers: readonly { readonly number: number; readonly place: ItemPlace }[]
  /** The clauses that carry the item's subject, folded: heading, openings of sentences. */
  readonly leads: readonly string[]
  /** Whether a shortcoming says in its own text what will be done about it. */
  readonly answersItself: boolean
}

const concession =
  /^(?:虽然|虽|尽管)|取得(?:了|的)?[^,;。]{0,10}(?:成效|成绩|进展|进步)|(?:有所|稳步|不断|明显)(?:提升|提高|改善|进步)$/
const causal =
  /^(?:主要)?(?:由于|因为|因(?!此|地|而)|受|原因|鉴于|究其)|(?:主要原因|原因是|根源|源于|在于|所致|有关)/
const intention = /^(?:下一步|下一阶段|下阶段|今后|接下来|对此|为此|明年|下一年)|^\d{4}年[^,。;]{0,12}将/

/** What a shortcoming is about. Its head weighs most, then the clauses that say what is lacking, least its causes. */
export function subjectOfShortcoming(text: ItemText): Subject {
  const { clauses, titled } = text
  const lacking = clauses.map((clause) => clause.words.some((word) => isDeficit(word)))
  const headLacks = clauses.some((clause, at) => clause.inHead && lacking[at])
  const core = coreSentence(text, lacking)
  let coreLacked = false
  let answersItself = false
  const intended = new Set<number>()
  const strengths = clauses.map((clause, at) => {
    if (clause.first && intention.test(clause.text)) intended.add(clause.sentence)
    if (intended.has(clause.sentence) && !clause.inHead) {
      answersItself ||= clause.words.some((word) => isRemedy(word))
      return 0
    }
    if (!lacking[at] && concession.test(clause.text)) return 0
    if (titled && clause.inHead) return lacking[at] || !headLacks ? 1 : 0.6
    if (titled || clause.sentence !== core) return lacking[at] ? 0.35 : 0.15
    if (causal.test(clause.text)) return 0.3
    if (!lacking[at]) return coreLacked ? 0.3 : 0.5
    const strength = coreLacked ? 0.6 : 1
    coreLacked = true
    return strength
  })
  return { ...collect(text, strengths), leads: leadsOf(text, strengths, ownShare), answersItself }
}

/** The sentence that names the shortcoming, where no heading does: the first that says that something is lacking. */
function coreSentence({ clauses }: ItemText, lacking: readonly boolean[]): number {
  const at = clauses.findIndex((clause, index) => lacking[index] && !concession.test(clause.text))
  return clauses[Math.max(0, at)]?.sentence ?? 0
}

const shortMeasure = 40

/**
 * What a measure is about. A word counts fully in the heading, nearly so where a sentence begins or where a verb of doing
 * governs it, and little where it is said in passing.
 */
export function subjectOfMeasure(text: ItemText): Subject {
  const { clauses, titled } = text
  const length = clauses.reduce((sum, clause) => sum + clause.text.length, 0)
  const opening = clauses[0]?.sentence ?? 0
  const strengths = clauses.map((clause) => {
    if (titled && clause.inHead) return 1
    const governed = clause.words.some((word) => isRemedy(word) || isDoing(word))
    if (length <= shortMeasure) return governed || clause.first ? 0.95 : 0.7
    if (!titled && clause.sentence === opening && clause.first) return 0.95
    if (clause.first && governed) return 0.75
    return governed ? 0.6 : 0.35
  })
  return {
    ...collect(text, strengths),
    leads: leadsOf(text, strengths, leadShare),
    answersItself: false,
  }
}

function isDoing({ word }: Match): boolean {
  return word.doing
}

function isDeficit({ word }: Match): boolean {
  return (word.entry?.deficits.length ?? 0) > 0
}

function isRemedy({ word }: Match): boolean {
  return (word.entry?.remedies.length ?? 0) > 0
}

/** From this strength on a clause carries a shortcoming's own subject, or a measure's. */
const ownShare = 0.45
const leadShare = 0.75

function leadsOf({ clauses }: ItemText, strengths: readonly number[], least: number): string[] {
  return clauses.flatMap((clause, at) => ((strengths[at] as number) >= least ? clause.text : []))
}

/** Gathers mentions and stances of the clauses, each mention with its clause's strength. */
function collect(text: ItemText, strengths: readonly number[]): Omit<Subject, 'answersItself' | 'leads'> {
  const mentions: Mention[] = []
  const deficits: Stance[] = []
  const remedies: Stance[] = []
  const numbers: { number: number; place: ItemPlace }[] = []
  for (const [at, clause] of text.clauses.entries()) {
    const { piece, from } = clause
    const references = text.kind === 'measure' ? referencesIn(clause) : []
    for (const { number, ...span } of references) {
      if (number !== null)
        numbers.push({ number, place: { piece, from: from + span.from, to: from + span.to } })
    }
    for (const { word, from: start, to } of clause.words) {
      const { text: said, entry, subject } = word
      if (entry && entry.deficits.length > 0)
        deficits.push({ text: said, kinds: entry.deficits, piece, from: start, to, clause: at })
      if (entry && entry.remedies.length > 0)
        remedies.push({ text: said, kinds: entry.remedies, piece, from: start, to, clause: at })
      if (!subject) continue
      const referred =
        references.length > 0 && references.some((span) => start - from >= span.from && to - from <= span.to)
      const strength = referred ? 1 : (strengths[at] as number)
      if (strength === 0) continue
      const senses = entry === null ? noSenses : sensesIn(entry, clause)
      mentions.push({ word, piece, from: start, to, strength, senses, clause: at, referred })
    }
  }
  return { mentions, deficits, remedies, numbers }
}

const noSenses: readonly TopicSense[] = []

/** The word's topics, without those for which the clause shows that it speaks of something else. */
function sensesIn({ senses }: LexiconEntry, { words }: ItemClause): readonly TopicSense[] {
  const fits = ({ weight, topic }: TopicSense): boolean =>
    weight === 1 || topic.unless.size === 0 || !words.some(({ word }) => topic.unless.has(word.text))
  return senses.every(fits) ? senses : senses.filter(fits)
}
