import type { ConfirmedLink } from '../analysis.ts'
import type { Item, Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import { contentKey, suspectLinks } from './content-key.ts'
import type { Coverage, Link, LinkEvidence, NotCheckableReason, ShortcomingCoverage } from './coverage.ts'
import { crowdedOut } from './crowded-out.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { evidenceOf } from './link-items.ts'
import { indexMeasures, type MeasureIndex } from './measure-index.ts'
import { placeIn } from './per-item.ts'
import { type AskedSubject, ask, type OfferedSubject, offer } from './prepare-items.ts'
import { answered, type RankedMeasure, type Ranking, rankMeasures, touched } from './rank-measures.ts'

/** A link below this score is not worth showing. */
const shown = 0.12

/** What coverage reads of a report. */
type Items = Pick<Report, 'shortcomings' | 'measures'>

/** Links every shortcoming to the measures that answer it. */
export function findCoverage(report: Items, data: DataKinds, confirmed: readonly ConfirmedLink[]): Coverage {
  const lexicon = lexiconOf(data)
  const asked = report.shortcomings.map((item) => ask(item, lexicon))
  const offered = report.measures.map((item) => offer(item, lexicon))
  const index = indexMeasures(offered, asked)
  const confirmedOf = confirmedMeasures(report, confirmed)
  const first = report.shortcomings.map((item, nth) =>
    coverageOf(item, asked[nth] as AskedSubject, report, index, lexicon, confirmedOf.get(item.index) ?? []),
  )
  const isTaken = takenMeasures(first, index)
  const obscure = index.measures.some(
    ({ sure, answersAll }, at) => answersAll || (!sure && isTaken[at] === 0),
  )
  const left = obscure ? null : crowdedOut(first, report.measures, index, lexicon)
  const inPlace = first.filter(isInPlace).length
  const shortcomings = first.map((entry, at) =>
    Object.freeze(
      at === left?.at
        ? { ...entry, verdict: 'weak' as const, claimed: left.claimed }
        : entry.verdict === 'unanswered' && (obscure || isMetByPlace(first, inPlace, at, isTaken, index))
          ? { ...entry, verdict: 'weak' as const }
          : entry,
    ),
  )
  return Object.freeze({
    shortcomings,
    unmotivated: unmotivatedMeasures(shortcomings, index),
    suspect: suspectLinks(report, confirmed),
  })
}

/** For each measure 1 if it answers a shortcoming: any other may be meant for one that seems unanswered. */
function takenMeasures(shortcomings: readonly ShortcomingCoverage[], { measures }: MeasureIndex): Uint8Array {
  const isTaken = new Uint8Array(measures.length)
  for (const { best } of shortcomings) if (best && best.score >= touched) isTaken[best.measure] = 1
  return isTaken
}

/** Whether the measure in the shortcoming's place is the one that answers it best. */
function isInPlace({ item, best }: ShortcomingCoverage): boolean {
  return best?.measure === item.index
}

/**
 * Whether the plan takes up the shortcomings one by one in their order, and the measure in this one's place answers nothing
 * else and is not explicit about its subject: 凭老经验办事 and 强化实战练兵, both the first of three.
 */
function isMetByPlace(
  shortcomings: readonly ShortcomingCoverage[],
  inPlace: number,
  at: number,
  isTaken: Uint8Array,
  { measures }: MeasureIndex,
): boolean {
  const others = shortcomings.length - 1
  const othersInPlace = inPlace - (isInPlace(shortcomings[at] as ShortcomingCoverage) ? 1 : 0)
  if (isTaken[at] !== 0 || others === 0 || othersInPlace * 2 < others) return false
  return measures[at]?.isExplicit !== true
}

/** For each shortcoming the measures that a person has confirmed to answer it. */
function confirmedMeasures(report: Items, confirmed: readonly ConfirmedLink[]): Map<number, number[]> {
  const result = new Map<number, number[]>()
  if (confirmed.length === 0) return result
  const measures = new Map(report.measures.map((item) => [contentKey(item), item.index]))
  for (const item of report.shortcomings) {
    const key = contentKey(item)
    const own = confirmed.flatMap((entry) =>
      entry.shortcoming === key ? (measures.get(entry.measure) ?? []) : [],
    )
    if (own.length > 0) result.set(item.index, own)
  }
  return result
}

function coverageOf(
  item: Item,
  asked: AskedSubject,
  report: Items,
  index: MeasureIndex,
  lexicon: Lexicon,
  confirmed: readonly number[],
): ShortcomingCoverage {
  const ranking = rankMeasures(asked, index, lexicon, { number: item.label?.number, confirmed })
  const linkTo = (ranked: RankedMeasure): Link => {
    const measure = report.measures[ranked.measure] as Item
    const offered = index.measures[ranked.measure] as OfferedSubject
    return new RankedLink({ shortcoming: item, measure, ranked, asked, offered })
  }
  const [nearest] = ranking.measures
  // The best link is told however weak it is.
  const best = nearest ? linkTo(nearest) : null
  const links = ranking.measures
    .filter((ranked) => ranked.score >= shown)
    .map((ranked) => (best !== null && ranked === nearest ? best : linkTo(ranked)))
  const { verdict, reason } =
    confirmed.length > 0 ? answeredByHand : verdictOn(asked, ranking, report.measures.length > 0)
  return {
    item,
    best,
    links,
    verdict,
    reason,
    claimed: null,
    score: confirmed.length > 0 ? 1 : ranking.score,
    missing: confirmed.length > 0 || reason === 'measure' ? [] : ranking.missing,
  }
}

interface Verdict {
  readonly verdict: ShortcomingCoverage['verdict']
  readonly reason: NotCheckableReason | null
}

const answeredByHand: Verdict = { verdict: 'answered', reason: null }

function verdictOn(
  { disguised, vague }: AskedSubject,
  { score, evaded }: Ranking,
  planned: boolean,
): Verdict {
  const refuse = (reason: NotCheckableReason): Verdict => ({ verdict: 'not-checkable', reason })
  if (disguised) return refuse('measure')
  if (!planned) return refuse(vague ? 'vague' : 'no-plan')
  if (score >= answered) return { verdict: 'answered', reason: null }
  if (vague) return refuse('vague')
  return { verdict: evaded ? 'unanswered' : 'weak', reason: null }
}

/** What the evidence of a link is gathered from. */
interface LinkSource {
  readonly shortcoming: Item
  readonly measure: Item
  readonly ranked: RankedMeasure
  readonly asked: AskedSubject
  readonly offered: OfferedSubject
}

/** A link whose evidence is gathered when somebody looks at it. A class, as `MadeDocument` is one (read/chunked.ts). */
class RankedLink implements Link {
  readonly shortcoming: number
  readonly measure: number
  readonly score: number
  readonly #source: LinkSource
  #evidence: readonly LinkEvidence[] | undefined

  constructor(source: LinkSource) {
    this.shortcoming = source.shortcoming.index
    this.measure = source.ranked.measure
    this.score = source.ranked.score
    this.#source = source
  }

  get evidence(): readonly LinkEvidence[] {
    this.#evidence ??= evidenceFor(this.#source)
    return this.#evidence
  }
}

function evidenceFor({ shortcoming, measure, ranked, asked, offered }: LinkSource): LinkEvidence[] {
  const { named, confirmed } = ranked
  const { number, place } = shortcoming.label ?? { number: undefined, place: null }
  const reference = named ? offered.subject.numbers.find((entry) => entry.number === number) : undefined
  return [
    ...(confirmed ? [confirmation] : []),
    ...(reference
      ? [
          {
            kind: 'reference' as const,
            text: `（${number}）`,
            weight: 1,
            shortcomingPlace: place,
            measurePlace: placeIn(measure, reference.place),
          },
        ]
      : []),
    ...evidenceOf(asked, offered, shortcoming, measure),
  ]
}

const confirmation: LinkEvidence = {
  kind: 'confirmed',
  text: '',
  weight: 1,
  shortcomingPlace: null,
  measurePlace: null,
}

/** The measures that answer no shortcoming, without those that deal with what stands in every plan. */
function unmotivatedMeasures(shortcomings: readonly ShortcomingCoverage[], index: MeasureIndex): number[] {
  const isAsked = new Uint8Array(index.measures.length)
  for (const { links } of shortcomings) for (const { measure } of links) isAsked[measure] = 1
  const unmotivated: number[] = []
  for (let at = 0; at < isAsked.length; at++)
    if (isAsked[at] === 0 && (index.measures[at] as OfferedSubject).particular) unmotivated.push(at)
  return unmotivated
}
