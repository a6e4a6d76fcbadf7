import type { DraftClaim, FindInDraft, Passage } from '../context.ts'
import { isExact, meet } from '../interval.ts'
import type { Claim, Verdict } from '../ledger.ts'
import { approximate } from '../rational.ts'
import type { LocalFigure } from './local-claim.ts'
import { type Fact, factsOf } from './repeat-facts.ts'
import { type Swapped, swappedStatements } from './repeat-swapped.ts'
import { slipOf } from './slip.ts'
import { printedValue, sameUnit } from './wording.ts'

/** The rule that objects when one indicator is stated twice with different values. */
const repeatRule = 'figures/repeat'

/** How many earlier statements under one name a statement is compared with. */
const remembered = 6
/** Values further apart than this are hardly a slip: they count something else. */
const farthest = 3
/** Names shorter than this count too many different things, unless the text takes up what it has told. */
const shortestNoun = 4
/** Names at least this long are not shared by chance. */
const longNoun = 6
/** So many characters say who did what, even where no verb is known. */
const wholePhrase = 10
/** Below this two counts agree too easily to ask about their measure words. */
const leastShared = 5

/** A fact at its place in the draft. */
interface Statement {
  readonly fact: Fact
  readonly passage: Passage
}

/** Finds indicators that are stated more than once. */
export const repeats: FindInDraft = (context) => {
  const known = new Map<string, Statement[]>()
  const told: Statement[] = []
  const claims: DraftClaim[] = []
  const judged = new Set<LocalFigure>()
  const year = context.report.metadata.period?.year ?? null
  for (const passage of context.passages) {
    if (passage.prose.figures.length === 0) continue
    for (const fact of factsOf(passage.prose)) {
      const later = { fact, passage }
      const earlier = known.get(fact.noun)
      const match =
        likeliest(earlier?.filter((candidate) => isSameIndicator(candidate, later, year))) ??
        toldBeforeVerb(told, later, year) ??
        (fact.takenUp || fact.whole ? lastOfThese(told, later, year) : undefined)
      const claim = match && compared(match, later)
      if (claim) claims.push(claim)
      const beside = match && claim?.verdict === 'consistent' ? besideThese(match, later) : null
      if (beside) claims.push(beside)
      if (claim) judged.add(fact.figure)
      told.push(later)
      if (earlier === undefined) known.set(fact.noun, [later])
      else if (earlier.length < remembered) earlier.push(later)
    }
  }
  for (const swapped of swappedStatements(context))
    if (!judged.has(swapped.later.figure)) claims.push(swappedClaim(swapped))
  return claims
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
} as const

/** 突破3.2万亿元，达到3.26万亿元: of two statements the one that tells the number itself. */
function likeliest(candidates: readonly Statement[] | undefined): Statement | undefined {
  return candidates?.find(({ fact }) => fact.figure.qualifiers.bound === 'exact') ?? candidates?.[0]
}

/**
 * 区政府常务会议全年召开24次。…全年召开常务会议26次: the same deed with what was done before the verb and behind it; the longer name
 * has the shorter one at its end and a body before it.
 */
function toldBeforeVerb(
  told: readonly Statement[],
  later: Statement,
  period: number | null,
): Statement | undefined {
  for (let at = told.length - 1; at >= Math.max(0, told.length - remembered); at--) {
    const candidate = told[at] as Statement
    if (isToldInOtherOrder(candidate.fact, later.fact, period)) return candidate
  }
  return undefined
}

function isToldInOtherOrder(earlier: Fact, later: Fact, period: number | null): boolean {
  if (earlier.before === later.before || earlier.verb !== later.verb) return false
  if (later.cumulative || earlier.cumulative) return false
  if (earlier.figure.unit.name !== later.figure.unit.name || earlier.figure.unit.kind !== 'measure')
    return false
  const [front, behind] = earlier.before ? [earlier, later] : [later, earlier]
  if (behind.noun.length < shortestNoun || !front.noun.endsWith(behind.noun)) return false
  const whose = front.noun.slice(0, -behind.noun.length)
  const sameBody = behind.scope === '' || behind.scope.endsWith(whose) || whose.endsWith(behind.scope)
  return sameBody && sameYear(earlier.figure.time.year, later.figure.time.year, period)
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

/** The last of the statements before that the later one takes up, or whose like it tells of the whole. */
function lastOfThese(
  told: readonly Statement[],
  later: Statement,
  period: number | null,
): Statement | undefined {
  for (let at = told.length - 1; at >= Math.max(0, told.length - remembered); at--) {
    const candidate = told[at] as Statement
    if (isTakenUp(candidate, later, period) || isAllOfThem(candidate, later, period)) return candidate
  }
  return undefined
}

/**
 * Whether the later fact speaks of the same thing, done by the same body, in the same year, as the earlier one; `period` is the
 * report's year.
 */
function isSameIndicator(one: Statement, other: Statement, period: number | null): boolean {
  const [earlier, later] = [one.fact, other.fact]
  if (earlier.figure.unit.kind !== later.figure.unit.kind) return false
  if (earlier.cumulative !== later.cumulative || earlier.mean !== later.mean) return false
  if (!sameYear(earlier.figure.time.year, later.figure.time.year, period)) return false
  if (earlier.verb !== later.verb && !later.whole) return false
  if (
    earlier.noun.length < shortestNoun &&
    !isToldWithItsBody(earlier, later) &&
    !(later.takenUp && isNear(one, other))
  )
    return false
  const bare = later.verb === '' && earlier.verb === '' && later.figure.unit.kind !== 'percent'
  if (bare && !later.whole && !isNamedInFull(earlier, later)) return false
  if (later.takenUp && later.scope !== '' && earlier.scope.endsWith(later.scope)) return isNear(one, other)
  return later.whole ? true : sameScope(earlier.scope, later.scope)
}

/** 乡便民服务中心受理事项2860件: a short name, but who did what is told in the same words. */
function isToldWithItsBody(earlier: Fact, later: Fact): boolean {
  const told = earlier.scope.length + earlier.verb.length + earlier.noun.length
  return earlier.scope === later.scope && earlier.scope.length >= 4 && earlier.verb !== '' && told >= 8
}

/** 现有在编执法人员97人, 平均审理天数41天: no verb says what was done, but the whole name is long and the same. */
function isNamedInFull(earlier: Fact, later: Fact): boolean {
  const kept = earlier.mean || (earlier.stock && later.stock)
  if (kept && later.noun.length >= longNoun && !isMacro(later)) return true
  if (isMacro(earlier) && isMacro(later) && samePlace(earlier, later)) return isAlikeOrSlip(earlier, later)
  return later.noun.length >= wholePhrase && !/[和及与]$/.test(later.noun) && isAlikeOrSlip(earlier, later)
}

/** 地区生产总值, 进出口总额: totals that a place has one of a year. */
const macro =
  /(?:生产总值|总额|总量|总产量|总产值|预算收入|预算支出|可支配收入|增加值|投资额|营业收入|财政收入|税收收入|吞吐量|常住人口|户籍人口|总人口|产量)$/

function isMacro({ noun, figure }: Fact): boolean {
  return figure.unit.kind !== 'percent' && macro.test(noun)
}

function samePlace(one: Fact, other: Fact): boolean {
  return one.place === other.place || one.place === '' || other.place === ''
}

/** The same number, or one that a slip of the hand makes of it: nothing else tells that both are meant to be the same. */
function isAlikeOrSlip({ figure: one }: Fact, { figure: other }: Fact): boolean {
  return meet(one.interval, other.interval) || slipOf(other.interval, printedValue(one)) !== null
}

/** 受理群众诉求634件。在受理的643件诉求中: the later fact takes up the earlier one under the end of its name. */
function isTakenUp(one: Statement, other: Statement, period: number | null): boolean {
  const [earlier, later] = [one.fact, other.fact]
  if (earlier.cumulative !== later.cumulative || earlier.mean !== later.mean) return false
  if (
    !later.takenUp ||
    earlier.verb !== later.verb ||
    !(earlier.noun.endsWith(later.noun) || isBegunBy(earlier, later))
  )
    return false
  if (!sameYear(earlier.figure.time.year, later.figure.time.year, period)) return false
  return earlier.figure.unit.name === later.figure.unit.name && isNear(one, other)
}

/** 组织行政复议调解案件172件。在组织行政复议调解的127件案件中: the verb's object without its head, which follows the number. */
function isBegunBy(earlier: Fact, later: Fact): boolean {
  return later.noun.length >= shortestNoun && earlier.noun.startsWith(later.noun)
}

/** 现有人民调解员862名。…全区826名人民调解员活跃在一线: the name is the same, and a verb follows it. */
function isAllOfThem(one: Statement, other: Statement, period: number | null): boolean {
  const [earlier, later] = [one.fact, other.fact]
  if (earlier.cumulative || later.cumulative || earlier.mean || later.mean) return false
  if (!later.whole || earlier.noun.length < shortestNoun || !later.noun.startsWith(earlier.noun)) return false
  if (!sameYear(earlier.figure.time.year, later.figure.time.year, period) || earlier.scope !== '')
    return false
  return earlier.figure.unit.name === later.figure.unit.name && isNear(one, other)
}

function sameYear(one: number | null, other: number | null, period: number | null): boolean {
  if (one !== null && other !== null) return one === other
  const year = one ?? other
  return year === null || period === null || year === period
}

/** Whether the two stand in the same paragraph or in neighbouring ones. */
function isNear(earlier: Statement, later: Statement): boolean {
  return later.passage.index - earlier.passage.index <= 1
}

const bodies = /[局院所站委办厅部处庭队社村乡镇县市区]|中心|街道|部门|单位|公司|组织/g

/** Whether two scopes are one: the same words, or the same persons helped and no body named in only one of them. */
function sameScope(one: string, other: string): boolean {
  if (one === other) return true
  if (one === '' || other === '') return false
  return sharesWords(one, other, 3) && bodiesIn(one) === bodiesIn(other)
}

function bodiesIn(scope: string): string {
  return (scope.match(bodies) ?? []).join('')
}

function sharesWords(one: string, other: string, length: number): boolean {
  for (let at = 0; at + length <= one.length; at++)
    if (other.includes(one.slice(at, at + length))) return true
  return false
}

/** The claim of two statements; null if their values tell nothing. */
function compared(earlier: Statement, later: Statement): DraftClaim | null {
  const [first, second] = [earlier.fact.figure, later.fact.figure]
  const agrees = meet(first.interval, second.interval)
  if (sameUnit(first.unit, second.unit) && first.unit.name === second.unit.name)
    return agrees ? repeatClaim(earlier, later, 'consistent', null) : differing(earlier, later)
  if (first.unit.kind !== 'measure' || !agrees || !isExact(first.interval) || !isExact(second.interval))
    return null
  if (approximate(printedValue(first)) < leastShared || earlier.fact.noun.length < shortestNoun) return null
  return repeatClaim(earlier, later, 'question', 'measure-word')
}

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
