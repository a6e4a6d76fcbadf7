import { isExact, meet } from '../interval.ts'
import { approximate } from '../rational.ts'
import { type Pair, pairIn } from './repeat-pair.ts'
import { isSameIndicator, remembered, shortestNoun } from './repeat-same.ts'
import { slipOf } from './slip.ts'
import type { Statement } from './statement.ts'
import { printedValue, sameUnit } from './wording.ts'

/** Values further apart than this are hardly a slip: they count something else. */
const farthest = 3
/** Below this two counts agree too easily to ask about their measure words. */
const leastShared = 5

const none: readonly Pair[] = []

/** Of the first statements of its name, before the position `end` among them, the one that speaks of the same as the later one. */
export function sameBefore(
  group: readonly Statement[],
  end: number,
  later: Statement,
  year: number | null,
): Statement | undefined {
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
export function compared(earlier: Statement, later: Statement): readonly Pair[] {
  const pair = pairOf(earlier, later)
  const beside = pair?.verdict === 'consistent' ? besideThese(earlier, later) : null
  return beside ? [pair as Pair, beside] : pair ? [pair] : none
}

/** The two statements with what their values tell; null if that is nothing. */
export function pairOf(earlier: Statement, later: Statement): Pair | null {
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
