import type { DraftClaim, FindInDraft } from '../context.ts'
import { isExact, meet } from '../interval.ts'
import type { Claim, Verdict } from '../ledger.ts'
import { approximate } from '../rational.ts'
import type { LocalFigure } from './local-claim.ts'
import { factsOf } from './repeat-facts.ts'
import { type ByEnd, isOfEvent, remember, slipOfEarlier } from './repeat-likely.ts'
import {
  isSameIndicator,
  lastOfThese,
  remembered,
  type Statement,
  shortestNoun,
  toldBeforeVerb,
} from './repeat-same.ts'
import { type Swapped, swappedStatements } from './repeat-swapped.ts'
import { slipOf } from './slip.ts'
import { printedValue, sameUnit } from './wording.ts'

/** The rule that objects when one indicator is stated twice with different values. */
const repeatRule = 'figures/repeat'

/** Values further apart than this are hardly a slip: they count something else. */
const farthest = 3
/** Below this two counts agree too easily to ask about their measure words. */
const leastShared = 5

/** The statements of a draft so far, and what has been said of them. */
interface Account {
  readonly year: number | null
  /** By their names, and by the ends of their names. */
  readonly known: Map<string, Statement[]>
  readonly byEnd: ByEnd
  readonly told: Statement[]
  readonly claims: DraftClaim[]
  /** Statements that may be slips of others. */
  readonly slips: { readonly earlier: Statement; readonly later: Statement }[]
  readonly judged: Set<LocalFigure>
}

/** Finds indicators that are stated more than once. */
export const repeats: FindInDraft = (context) => {
  const account: Account = {
    year: context.report.metadata.period?.year ?? null,
    known: new Map(),
    byEnd: new Map(),
    told: [],
    claims: [],
    slips: [],
    judged: new Set(),
  }
  const { claims, slips, judged } = account
  for (const passage of context.passages) {
    if (passage.prose.figures.length === 0) continue
    for (const fact of factsOf(passage.prose)) take(account, { fact, passage })
  }
  for (const swapped of swappedStatements(context)) {
    const { figure, passage } = swapped.later
    if (judged.has(figure) || isOfEvent(passage, figure)) continue
    claims.push(swappedClaim(swapped))
    judged.add(figure)
  }
  for (const { earlier, later } of slips)
    if (!judged.has(later.fact.figure)) claims.push(repeatClaim(earlier, later, 'question', 'likely'))
  return claims
}

/** Compares a statement with those before it, and keeps it for those behind. */
function take({ year, known, byEnd, told, claims, slips, judged }: Account, later: Statement): void {
  const { fact } = later
  const earlier = known.get(fact.noun)
  const match =
    likeliest(earlier?.filter((candidate) => isSameIndicator(candidate, later, year))) ??
    toldBeforeVerb(told, later, year) ??
    (fact.takenUp || fact.whole ? lastOfThese(told, later, year) : undefined)
  const slip = match ? undefined : slipOfEarlier(byEnd, later, year)
  if (slip) slips.push({ earlier: slip, later })
  const claim = match && compared(match, later)
  if (claim) {
    claims.push(claim)
    judged.add(fact.figure)
  }
  const beside = match && claim?.verdict === 'consistent' ? besideThese(match, later) : null
  if (beside) claims.push(beside)
  told.push(later)
  remember(byEnd, later)
  if (earlier === undefined) known.set(fact.noun, [later])
  else if (earlier.length < remembered) earlier.push(later)
}

/** The claim of an indicator that is told again with two digits changed about. */
function swappedClaim({ earlier, later, noun }: Swapped): DraftClaim {
  const [one, other] = [earlier, later].map(({ figure, passage }) => ({
    passage,
    fact: { ...nameless, figure, noun },
  })) as [Statement, Statement]
  return repeatClaim(one, other, 'question', 'swapped')
}

const nameless = {
  verb: '',
  scope: '',
  takenUp: false,
  whole: false,
  stock: false,
  cumulative: false,
  mean: false,
  place: '',
  before: false,
  head: '',
} as const

/** 突破3.2万亿元，达到3.26万亿元: of two statements the one that tells the number itself. */
function likeliest(candidates: readonly Statement[] | undefined): Statement | undefined {
  return candidates?.find(({ fact }) => fact.figure.qualifiers.bound === 'exact') ?? candidates?.[0]
}

/**
 * 案件217件，罚没款386.4万元。…案件217件，罚没款368.4万元: what stands in the same words right behind an indicator that is told twice
 * is told twice as well. Only a slip of the hand is objected to.
 */
function besideThese(earlier: Statement, later: Statement): DraftClaim | null {
  const [one, other] = [earlier, later].map(({ fact, passage }) => {
    const figure = passage.prose.figures[fact.figure.index + 1]
    return figure && { figure, words: passage.prose.text.slice(fact.figure.to, figure.from) }
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
  const fact = { ...later.fact, noun, verb: '', takenUp: false, whole: false }
  return repeatClaim(
    { ...earlier, fact: { ...fact, figure: one.figure } },
    { ...later, fact: { ...fact, figure: other.figure } },
    'inconsistent',
    null,
  )
}

/** The claim of two statements; null if their values tell nothing. */
function compared(earlier: Statement, later: Statement): DraftClaim | null {
  const [first, second] = [earlier.fact.figure, later.fact.figure]
  const agrees = meet(first.interval, second.interval)
  if (first.unit.name === second.unit.name)
    return agrees ? repeatClaim(earlier, later, 'consistent', null) : differing(earlier, later)
  // 1248人, 1284名: other words for the same persons do not explain another number.
  if (first.unit.kind === 'measure' && sameUnit(first.unit, second.unit)) {
    if (!agrees) return differing(earlier, later)
    // 执法人员1248人, 1248名执法人员: behind the name and before it.
    if (persons.test(first.unit.name) && persons.test(second.unit.name))
      return repeatClaim(earlier, later, 'consistent', null)
  }
  if (first.unit.kind !== 'measure' || !agrees || !isExact(first.interval) || !isExact(second.interval))
    return null
  if (approximate(printedValue(first)) < leastShared || earlier.fact.noun.length < shortestNoun) return null
  return repeatClaim(earlier, later, 'question', 'measure-word')
}

const persons = /^[人名位]$/

function differing(earlier: Statement, later: Statement): DraftClaim | null {
  const one = approximate(printedValue(earlier.fact.figure))
  const other = approximate(printedValue(later.fact.figure))
  if (Math.max(one, other) > Math.min(one, other) * farthest) return null
  return repeatClaim(earlier, later, 'inconsistent', null)
}

function repeatClaim(
  earlier: Statement,
  later: Statement,
  verdict: Verdict,
  variant: string | null,
): DraftClaim {
  return { verdict, tell: () => tell(earlier, later, verdict, variant) }
}

function tell(earlier: Statement, later: Statement, verdict: Verdict, variant: string | null): Claim {
  const [first, second] = [earlier.fact.figure, later.fact.figure]
  // 全区826名人民调解员活跃在一线: what follows the name is no part of it.
  const { noun: own } = later.fact
  const noun = `${later.fact.verb}${own.startsWith(earlier.fact.noun) ? earlier.fact.noun : own}`
  return {
    kind: 'repeat',
    rule: repeatRule,
    verdict,
    place: { block: later.passage.block, from: second.from, to: second.to },
    operands: [
      { figure: earlier.passage.first + first.index, role: 'earlier' },
      { figure: later.passage.first + second.index, role: 'result' },
    ],
    arithmetic: `“${noun}”前文为“${first.text}”，此处为“${second.text}”`,
    variant,
    data: { subject: noun, earlier: first.text, later: second.text },
    evidence: [
      {
        place: { block: earlier.passage.block, from: first.from, to: first.to },
        label: `前文${first.text}`,
      },
    ],
  }
}
