import { draftMap } from '../text/draft-map.ts'
import { type Facet, relatedFactor } from './facets.ts'
import { firstPlaces } from './first-places.ts'
import { kinship } from './kinship.ts'
import type { Lexicon, Topic } from './lexicon.ts'
import { comparer, type Grips, isRemedied, score, wordGrip } from './link-items.ts'
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
  /** Whether the measure names the shortcoming by its number. */
  readonly named: boolean
  readonly confirmed: boolean
}

/** So many of the measures that could answer a shortcoming are told. */
const mostRanked = 5

/** A plan as it answers one shortcoming. */
export interface Ranking {
  readonly index: MeasureIndex
  /** The measures that answer it best, best first. */
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
  /** Whether the best measure has a remedy for what is lacking. */
  readonly remedied: boolean
}

/** By plan, the last ranking for each shortcoming: it holds as long as neither the shortcoming nor any measure changes. */
const rankingsOf = draftMap<object, WeakMap<AskedSubject, RankingMade>>(4)
const none: readonly number[] = []

/** Ranks the measures by how well they answer a shortcoming. */
export function rankMeasures(
  asked: AskedSubject,
  index: MeasureIndex,
  lexicon: Lexicon,
  { number, confirmed }: Question,
): Ranking {
  const rankings = lastRankings(index)
  const last = confirmed.length === 0 ? rankings.get(asked) : undefined
  if (last && last.index === index && last.number === number) return last
  const named = (number === undefined ? undefined : index.byNumber.get(number)) ?? none
  const takers = takersOf(asked, index)
  const { measures, score, missing, remedied } =
    last && holdsStill(last, index, takers, named) ? last : rank(asked, index, takers, named, confirmed)
  const ranking = {
    number,
    takers,
    named,
    index,
    measures,
    score,
    missing,
    remedied,
    evaded:
      (score < touched || (score < answered && !remedied && isPassedOver(asked, index))) &&
      index.understood &&
      namesItsSubject(asked) &&
      !asked.subject.answersItself &&
      !kinship(asked.subject, index.pairs, lexicon),
  }
  if (confirmed.length === 0) rankings.set(asked, ranking)
  return ranking
}

function lastRankings({ plan }: MeasureIndex): WeakMap<AskedSubject, RankingMade> {
  let rankings = rankingsOf.get(plan)
  if (rankings === undefined) {
    rankings = new WeakMap()
    rankingsOf.set(plan, rankings)
  }
  return rankings
}

/** Whether the same measures could answer a shortcoming as before an edit, and none of them has changed. */
function holdsStill(
  last: RankingMade,
  { edit }: MeasureIndex,
  takers: readonly Takers[],
  named: readonly number[],
): boolean {
  if (!edit || edit.of !== last.index.id || named !== last.named || takers.length !== last.takers.length)
    return false
  return (
    takers.every((one, at) => one === last.takers[at]) &&
    !edit.changed.some((at) => named.includes(at) || takers.some(({ best }) => best.includes(at)))
  )
}

/** A measure that names the shortcoming by its number answers it. */
const leastWhenNamed = 0.9

/** Ranks the measures that could answer a shortcoming at all. */
function rank(
  asked: AskedSubject,
  index: MeasureIndex,
  takers: readonly Takers[],
  named: readonly number[],
  confirmed: readonly number[],
): Pick<RankingMade, 'measures' | 'score' | 'missing' | 'remedied'> {
  const { grips, score: compare, close } = comparer(asked)
  /** The furthest that any measure goes: how far all of them together deal with the shortcoming. */
  const whole = { facets: new Float64Array(asked.facets.length), words: new Float64Array(asked.words.length) }
  const best: RankedMeasure[] = []
  const add = (measure: number): void => {
    const isNamed = named.includes(measure)
    const isConfirmed = confirmed.includes(measure)
    const least = isConfirmed ? 1 : isNamed ? leastWhenNamed : 0
    const own = Math.max(least, compare(index.measures[measure] as OfferedSubject))
    raise(whole.facets, grips.facets)
    raise(whole.words, grips.words)
    insert(best, measure, own, isNamed, isConfirmed)
  }
  forCandidates(takers, named, confirmed, add)
  const [first] = best
  const nearest = first ? (index.measures[first.measure] as OfferedSubject) : null
  if (nearest) compare(nearest)
  close()
  return {
    measures: best,
    score: Math.max(first?.score ?? 0, score(asked, whole)),
    missing: missingWords(asked, nearest, grips),
    remedied: nearest !== null && isRemedied(asked, nearest, grips),
  }
}

const seen = firstPlaces()

/** Calls `add` for each measure that could answer a shortcoming, once. */
function forCandidates(
  takers: readonly Takers[],
  named: readonly number[],
  confirmed: readonly number[],
  add: (measure: number) => void,
): void {
  const found: number[] = []
  const addAll = (measures: readonly number[]): void => {
    for (let nth = 0; nth < measures.length; nth++) {
      const measure = measures[nth] as number
      if (seen.placeOf(measure, found.length) === found.length) found.push(measure)
    }
  }
  addAll(named)
  addAll(confirmed)
  for (const { best } of takers) addAll(best)
  for (let nth = 0; nth < found.length; nth++) {
    seen.forget(found[nth] as number)
    add(found[nth] as number)
  }
}

/** Puts a measure where it belongs among the best: the higher score first, of equal ones the earlier measure. */
function insert(
  best: RankedMeasure[],
  measure: number,
  score: number,
  named: boolean,
  confirmed: boolean,
): void {
  let place = best.length
  for (; place > 0; place--) {
    const before = best[place - 1] as RankedMeasure
    if (before.score > score || (before.score === score && before.measure < measure)) break
  }
  if (place === mostRanked) return
  best.splice(place, 0, { measure, score, named, confirmed })
  if (best.length > mostRanked) best.pop()
}

/** From this weight on a facet is what the shortcoming is about first of all, not one of its causes. */
const leastMain = 0.9
/** A topic that a measure deals with less than this it does not speak of. */
const slight = 0.15

/** Whether no measure speaks of what the shortcoming is about first of all, whatever they say of its causes. */
function isPassedOver({ facets }: AskedSubject, { measures, byTopic }: MeasureIndex): boolean {
  const isSlight = ({ index }: Topic): boolean =>
    byTopic[index]?.best.every((at) => ((measures[at]?.grip.strengths[index] as number) ?? 0) < slight) ??
    true
  const main = facets.filter((facet) => facet.weight >= leastMain && !facet.manner)
  return (
    main.length > 0 &&
    main.every(({ reach }) => reach.every(({ topic, weight }) => weight <= relatedFactor || isSlight(topic)))
  )
}

function raise(values: Float64Array, others: Float64Array): void {
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

function missingWords(asked: AskedSubject, nearest: OfferedSubject | null, grips: Grips): string[] {
  const missing: string[] = []
  const add = (text: string): void => {
    if (missing.length < mostMissing && !missing.includes(text)) missing.push(text)
  }
  for (let at = 0; at < asked.facets.length; at++) {
    if (nearest && (grips.facets[at] as number) >= touched) continue
    let strongest: Mention | null = null
    for (const mention of (asked.facets[at] as Facet).mentions)
      if (strongest === null || mention.strength > strongest.strength) strongest = mention
    if (strongest !== null && strongest.strength >= 0.45) add(strongest.word.text)
  }
  for (const { word, mention } of asked.words) {
    if (mention.senses.length === 0 && !(nearest && wordGrip(word, nearest.grip))) add(word.text)
  }
  return missing
}
