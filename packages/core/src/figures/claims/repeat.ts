import { perDraft } from '../../read/per-draft.ts'
import { firstThat } from '../../text/first-that.ts'
import {
  type DraftClaim,
  type FigureContext,
  type FindInDraft,
  isObjection,
  type Passage,
} from '../context.ts'
import { keptGroups, reachOfFirst, sharing, traceOfEnd } from '../kept-groups.ts'
import type { LocalFigure } from './local-claim.ts'
import { compared, pairOf, sameBefore } from './repeat-compare.ts'
import { isOfEvent, type LikelySlip, likelySlips } from './repeat-likely.ts'
import { type Met, metNearby, nearby } from './repeat-near.ts'
import { type Pair, pairIn, placedClaim, type Told } from './repeat-pair.ts'
import { remembered } from './repeat-same.ts'
import { type Swapped, swappedStatements } from './repeat-swapped.ts'
import type { PrintedAt } from './repeat-told.ts'
import { type Statement, statementsIn, statementsWith } from './statement.ts'

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

/** What does not agree, and what that was found from. */
interface Kept {
  told: readonly Pair[]
  met: readonly Met[]
  slips: OtherSlips
  /** The names of the statements that meet or may be slips: whether they are told of hangs on what else has that name. */
  names: ReadonlySet<string> | null
  pairs: readonly Pair[]
}

const none: readonly Pair[] = []
const noSlips: OtherSlips = { swapped: [], likely: [] }
const lastObjections = perDraft(
  (): Kept => ({ told: none, met: [], slips: noSlips, names: null, pairs: none }),
)

/** What does not agree: the same as the objections among all pairs, but kept by name, by passage, by digits and by end. */
function objectionsIn(context: FigureContext, year: number | null): readonly Pair[] {
  const { groups, told, changed } = objectionsByName(context, year)
  const met = metNearby(context, year)
  const slips = { swapped: swappedStatements(context), likely: likelySlips(context, year) }
  const last = lastObjections(context.report.document)
  const isSame =
    changed !== null &&
    last.told === told &&
    last.met === met &&
    last.slips.swapped === slips.swapped &&
    last.slips.likely === slips.likely
  if (isSame) {
    // Where one of them stands in a passage that was touched, it is another one than before.
    const names = last.names ?? namesOf(met, slips, context)
    last.names = names
    if (![...changed].some((name) => names.has(name))) return last.pairs
  }
  last.told = told
  last.met = met
  last.slips = slips
  last.names = null
  last.pairs = objectionsAmong({ groups, told, met, slips }, context, year)
  return last.pairs
}

function namesOf(
  met: readonly Met[],
  { swapped, likely }: OtherSlips,
  { passages }: FigureContext,
): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (later: Statement): void => {
    names.add(later.fact.noun)
  }
  for (const { later } of met) add(later)
  for (const { later } of swapped) statementsWith(passages, later.at, later.figure).forEach(add)
  for (const { later } of likely) {
    add(later)
    statementsWith(passages, later.at, later.fact.figure).forEach(add)
  }
  return names
}

/** What the objections are found from. */
interface Found extends Pick<Kept, 'told' | 'met' | 'slips'> {
  readonly groups: ReadonlyMap<string, Group>
}

function objectionsAmong(
  { groups, told, met, slips }: Found,
  context: FigureContext,
  year: number | null,
): readonly Pair[] {
  const pairs = told.slice()
  if (met.length === 0 && slips.swapped.length === 0 && slips.likely.length === 0) return pairs
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
  gather: inOrder,
})

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

function repeatClaim(pair: Pair, passages: readonly Passage[]): DraftClaim {
  return { verdict: pair.verdict, tell: () => placedClaim(pair, passages) }
}
