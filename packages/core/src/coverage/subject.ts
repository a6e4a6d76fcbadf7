import type { ItemClause, ItemText } from './item-words.ts'
import type { KnownWord, LexiconEntry, Match, TopicSense } from './lexicon.ts'
import type { ItemPlace } from './per-item.ts'
import { noReferences, type Reference, referencesIn } from './references.ts'

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
  const lacking = clauses.map(({ words }) => words.some(isDeficit))
  const headLacks = clauses.some((clause, at) => clause.inHead && lacking[at])
  const core = coreSentence(text, lacking)
  let coreLacked = false
  let answersItself = false
  /** The last sentence that says what will be done. */
  let intended = -1
  const strengths: number[] = []
  const strengthOf = (clause: ItemClause, lacks: boolean): number => {
    if (clause.first && intention.test(clause.text)) intended = clause.sentence
    if (clause.sentence === intended && !clause.inHead) {
      answersItself ||= clause.words.some(isRemedy)
      return 0
    }
    if (!lacks && concession.test(clause.text)) return 0
    if (titled && clause.inHead) return lacks || !headLacks ? 1 : 0.6
    if (titled || clause.sentence !== core) return lacks ? 0.35 : 0.15
    if (causal.test(clause.text)) return 0.3
    if (!lacks) return coreLacked ? 0.3 : 0.5
    const strength = coreLacked ? 0.6 : 1
    coreLacked = true
    return strength
  }
  for (let at = 0; at < clauses.length; at++)
    strengths.push(strengthOf(clauses[at] as ItemClause, lacking[at] as boolean))
  return subjectOf(text, strengths, ownShare, answersItself)
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
  let length = 0
  for (let at = 0; at < clauses.length; at++) length += (clauses[at] as ItemClause).text.length
  const opening = clauses[0]?.sentence ?? 0
  const strengths: number[] = []
  for (let at = 0; at < clauses.length; at++) {
    const { inHead, words, first, sentence } = clauses[at] as ItemClause
    if (titled && inHead) {
      strengths.push(1)
      continue
    }
    const governed = words.some(governs)
    if (length <= shortMeasure) strengths.push(governed || first ? 0.95 : 0.7)
    else if (!titled && sentence === opening && first) strengths.push(0.95)
    else if (first && governed) strengths.push(0.75)
    else strengths.push(governed ? 0.6 : 0.35)
  }
  return subjectOf(text, strengths, leadShare, false)
}

function governs(match: Match): boolean {
  return match.word.doing || isRemedy(match)
}

function isDeficit({ word }: Match): boolean {
  return word.entry !== null && word.entry.deficits.length > 0
}

function isRemedy({ word }: Match): boolean {
  return word.entry !== null && word.entry.remedies.length > 0
}

/** From this strength on a clause carries a shortcoming's own subject, or a measure's. */
const ownShare = 0.45
const leadShare = 0.75

/** Gathers mentions and stances of the clauses, each mention with its clause's strength, and the clauses that lead. */
function subjectOf(
  { kind, clauses }: ItemText,
  strengths: readonly number[],
  leastLead: number,
  answersItself: boolean,
): Subject {
  const mentions: Mention[] = []
  const deficits: Stance[] = []
  const remedies: Stance[] = []
  const numbers: { number: number; place: ItemPlace }[] = []
  const leads: string[] = []
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at] as ItemClause
    const { piece, from, words } = clause
    const own = strengths[at] as number
    if (own >= leastLead) leads.push(clause.text)
    const references = kind === 'measure' ? referencesIn(clause) : noReferences
    for (let nth = 0; nth < references.length; nth++) {
      const { number, ...span } = references[nth] as Reference
      if (number !== null)
        numbers.push({ number, place: { piece, from: from + span.from, to: from + span.to } })
    }
    for (let nth = 0; nth < words.length; nth++) {
      const { word, from: start, to } = words[nth] as Match
      const { text: said, entry, subject } = word
      if (entry !== null) {
        if (entry.deficits.length > 0)
          deficits.push({ text: said, kinds: entry.deficits, piece, from: start, to, clause: at })
        if (entry.remedies.length > 0)
          remedies.push({ text: said, kinds: entry.remedies, piece, from: start, to, clause: at })
      }
      if (!subject) continue
      const referred =
        references.length > 0 && references.some((span) => start - from >= span.from && to - from <= span.to)
      const strength = referred ? 1 : own
      if (strength === 0) continue
      const senses = entry === null ? noSenses : sensesIn(entry, clause)
      mentions.push({ word, piece, from: start, to, strength, senses, clause: at, referred })
    }
  }
  return { mentions, deficits, remedies, numbers, leads, answersItself }
}

const noSenses: readonly TopicSense[] = []

/** The word's topics, without those for which the clause shows that it speaks of something else. */
function sensesIn({ senses, ambiguous }: LexiconEntry, { words }: ItemClause): readonly TopicSense[] {
  if (!ambiguous) return senses
  const fits = ({ weight, topic }: TopicSense): boolean =>
    weight === 1 || topic.unless.size === 0 || !words.some(({ word }) => topic.unless.has(word.text))
  return senses.every(fits) ? senses : senses.filter(fits)
}
