import type { ConfirmedLink } from '../analysis.ts'
import type { Item, Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import { contentKey, suspectLinks } from './content-key.ts'
import type { Coverage, Link, ShortcomingCoverage } from './coverage.ts'
import { isMeasureInDisguise } from './disguised-measure.ts'
import { itemText } from './item-words.ts'
import { kinship } from './kinship.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import {
  type AskedSubject,
  ask,
  candidates,
  gripOnFacet,
  indexMeasures,
  link,
  type MeasureIndex,
  type OfferedSubject,
  score,
} from './link-items.ts'
import { type Mention, subjectOfMeasure, subjectOfShortcoming } from './subject.ts'

/** From this score on a shortcoming is answered. */
const answered = 0.5
/** Below this score it is not; in between, the plan touches it. */
const touched = 0.3
/** A link below this score is not worth showing. */
const shown = 0.12
const mostLinks = 5

/** Links every shortcoming to the measures that answer it. */
export function findCoverage(report: Report, data: DataKinds, confirmed: readonly ConfirmedLink[]): Coverage {
  const lexicon = lexiconOf(data)
  const index = indexMeasures(report.measures.map((item) => subjectOfMeasure(itemText(item, lexicon))))
  const confirmedOf = confirmedMeasures(report, confirmed)
  const first = report.shortcomings.map((item) =>
    coverageOf(item, report, index, lexicon, confirmedOf.get(item.index) ?? []),
  )
  const free = freeMeasures(first, index)
  const obscure = free.some((at) => !namesSubject(index, at))
  const shortcomings = first.map((entry, at) =>
    Object.freeze(
      entry.verdict === 'unanswered' && (obscure || isMetByPlace(first, at, free, index))
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

/** The measures that answer no shortcoming yet: any of them may be meant for one that seems unanswered. */
function freeMeasures(shortcomings: readonly ShortcomingCoverage[], { measures }: MeasureIndex): number[] {
  const taken = new Set(
    shortcomings.flatMap(({ best }) => (best && best.score >= touched ? best.measure : [])),
  )
  return [...measures.keys()].filter((at) => !taken.has(at))
}

/** Whether the measure names a subject beyond doubt, as 打造“东陵说法”品牌 does not. */
function namesSubject({ measures }: MeasureIndex, at: number): boolean {
  return (
    measures[at]?.subject.mentions.some(({ strength, senses }) => strength >= 0.4 && isSure(senses)) ?? false
  )
}

function isSure(senses: Mention['senses']): boolean {
  return senses.some(({ topic, weight }) => weight === 1 && !topic.manner)
}

/**
 * Whether the plan takes up the shortcomings one by one in their order, and the measure in this one's place answers nothing
 * else and does not open with a subject beyond doubt: 凭老经验办事 and 强化实战练兵, both the first of three.
 */
function isMetByPlace(
  shortcomings: readonly ShortcomingCoverage[],
  at: number,
  free: readonly number[],
  { measures }: MeasureIndex,
): boolean {
  const others = shortcomings.filter((_, other) => other !== at)
  const inPlace = others.filter(({ item, best }) => best?.measure === item.index)
  if (!free.includes(at) || others.length === 0 || inPlace.length * 2 < others.length) return false
  return !measures[at]?.subject.mentions.some(
    ({ clause, strength, senses }) => clause === 0 && strength >= 0.9 && isSure(senses),
  )
}

/** For each shortcoming the measures that a person has confirmed to answer it. */
function confirmedMeasures(report: Report, confirmed: readonly ConfirmedLink[]): Map<number, number[]> {
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
  report: Report,
  index: MeasureIndex,
  lexicon: Lexicon,
  confirmed: readonly number[],
): ShortcomingCoverage {
  const asked = ask(subjectOfShortcoming(itemText(item, lexicon)), lexicon)
  const links = linksOf(item, asked, index, lexicon, confirmed)
  const best = links[0] ?? null
  const shared = { item, best, links: links.filter((one) => one.score >= shown).slice(0, mostLinks) }
  const whole = Math.max(best?.score ?? 0, planScore(asked, links, index, lexicon))
  const missing = missingWords(asked, best, index, lexicon)
  const refuse = (reason: ShortcomingCoverage['reason']): ShortcomingCoverage => ({
    ...shared,
    verdict: 'not-checkable',
    reason,
    score: whole,
    missing: reason === 'measure' ? [] : missing,
  })
  if (confirmed.length > 0) return { ...shared, verdict: 'answered', reason: null, score: 1, missing: [] }
  if (isMeasureInDisguise(item)) return refuse('measure')
  if (report.measures.length === 0) return refuse(isVague(asked) ? 'vague' : 'no-plan')
  if (whole >= answered) return { ...shared, verdict: 'answered', reason: null, score: whole, missing }
  if (isVague(asked)) return refuse('vague')
  const evaded =
    whole < touched &&
    index.understood &&
    namesItsSubject(asked) &&
    !asked.subject.answersItself &&
    !kinship(asked.subject, index.pairs, lexicon)
  return { ...shared, verdict: evaded ? 'unanswered' : 'weak', reason: null, score: whole, missing }
}

/** The links of a shortcoming to all measures that could answer it, best first. */
function linksOf(
  item: Item,
  asked: AskedSubject,
  index: MeasureIndex,
  lexicon: Lexicon,
  confirmed: readonly number[],
): Link[] {
  const number = item.label?.number
  const named = number === undefined ? [] : (index.byNumber.get(number) ?? [])
  const all = new Set([...candidates(asked, index, lexicon), ...named, ...confirmed])
  const linkTo = (at: number, worth: number): Link =>
    link(
      { index: item.index, asked },
      { index: at, offered: index.measures[at] as OfferedSubject },
      lexicon,
      worth,
    )
  const links = [...all].map((at) => {
    const offered = index.measures[at] as OfferedSubject
    let one = linkTo(at, named.includes(at) || confirmed.includes(at) ? 0 : shown)
    const reference = offered.subject.numbers.find((entry) => entry.number === number)
    if (reference && named.includes(at)) {
      const evidence = {
        kind: 'reference' as const,
        text: `（${number}）`,
        weight: 1,
        shortcomingPlace: item.label?.place ?? null,
        measurePlace: reference.place,
      }
      one = { ...one, score: Math.max(0.9, one.score), evidence: [evidence, ...one.evidence] }
    }
    if (confirmed.includes(at)) {
      const evidence = {
        kind: 'confirmed' as const,
        text: '',
        weight: 1,
        shortcomingPlace: null,
        measurePlace: null,
      }
      one = { ...one, score: 1, evidence: [evidence, ...one.evidence] }
    }
    return one
  })
  links.sort((a, b) => b.score - a.score || a.measure - b.measure)
  // The best link is told however weak it is.
  if (links[0] && links[0].score < shown) links[0] = linkTo(links[0].measure, 0)
  return links
}

/** How far all measures together deal with a shortcoming: each facet by the measure that deals with it best. */
function planScore(
  asked: AskedSubject,
  links: readonly Link[],
  index: MeasureIndex,
  lexicon: Lexicon,
): number {
  const offers = links.map((one) => index.measures[one.measure] as OfferedSubject)
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0)
  return score(
    asked,
    (facet) => most(offers.map((offered) => gripOnFacet(facet, offered, lexicon))),
    (word) => most(offers.map((offered) => offered.grip.words.get(word.text)?.strength ?? 0)),
  )
}

/** Whether a shortcoming names nothing that a measure could take up. */
function isVague({ facets, words }: AskedSubject): boolean {
  return facets.length === 0 && words.length === 0
}

/** Whether the shortcoming's own words, and not only its explanations, name a known subject: of others nothing is claimed. */
function namesItsSubject({ facets }: AskedSubject): boolean {
  return facets.some((facet) => facet.weight >= 0.5 && !facet.manner)
}

/** The words for a shortcoming's subject that the nearest measure does not take up, weightiest first. */
function missingWords(
  asked: AskedSubject,
  best: Link | null,
  index: MeasureIndex,
  lexicon: Lexicon,
): string[] {
  const nearest = best ? (index.measures[best.measure] as OfferedSubject) : null
  const missing: string[] = []
  for (const facet of asked.facets) {
    if (nearest && gripOnFacet(facet, nearest, lexicon) >= touched) continue
    const mention = [...facet.mentions].sort((a, b) => b.strength - a.strength)[0]
    if (mention && mention.strength >= 0.45) missing.push(mention.text)
  }
  for (const { text, mention } of asked.words) {
    if (mention.senses.length === 0 && !nearest?.grip.words.has(text)) missing.push(text)
  }
  return [...new Set(missing)].slice(0, 3)
}

/** The measures that answer no shortcoming, without those that deal with what stands in every plan. */
function unmotivatedMeasures(shortcomings: readonly ShortcomingCoverage[], index: MeasureIndex): number[] {
  const asked = new Set(shortcomings.flatMap(({ links }) => links.map((one) => one.measure)))
  return index.measures.flatMap(({ subject }, at) => {
    const own = subject.mentions.filter((mention) => mention.strength >= 0.75)
    const standing = own.some((mention) =>
      mention.senses.some((sense) => sense.topic.standing && sense.weight === 1),
    )
    return asked.has(at) || standing || own.length === 0 ? [] : [at]
  })
}
