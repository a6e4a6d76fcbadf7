import { meet, total } from '../interval.ts'
import { fittingTotal } from './closure.ts'
import { isRemainder } from './openness.ts'
import type { Slot, SlottedBlock } from './slots.ts'
import { sameUnit } from './wording.ts'

/** How many other figures are tried in all their choices. */
const mostOthers = 6

/**
 * Whether the parts, or all but one of them, make another figure of the sentence that stands behind them, or one before: then
 * they were read into a list that is none.
 *
 *     抽检 4280批次 ，合格 4196批次 ；其中甲 1560批次 ，检出不合格 47批次 ，乙 2120批次 、丙 600批次
 *          ^made by all but one                          ^that one
 */
export function belongElsewhere(
  { slots }: SlottedBlock,
  parts: readonly Slot[],
  earlier: readonly Slot[],
): boolean {
  const last = parts[parts.length - 1] as Slot
  const behind = slots
    .slice(slots.indexOf(last) + 1)
    .filter((slot) => slot.sentence === last.sentence && sameUnit(slot.figure.unit, last.figure.unit))
  if (fittingTotal([parts], behind)) return true
  if (parts.length < 3) return false
  const shorter = parts.map((_, gone) => parts.filter((_part, nth) => nth !== gone))
  return fittingTotal(shorter, [...earlier, ...behind]) !== null
}

/**
 * 服务期满19名，留任14名，其余5名: whether the last figures, of which the very last is what is left, make one of those before them,
 * so that they are no parts in a row.
 */
export function areDividedAmongThem(figures: readonly Slot[]): boolean {
  const last = figures[figures.length - 1]
  if (!last || !isRemainder(last.label, last.labelHints)) return false
  return figures.some((whole, at) => {
    const own = figures.slice(at + 1).map(({ figure }) => figure.interval)
    return own.length >= 2 && meet(total(own), whole.figure.interval)
  })
}

/** Whether some of the other figures, put to the smaller side, make both sides the same. */
export function isMadeUpBy(others: readonly Slot[], one: readonly Slot[], other: readonly Slot[]): boolean {
  const tried = others.slice(0, mostOthers)
  const intervals = (some: readonly Slot[]) => some.map(({ figure }) => figure.interval)
  const [ours, theirs] = [intervals(one), intervals(other)]
  for (let choice = 1; choice < 2 ** tried.length; choice++) {
    const chosen = intervals(tried.filter((_, nth) => (choice >> nth) % 2 === 1))
    if (meet(total([...ours, ...chosen]), total(theirs))) return true
    if (meet(total(ours), total([...theirs, ...chosen]))) return true
  }
  return false
}
