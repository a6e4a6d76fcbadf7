import { type Facet, relatedFactor } from './facets.ts'
import { kinship } from './kinship.ts'
import type { Lexicon } from './lexicon.ts'
import { compare, type Pair, score } from './link-items.ts'
import { type MeasureIndex, type Takers, takersOf } from './measure-index.ts'
import type { AskedSubject, OfferedSubject } from './prepare-items.ts'
import type { Mention } from './subject.ts'

/** From this score on a shortcoming is answered. */
export const answered = 0.5
/** Below this score it is not; in between, the plan touches it. */
export const touched = 0.3

/** What is asked of a plan beyond the subject of a shortcoming. */
export interface Question {
  /** The shortcoming's number, by which a measure may refer to it. */
  readonly number: number | undefined
  /** Measures that a person has confirmed to answer it. */
  readonly confirmed: readonly number[]
}

/** A measure that could answer a shortcoming. */
export interface RankedMeasure {
  readonly measure: number
  readonly score: number
  readonly pair: Pair
  /** Whether the measure names the shortcoming by its number. */
  readonly named: boolean
  readonly confirmed: boolean
}

/** A plan as it answers one shortcoming. */
export interface Ranking {
  readonly index: MeasureIndex
  /** The measures that could answer it, best first. */
  readonly measures: readonly RankedMeasure[]
  /** How far the plan as a whole takes it up, 0…1; at least the best measure's score. */
  readonly score: number
  /** The words for its subject that the best measure does not take up, weightiest first. */
  readonly missing: readonly string[]
  /** Whether nothing in the plan has to do with it, beyond doubt. */
  readonly evaded: boolean
}

/** What a ranking was made from. */
interface RankingMade extends Ranking {
  readonly number: number | undefined
  readonly takers: readonly Takers[]
  readonly named: readonly number[]
}

/** The last ranking for each shortcoming: it holds as long as neither the shortcoming nor any measure changes. */
const rankings = new WeakMap<AskedSubject, RankingMade>()
const none: readonly number[] = []

/** Ranks the measures by how well they answer a shortcoming. */
export function rankMeasures(
  asked: AskedSubject,
  index: MeasureIndex,
  lexicon: Lexicon,
  { number, confirmed }: Question,
): Ranking {
  const last = confirmed.length === 0 ? rankings.get(asked) : undefined
  if (last && last.index === index && last.number === number) return last
  const named = (number === undefined ? undefined : index.byNumber.get(number)) ?? none
  const takers = takersOf(asked, index)
  const measures =
    (last && editedRanks(last, asked, index, takers, named)) ??
    ranksOf(asked, index, takers, named, confirmed)
  const best = measures[0] ?? null
  const whole =
    measures === last?.measures ? last.score : Math.max(best?.score ?? 0, planScore(asked, measures))
  const ranking = {
    number,
    takers,
    named,
    index,
    measures,
    score: whole,
    missing: measures === last?.measures ? last.missing : missingWords(asked, best?.pair ?? null),
    evaded:
      (whole < touched || (whole < answered && best?.pair.remedied !== true && isPassedOver(asked, index))) &&
      index.understood &&
      namesItsSubject(asked) &&
      !asked.subject.answersItself &&
      !kinship(asked.subject, index.pairs, lexicon),
  }
  if (confirmed.length === 0) rankings.set(asked, ranking)
  return ranking
}

/** The measures that could answer a shortcoming at all, ranked. */
function ranksOf(
  asked: AskedSubject,
  index: MeasureIndex,
  takers: readonly Takers[],
  named: readonly number[],
  confirmed: readonly number[],
): RankedMeasure[] {
  const possible = new Set<number>()
  for (const at of named) possible.add(at)
  for (const at of confirmed) possible.add(at)
  for (const { best } of takers) for (const at of best) possible.add(at)
  const ranks: RankedMeasure[] = []
  for (const at of possible) ranks.push(rank(at, asked, index, named, confirmed))
  return ranks.length > 1 ? ranks.sort(byScore) : ranks
}

/**
 * The ranks after an edit of a measure, made from those before it: the same ones if the shortcoming has nothing to do with the
 * measure; null if other measures could answer it now.
 */
function editedRanks(
  last: RankingMade,
  asked: AskedSubject,
  index: MeasureIndex,
  takers: readonly Takers[],
  named: readonly number[],
): readonly RankedMeasure[] | null {
  const { edit } = index
  const sameTakers =
    takers.length === last.takers.length && takers.every((one, at) => one === last.takers[at])
  if (!edit || edit.of !== last.index.id || !sameTakers || named !== last.named) return null
  const ranks = last.measures.map((ranked) =>
    edit.changed.includes(ranked.measure) ? rank(ranked.measure, asked, index, named, none) : ranked,
  )
  return ranks.every((ranked, at) => ranked === last.measures[at]) ? last.measures : ranks.sort(byScore)
}

function byScore(a: RankedMeasure, b: RankedMeasure): number {
  return b.score - a.score || a.measure - b.measure
}

/** A measure that names the shortcoming by its number answers it. */
const leastWhenNamed = 0.9

function rank(
  measure: number,
  asked: AskedSubject,
  index: MeasureIndex,
  namedOnes: readonly number[],
  confirmedOnes: readonly number[],
): RankedMeasure {
  const pair = compare(asked, index.measures[measure] as OfferedSubject)
  const named = namedOnes.includes(measure)
  const confirmed = confirmedOnes.includes(measure)
  const least = confirmed ? 1 : named ? leastWhenNamed : 0
  return { measure, score: Math.max(least, pair.score), pair, named, confirmed }
}

/** From this weight on a facet is what the shortcoming is about first of all, not one of its causes. */
const leastMain = 0.9
/** A topic that a measure deals with less than this it does not speak of. */
const slight = 0.15

/** Whether no measure speaks of what the shortcoming is about first of all, whatever they say of its causes. */
function isPassedOver({ facets }: AskedSubject, { measures, byTopic }: MeasureIndex): boolean {
  const isSlight = (topic: string): boolean =>
    byTopic
      .get(topic)
      ?.best.every(
        (at) => ((measures[at] as OfferedSubject).grip.topics.get(topic)?.strength ?? 0) < slight,
      ) ?? true
  const main = facets.filter((facet) => facet.weight >= leastMain && !facet.manner)
  return (
    main.length > 0 &&
    main.every(({ reach }) => reach.every(({ topic, weight }) => weight <= relatedFactor || isSlight(topic)))
  )
}

/** How far all measures together deal with a shortcoming: each facet by the measure that deals with it best. */
function planScore(asked: AskedSubject, measures: readonly RankedMeasure[]): number {
  const facets = new Array<number>(asked.facets.length).fill(0)
  const words = new Array<number>(asked.words.length).fill(0)
  for (const { pair } of measures) {
    raise(facets, pair.facets)
    raise(words, pair.words)
  }
  return score(asked, facets, words)
}

function raise(values: number[], others: readonly number[]): void {
  for (let at = 0; at < values.length; at++) {
    const other = others[at] as number
    if (other > (values[at] as number)) values[at] = other
  }
}

/** Whether the shortcoming's own words, and not only its explanations, name a known subject: of others nothing is claimed. */
function namesItsSubject({ facets }: AskedSubject): boolean {
  return facets.some((facet) => facet.weight >= 0.5 && !facet.manner)
}

/** So many missing words are told at most. */
const mostMissing = 3

function missingWords(asked: AskedSubject, nearest: Pair | null): string[] {
  const missing: string[] = []
  const add = (text: string): void => {
    if (missing.length < mostMissing && !missing.includes(text)) missing.push(text)
  }
  for (let at = 0; at < asked.facets.length; at++) {
    if (nearest && (nearest.facets[at] as number) >= touched) continue
    let strongest: Mention | null = null
    for (const mention of (asked.facets[at] as Facet).mentions)
      if (strongest === null || mention.strength > strongest.strength) strongest = mention
    if (strongest !== null && strongest.strength >= 0.45) add(strongest.word.text)
  }
  for (const { text, mention } of asked.words) {
    if (mention.senses.length === 0 && !nearest?.offered.grip.words.has(text)) add(text)
  }
  return missing
}
