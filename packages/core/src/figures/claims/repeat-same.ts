import { meet } from '../interval.ts'
import { type Fact, isMean, isStock, placeOf, scopeOf } from './repeat-facts.ts'
import { slipOf } from './slip.ts'
import type { Statement } from './statement.ts'
import { printedValue } from './wording.ts'

/** How many earlier statements are compared with a later one. */
export const remembered = 6
/** Names shorter than this count too many different things, unless the text takes up what it has told. */
export const shortestNoun = 4
/** Names at least this long are not shared by chance. */
const longNoun = 6
/** So many characters say who did what, even where no verb is known. */
const wholePhrase = 10

/**
 * 区政府常务会议全年召开24次。…全年召开常务会议26次: the same deed with what was done before the verb and behind it; the longer name
 * has the shorter one at its end and a body before it.
 */
export function isToldInOtherOrder(one: Statement, other: Statement, period: number | null): boolean {
  const [earlier, later] = [one.fact, other.fact]
  if (earlier.before === later.before || earlier.verb !== later.verb) return false
  if (later.cumulative || earlier.cumulative) return false
  if (earlier.figure.unit.name !== later.figure.unit.name || earlier.figure.unit.kind !== 'measure')
    return false
  const [front, behind] = earlier.before ? [earlier, later] : [later, earlier]
  if (behind.noun.length < shortestNoun || !front.noun.endsWith(behind.noun)) return false
  const whose = front.noun.slice(0, -behind.noun.length)
  if (!sameYear(earlier.figure.time.year, later.figure.time.year, period)) return false
  const scope = scopeOf(behind)
  return scope === '' || scope.endsWith(whose) || whose.endsWith(scope)
}

/** Whether the later statement takes up the earlier one, or tells its like of the whole. */
export function isTakenUpOrAll(one: Statement, other: Statement, period: number | null): boolean {
  return isTakenUp(one, other, period) || isAllOfThem(one, other, period)
}

/**
 * Whether the later fact speaks of the same thing, done by the same body, in the same year, as the earlier one; `period` is the
 * report's year.
 */
export function isSameIndicator(one: Statement, other: Statement, period: number | null): boolean {
  const [earlier, later] = [one.fact, other.fact]
  if (earlier.figure.unit.kind !== later.figure.unit.kind) return false
  if (earlier.verb !== later.verb && !later.whole) return false
  if (earlier.cumulative !== later.cumulative || isMean(earlier) !== isMean(later)) return false
  if (!sameYear(earlier.figure.time.year, later.figure.time.year, period)) return false
  if (!samePlace(earlier, later)) return false
  if (
    earlier.noun.length < shortestNoun &&
    !isToldWithItsBody(earlier, later) &&
    !(later.takenUp && isNear(one, other))
  )
    return false
  const bare = later.verb === '' && earlier.verb === '' && later.figure.unit.kind !== 'percent'
  if (bare && !later.whole && !isNamedInFull(earlier, later)) return false
  if (later.whole) return true
  const [scope, otherScope] = [scopeOf(earlier), scopeOf(later)]
  return (later.takenUp && scope.endsWith(otherScope) && isNear(one, other)) || sameScope(scope, otherScope)
}

/** 乡便民服务中心受理事项2860件: a short name, but who did what is told in the same words. */
function isToldWithItsBody(earlier: Fact, later: Fact): boolean {
  if (earlier.verb === '') return false
  const scope = scopeOf(earlier)
  const told = scope.length + earlier.verb.length + earlier.noun.length
  return scope.length >= 4 && told >= 8 && scope === scopeOf(later)
}

/** 现有在编执法人员97人, 平均审理天数41天: no verb says what was done, but the whole name is long and the same. */
function isNamedInFull(earlier: Fact, later: Fact): boolean {
  const kept = isMean(earlier) || (isStock(earlier) && isStock(later))
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

export function samePlace(one: Fact, other: Fact): boolean {
  const [place, otherPlace] = [placeOf(one), placeOf(other)]
  return place === otherPlace || place === '' || otherPlace === ''
}

/** The same number, or one that a slip of the hand makes of it: nothing else tells that both are meant to be the same. */
function isAlikeOrSlip({ figure: one }: Fact, { figure: other }: Fact): boolean {
  return meet(one.interval, other.interval) || slipOf(other.interval, printedValue(one)) !== null
}

/** 受理群众诉求634件。在受理的643件诉求中: the later fact takes up the earlier one under the end of its name. */
function isTakenUp(one: Statement, other: Statement, period: number | null): boolean {
  const [earlier, later] = [one.fact, other.fact]
  if (
    !later.takenUp ||
    earlier.cumulative !== later.cumulative ||
    (earlier.verb !== later.verb && !(later.verb === '' && earlier.noun === later.noun)) ||
    !(earlier.noun.endsWith(later.noun) || isBegunBy(earlier, later))
  )
    return false
  if (!sameYear(earlier.figure.time.year, later.figure.time.year, period)) return false
  if (earlier.figure.unit.name !== later.figure.unit.name || !isNear(one, other)) return false
  return isMean(earlier) === isMean(later)
}

/** 组织行政复议调解案件172件。在组织行政复议调解的127件案件中: the verb's object without its head, which follows the number. */
function isBegunBy(earlier: Fact, later: Fact): boolean {
  return later.noun.length >= shortestNoun && earlier.noun.startsWith(later.noun)
}

/** 现有人民调解员862名。…全区826名人民调解员活跃在一线: the name is the same, and a verb follows it. */
function isAllOfThem(one: Statement, other: Statement, period: number | null): boolean {
  const [earlier, later] = [one.fact, other.fact]
  if (!later.whole || earlier.cumulative || later.cumulative) return false
  if (earlier.noun.length < shortestNoun || !later.noun.startsWith(earlier.noun)) return false
  if (!sameYear(earlier.figure.time.year, later.figure.time.year, period)) return false
  if (earlier.figure.unit.name !== later.figure.unit.name || !isNear(one, other)) return false
  return !isMean(earlier) && !isMean(later) && scopeOf(earlier) === ''
}

export function sameYear(one: number | null, other: number | null, period: number | null): boolean {
  if (one !== null && other !== null) return one === other
  const year = one ?? other
  return year === null || period === null || year === period
}

/** Whether the two stand in the same paragraph or in neighbouring ones. */
function isNear(earlier: Statement, later: Statement): boolean {
  return later.at - earlier.at <= 1
}

const bodies = /[局院所站委办厅部处庭队社村乡镇县市区]|中心|街道|部门|单位|公司|组织/g

/** How, on what grounds: no words of who it was. */
const manner =
  /(?:按照?|根据|依据|依照|对照|结合|围绕|通过|坚持|落实)[^,局院所站办]{0,12}$|认真|严格|积极|进一步|持续|深入|扎实|大力|切实|全面|主动|及时|统筹|精心|有序|集中|充分|不断|全程|共同|组织/g

/** Whether two scopes are one: the same words, or the same persons helped and no body named in only one of them. */
export function sameScope(one: string, other: string): boolean {
  if (one === other) return true
  if (one !== '' && other !== '' && sharesWords(one, other, 3) && bodiesIn(one) === bodiesIn(other))
    return true
  return one.replace(manner, '') === other.replace(manner, '')
}

export function bodiesIn(scope: string): string {
  return (scope.match(bodies) ?? []).join('')
}

function sharesWords(one: string, other: string, length: number): boolean {
  for (let at = 0; at + length <= one.length; at++)
    if (other.includes(one.slice(at, at + length))) return true
  return false
}
