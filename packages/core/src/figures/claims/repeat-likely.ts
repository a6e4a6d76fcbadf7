import type { FigureContext, Passage } from '../context.ts'
import { meet } from '../interval.ts'
import { keptGroups, sharing, traceOfEnd } from '../kept-groups.ts'
import type { Prose } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'
import { type Fact, isMean, scopeOf } from './repeat-facts.ts'
import { bodiesIn, remembered, samePlace, sameScope, sameYear, shortestNoun } from './repeat-same.ts'
import { type Slip, slipOf } from './slip.ts'
import { isSameStatement, type Statement, statementsIn } from './statement.ts'
import { printedValue, sameUnit } from './wording.ts'

/** An earlier statement of which the later one is a slip of the hand. */
export interface LikelySlip {
  readonly earlier: Statement
  readonly later: Statement
}

/** A statement under the last two characters of a name: its own, or one that it looks for. */
interface UnderEnd {
  readonly statement: Statement
  readonly at: number
  readonly end: string
  /** Whether it is the end of its own name, under which it is found again. */
  readonly own: boolean
  /** Position among the ends that it looks for; -1 if it does not look for this one. */
  readonly asked: number
}

/** A slip as it was found under one of the ends that the later statement looks for. */
interface SlipUnderEnd extends LikelySlip {
  readonly asked: number
}

/**
 * The statements that are a slip of the hand of an earlier one, where the words alone do not show that both speak of one thing:
 * one name is the end of the other, and one verb is left out or both are the same.
 *
 *     配备法律顾问 312名 。…  321名 法律顾问共提供咨询4600次。
 */
export function likelySlips(context: FigureContext, year: number | null): readonly LikelySlip[] {
  return slipsByEnd(context, year).told
}

/** One slip of each statement, in reading order. */
function onceEach(told: SlipUnderEnd[]): readonly SlipUnderEnd[] {
  const slips = told.sort(
    ({ later: one, asked }, { later: other, asked: otherAsked }) =>
      one.at - other.at || one.nth - other.nth || asked - otherAsked,
  )
  return slips.filter(({ later }, nth) => !isSameStatement(later, slips[nth - 1]?.later))
}

const slipsByEnd = keptGroups({
  itemsIn: underEnds,
  meetingIn: (passages) => sharing(underEnds(passages, 0, passages.length), ({ end }) => traceOfEnd(end)),
  keyOf: ({ end }: UnderEnd) => end,
  look(group: readonly UnderEnd[], from, to, year): readonly SlipUnderEnd[] {
    /** The last statements under the end. */
    const known = lastOwn(group, from)
    let slips: SlipUnderEnd[] | null = null
    for (let place = from; place < to; place++) {
      const { statement: later, own, asked } = group[place] as UnderEnd
      for (let nth = asked === -1 ? -1 : known.length - 1; nth >= 0; nth--) {
        const earlier = known[nth] as Statement
        if (!mayBeOne(earlier.fact, later.fact, year) || areOfEvents(earlier, later)) continue
        slips ??= []
        slips.push({ earlier, later, asked })
        break
      }
      if (own && known.push(later) > remembered) known.shift()
    }
    return slips ?? noSlips
  },
  reach(group: readonly UnderEnd[], _from, to) {
    let end = to
    for (let count = 0; end < group.length && count < remembered; end++) if (group[end]?.own) count++
    // What stands in one passage is looked at together.
    while (end > to && end < group.length && group[end]?.at === group[end - 1]?.at) end++
    return end
  },
  gather: onceEach,
})

const noSlips: readonly SlipUnderEnd[] = []

/** The last statements of the group, before the position in it, that stand there under their own name. */
function lastOwn(group: readonly UnderEnd[], before: number): Statement[] {
  const found: Statement[] = []
  for (let at = before - 1; at >= 0 && found.length < remembered; at--) {
    const { statement, own } = group[at] as UnderEnd
    if (own) found.push(statement)
  }
  return found.reverse()
}

function underEnds(passages: readonly Passage[], from: number, to: number): readonly UnderEnd[] {
  const found: UnderEnd[] = []
  for (const statement of statementsIn(passages, from, to)) {
    const { fact, at } = statement
    const end = fact.noun.slice(-2)
    if (fact.head === '') found.push({ statement, at, end, own: true, asked: 0 })
    else underHeadEnds(statement, end, found)
  }
  return found
}

/**
 * Adds a statement under each of the ends that its name may have, and under its own: of what follows a number without a verb
 * the name may be any beginning, 法律顾问 of 法律顾问共提供咨询.
 */
function underHeadEnds(statement: Statement, own: string, found: UnderEnd[]): void {
  const { fact, at } = statement
  const { head } = fact
  const last = Math.min(head.length, longestHead)
  let asked = 0
  let isOwnAsked = false
  for (let to = shortestNoun; to <= last; to++) {
    const end = head.slice(to - 2, to)
    if (head.indexOf(end, shortestNoun - 2) < to - 2) continue
    isOwnAsked ||= end === own
    found.push({ statement, at, end, own: end === own, asked: asked++ })
  }
  if (!isOwnAsked) found.push({ statement, at, end: own, own: true, asked: -1 })
}

const longestHead = 14

/** “宪法宣传周”期间，发放资料3.2万份: the sentence speaks of an event and not of the year. */
export function isOfEvent({ text, scanned }: Prose, figure: LocalFigure): boolean {
  return event.test(text.slice(scanned.sentences[figure.sentence] ?? 0, figure.from))
}

function areOfEvents(one: Statement, other: Statement): boolean {
  return isOfEvent(one.prose, one.fact.figure) || isOfEvent(other.prose, other.fact.figure)
}

const event =
  /(?<!今年|年初|一年)以来[^,。;]*$|期间|活动中|行动中|当[天日月]|[周月]内|现场|假期|节日|首批|第[一二三四五六七八九十]批|试点/

function mayBeOne(earlier: Fact, later: Fact, period: number | null): boolean {
  const [one, other] = [earlier.figure, later.figure]
  if (!sameUnit(one.unit, other.unit) || !areRelated(earlier, later)) return false
  if (meet(one.interval, other.interval) || earlier.before || later.before) return false
  if (earlier.cumulative !== later.cumulative && later.head === '') return false
  if (!sameYear(one.time.year, other.time.year, period)) return false
  if (
    isMean(earlier) !== isMean(later) ||
    !samePlace(earlier, later) ||
    !isTellingSlip(slipOf(other.interval, printedValue(one)), earlier, later)
  )
    return false
  // Four digits and the deed are the same: whoever else is named, it is told once more.
  if (isSameDigits(one, other) && earlier.verb === later.verb && earlier.verb !== '') return true
  const [scope, otherScope] = [scopeOf(earlier), scopeOf(later)]
  if (sameScope(scope, otherScope)) return true
  if (scope !== '' && otherScope !== '') return false
  const body = bodiesIn(scope + otherScope)
  return body === '' || earlier.takenUp || later.takenUp || earlier.verb !== later.verb
}

/** Whether the names may be one, and the deeds. */
function areRelated(earlier: Fact, later: Fact): boolean {
  if (later.head !== '') return earlier.noun.length >= shortestNoun && later.head.startsWith(earlier.noun)
  const [short, long] =
    earlier.noun.length <= later.noun.length ? [earlier.noun, later.noun] : [later.noun, earlier.noun]
  const sameDeed = earlier.verb === later.verb
  if (!sameDeed && earlier.verb !== '' && later.verb !== '') return false
  if (short === long) return short.length >= (sameDeed && earlier.verb !== '' ? 3 : shortestNoun)
  return (
    long.endsWith(short) &&
    short.length >= (sameDeed && earlier.verb !== '' ? 2 : shortestNoun) &&
    !qualifies.test(long.slice(0, -short.length))
  )
}

/** Words before a name that make it the name of something smaller. */
const qualifies = /级|类|型|优秀|先进|示范|重点|新|大|小|涉|市|县|区|镇|乡|村|男|女|老|青|少/

/** So many digits are not a slip of one another by chance, whoever else is named beside them. */
const manyDigits = 4

/**
 * Two numbers of three digits are a slip of one another once in thirty times: changed neighbours tell more than one other digit. A
 * point in another place tells something only if all digits are the same: 412.6 and 41.26.
 */
function isTellingSlip(slip: Slip | null, earlier: Fact, later: Fact): boolean {
  if (slip === null) return false
  const digits = digitsOf(later.figure.text)
  if (slip === 'shifted') return isSameDigits(earlier.figure, later.figure)
  const least = leastDigits(earlier, later)
  if (slip === 'swapped') return digits.length >= (areOfYear(earlier, later) ? Math.min(least, 2) : least)
  return digits.length > least
}

/** 412.6, 41.26: nothing but the point is in another place. */
function isSameDigits({ text: one }: LocalFigure, { text: other }: LocalFigure): boolean {
  const digits = digitsOf(one)
  return digits.length >= manyDigits && digits === digitsOf(other)
}

function digitsOf(printed: string): string {
  return printed.replace(/[^0-9０-９]/g, '')
}

/** 全年开展普法活动26场次, 推动全年62场次普法活动: both say that they tell of the whole year. */
function areOfYear({ words: one, noun }: Fact, { words: other }: Fact): boolean {
  return noun.length >= shortestNoun && one.includes('全年') && other.includes('全年')
}

/** How many digits must speak: fewer where whose they are is told in both places. */
function leastDigits({ noun }: Fact, { head }: Fact): number {
  return head !== '' && noun.length >= longName ? 1 : 3
}

const longName = 8
