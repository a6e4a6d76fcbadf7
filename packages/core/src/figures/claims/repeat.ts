import { firstThat } from '../../text/first-that.ts'
import {
  type DraftClaim,
  type FigureContext,
  type FindInDraft,
  isObjection,
  type Passage,
} from '../context.ts'
import { isExact, meet } from '../interval.ts'
import { keptGroups, reachOfFirst, sharing, traceOfEnd } from '../kept-groups.ts'
import { approximate } from '../rational.ts'
import type { LocalFigure } from './local-claim.ts'
import { isOfEvent, type LikelySlip, likelySlips } from './repeat-likely.ts'
import { metNearby, nearby } from './repeat-near.ts'
import { type Pair, pairIn, placedClaim, type Told } from './repeat-pair.ts'
import { isSameIndicator, remembered, shortestNoun } from './repeat-same.ts'
import { type PrintedAt, type Swapped, swappedStatements } from './repeat-swapped.ts'
import { slipOf } from './slip.ts'
import { type Statement, statementsIn, statementsWith } from './statement.ts'
import { printedValue, sameUnit } from './wording.ts'

/** Values further apart than this are hardly a slip: they count something else. */
const farthest = 3
/** Below this two counts agree too easily to ask about their measure words. */
const leastShared = 5

/** Statements under one name, in reading order. */
type Group = readonly Statement[]

/** Finds indicators that are stated more than once. */
export const repeats: FindInDraft = (context) => {
  const { passages } = context
  const year = context.report.metadata.period?.year ?? null
  const claimsOf = (pairs: readonly Pair[]): DraftClaim[] => pairs.map((pair) => repeatClaim(pair, passages))
  return {
    objections: claimsOf(objectionsIn(context, year)),
    all: () => claimsOf(allPairs(context, year)),
  }
}

/** What does not agree: the same as the objections among all pairs, but kept by name, by passage, by digits and by end. */
function objectionsIn(context: FigureContext, year: number | null): readonly Pair[] {
  const { groups, told } = objectionsByName(context, year)
  const met = metNearby(context, year)
  const slips = { swapped: swappedStatements(context), likely: likelySlips(context, year) }
  const pairs = told.slice()
  if (met.length === 0 && slips.swapped.length === 0 && slips.likely.length === 0)
    return pairs.length === 0 ? none : inOrder(pairs)
  const underItsName = (later: Statement): Statement | undefined => {
    const group = groups.get(later.fact.noun) ?? []
    return sameBefore(group, placeOf(group, later), later, year)
  }
  for (const { earlier, later } of met)
    if (!underItsName(later)) pairs.push(...compared(earlier, later).filter(isObjection))
  const placeKey = ({ at, nth }: Statement): string => `${at} ${nth}`
  // Of several that are met the first counts.
  const metBy = new Map(met.toReversed().map(({ earlier, later }) => [placeKey(later), earlier]))
  const matchOf = (later: Statement): Statement | undefined =>
    underItsName(later) ?? metBy.get(placeKey(later))
  const isJudged = (at: number, figure: LocalFigure): boolean =>
    statementsWith(context.passages, at, figure).some((later) => {
      const match = matchOf(later)
      return match !== undefined && pairOf(match, later) !== null
    })
  return [...inOrder(pairs), ...otherSlips(slips, isJudged, (later) => matchOf(later) !== undefined)]
}

function inOrder(pairs: Pair[]): Pair[] {
  return pairs.sort(({ later: one }, { later: other }) => one.at - other.at || one.nth - other.nth)
}

/** Where the statement stands among those of its name. */
function placeOf(group: Group, { at, nth }: Statement): number {
  return firstThat(group, (one) => one.at > at || (one.at === at && one.nth >= nth))
}

/** Slips that the names do not show: two digits changed about, or what may be one indicator under names of its own. */
interface OtherSlips {
  readonly swapped: readonly Swapped[]
  readonly likely: readonly LikelySlip[]
}

/** Those of the slips whose later figure is not judged already. */
function otherSlips(
  slips: OtherSlips,
  isJudged: (at: number, figure: LocalFigure) => boolean,
  isMatched: (later: Statement) => boolean,
): Pair[] {
  const swapped = slips.swapped.filter(
    ({ later: { at, prose, figure } }) => !isJudged(at, figure) && !isOfEvent(prose, figure),
  )
  const known = new Set(swapped.map(({ later: { at, figure } }) => `${at} ${figure.index}`))
  const likely = slips.likely.filter(({ later }) => {
    const { at, fact } = later
    return !isMatched(later) && !known.has(`${at} ${fact.figure.index}`) && !isJudged(at, fact.figure)
  })
  return [...swapped.map(swappedPair), ...likely.map(likelyPair)]
}

function likelyPair({ earlier, later }: LikelySlip): Pair {
  return pairIn(earlier, later, 'question', 'likely')
}

const objectionsByName = keptGroups({
  itemsIn: statementsIn,
  meetingIn: (passages) =>
    sharing(statementsIn(passages, 0, passages.length), ({ fact }) => traceOfEnd(fact.noun)),
  keyOf: ({ fact }: Statement) => fact.noun,
  look(group: Group, from, to, year): readonly Pair[] {
    let objections: Pair[] | null = null
    for (let nth = from; nth < to; nth++) {
      const later = group[nth] as Statement
      const match = sameBefore(group, nth, later, year)
      if (!match) continue
      for (const pair of compared(match, later)) {
        if (!isObjection(pair)) continue
        objections ??= []
        objections.push(pair)
      }
    }
    return objections ?? none
  },
  reach: reachOfFirst(remembered),
})

const none: readonly Pair[] = []

/** All statements of a draft that are compared with another, in reading order. */
function allPairs(context: FigureContext, year: number | null): Pair[] {
  const known = new Map<string, Statement[]>()
  const told = statementsIn(context.passages, 0, context.passages.length)
  const matches = told.map((later, nth) => {
    const earlier = known.get(later.fact.noun) ?? []
    const match = sameBefore(earlier, earlier.length, later, year) ?? nearby(told, nth, year)
    earlier.push(later)
    known.set(later.fact.noun, earlier)
    return match
  })
  const pairs = told.flatMap((later, nth) => {
    const match = matches[nth]
    return match ? compared(match, later) : none
  })
  const judged = new Set(pairs.map(({ later }) => `${later.at} ${later.fact.figure.index}`))
  const matched = new Set(told.filter((_, nth) => matches[nth]).map(({ at, nth }) => `${at} ${nth}`))
  const isJudged = (at: number, figure: LocalFigure): boolean => judged.has(`${at} ${figure.index}`)
  const isMatched = ({ at, nth }: Statement): boolean => matched.has(`${at} ${nth}`)
  const slips = { swapped: swappedStatements(context), likely: likelySlips(context, year) }
  return [...pairs, ...otherSlips(slips, isJudged, isMatched)]
}

/** The statements of an indicator that is told again with two digits changed about. */
function swappedPair({ earlier, later, noun }: Swapped): Pair {
  const told = ({ figure, at }: PrintedAt): Told => ({
    fact: { figure, noun, verb: '' },
    at,
    nth: figure.index,
  })
  return pairIn(told(earlier), told(later), 'question', 'swapped')
}

/** Of the first statements of its name, before the position `end` among them, the one that speaks of the same as the later one. */
function sameBefore(group: Group, end: number, later: Statement, year: number | null): Statement | undefined {
  const to = Math.min(end, remembered)
  let first: Statement | undefined
  for (let at = 0; at < to; at++) {
    const candidate = group[at] as Statement
    if (!isSameIndicator(candidate, later, year)) continue
    // 突破3.2万亿元，达到3.26万亿元: of two statements the one that tells the number itself.
    if (candidate.fact.figure.qualifiers.bound === 'exact') return candidate
    first ??= candidate
  }
  return first
}

/**
 * 案件217件，罚没款386.4万元。…案件217件，罚没款368.4万元: what stands in the same words right behind an indicator that is told twice
 * is told twice as well. Only a slip of the hand is objected to.
 */
function besideThese(earlier: Statement, later: Statement): Pair | null {
  const [one, other] = [earlier, later].map(({ fact, prose }) => {
    const figure = prose.figures[fact.figure.index + 1]
    return figure && { figure, words: prose.text.slice(fact.figure.to, figure.from) }
  })
  if (!one || !other || one.words !== other.words || !/^[,、][^,。;、:()]{2,12}$/.test(one.words)) return null
  const { unit } = one.figure
  if (unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'times') return null
  if (
    unit.name !== other.figure.unit.name ||
    slipOf(other.figure.interval, printedValue(one.figure)) === null
  )
    return null
  const noun = one.words.slice(1)
  return pairIn(
    { fact: { figure: one.figure, noun, verb: '' }, at: earlier.at, nth: earlier.nth },
    { fact: { figure: other.figure, noun, verb: '' }, at: later.at, nth: later.nth },
    'inconsistent',
    null,
  )
}

/** The two statements with what their values tell, and with what stands beside them; empty if that is nothing. */
function compared(earlier: Statement, later: Statement): readonly Pair[] {
  const pair = pairOf(earlier, later)
  const beside = pair?.verdict === 'consistent' ? besideThese(earlier, later) : null
  return beside ? [pair as Pair, beside] : pair ? [pair] : none
}

function pairOf(earlier: Statement, later: Statement): Pair | null {
  const [first, second] = [earlier.fact.figure, later.fact.figure]
  const agrees = meet(first.interval, second.interval)
  if (first.unit.name === second.unit.name)
    return agrees ? pairIn(earlier, later, 'consistent', null) : differing(earlier, later)
  // 1248人, 1284名: other words for the same persons do not explain another number.
  if (first.unit.kind === 'measure' && sameUnit(first.unit, second.unit)) {
    if (!agrees) return differing(earlier, later)
    // 执法人员1248人, 1248名执法人员: behind the name and before it.
    if (persons.test(first.unit.name) && persons.test(second.unit.name))
      return pairIn(earlier, later, 'consistent', null)
  }
  if (first.unit.kind !== 'measure' || !agrees || !isExact(first.interval) || !isExact(second.interval))
    return null
  if (approximate(printedValue(first)) < leastShared || earlier.fact.noun.length < shortestNoun) return null
  return pairIn(earlier, later, 'question', 'measure-word')
}

const persons = /^[人名位]$/

function differing(earlier: Statement, later: Statement): Pair | null {
  const one = approximate(printedValue(earlier.fact.figure))
  const other = approximate(printedValue(later.fact.figure))
  if (Math.max(one, other) > Math.min(one, other) * farthest) return null
  return pairIn(earlier, later, 'inconsistent', null)
}

function repeatClaim(pair: Pair, passages: readonly Passage[]): DraftClaim {
  return { verdict: pair.verdict, tell: () => placedClaim(pair, passages) }
}
