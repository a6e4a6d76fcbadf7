import { perDraft } from '../../read/per-draft.ts'
import type { FigureContext, Passage } from '../context.ts'
import { sharedProses } from '../passages-with.ts'
import { isTakenUpOrAll, isToldInOtherOrder, remembered } from './repeat-same.ts'
import { type Statement, statementsBefore, statementsIn } from './statement.ts'

/** A statement that takes up one of those right before it. */
export interface Met {
  readonly earlier: Statement
  readonly later: Statement
}

/** What is kept of the statements that meet, in reading order. */
interface Kept {
  passages: readonly Passage[]
  year: number | null
  met: readonly Met[]
}

/**
 * Holds each statement of a draft to those right before it, and keeps what meets: after an edit only the statements are looked
 * at again that stand in what it touched, and the few behind it that look back there.
 */
export function metNearby({ report, passages }: FigureContext, year: number | null): readonly Met[] {
  const kept = keptOf(report.document)
  const before = kept.passages
  if (before.length !== passages.length || kept.year !== year)
    kept.met = metIn(passages, 0, passages.length, year)
  else {
    const { front, back } = sharedProses(before, passages)
    const to = lookingBack(passages, passages.length - back)
    const between = metIn(passages, front, to, year)
    if (between.length > 0 || kept.met.some(({ later }) => later.at >= front && later.at < to))
      kept.met = [
        ...kept.met.filter(({ later }) => later.at < front),
        ...between,
        ...kept.met.filter(({ later }) => later.at >= to),
      ]
  }
  kept.passages = passages
  kept.year = year
  return kept.met
}

const keptOf = perDraft((): Kept => ({ passages: [], year: null, met: [] }))

/** Those that meet among the statements of the passages `from`…`to`. */
function metIn(passages: readonly Passage[], from: number, to: number, year: number | null): Met[] {
  const told = statementsBefore(passages, from, remembered)
  const first = told.length
  for (const statement of statementsIn(passages, from, to)) told.push(statement)
  const met: Met[] = []
  for (let nth = first; nth < told.length; nth++) {
    const earlier = nearby(told, nth, year)
    if (earlier) met.push({ earlier, later: told[nth] as Statement })
  }
  return met
}

/** Of the statements right before that at `nth` the one which it takes up in other words. */
export function nearby(told: readonly Statement[], nth: number, year: number | null): Statement | undefined {
  const later = told[nth] as Statement
  const first = Math.max(0, nth - remembered)
  for (let at = nth - 1; at >= first; at--) {
    const earlier = told[at] as Statement
    if (earlier.fact.before !== later.fact.before && isToldInOtherOrder(earlier, later, year)) return earlier
  }
  if (!later.fact.takenUp && !later.fact.whole) return undefined
  for (let at = nth - 1; at >= first; at--)
    if (isTakenUpOrAll(told[at] as Statement, later, year)) return told[at]
  return undefined
}

/** Behind so many statements from the passage at `from` on, none looks back before it. */
function lookingBack(passages: readonly Passage[], from: number): number {
  let to = from
  let count = 0
  while (to < passages.length && count < remembered) {
    count += statementsIn(passages, to, to + 1).length
    to++
  }
  return to
}
