import { type Interval, meet, total } from '../interval.ts'
import { fittingTotal } from './closure.ts'
import { isRemainder } from './openness.ts'
import { positionOf, type Slot, type SlottedBlock } from './slots.ts'
import { sameUnit } from './wording.ts'

/** How many figures behind the parts their total may stand. */
const farthestBehind = 40
/** How many other figures are tried in all their choices. */
const mostOthers = 5

/**
 * Whether the parts, or all but one of them, make another figure of the sentence that stands behind them, or one before: then
 * they were read into a list that is none.
 *
 *     抽检 4280批次 ，合格 4196批次 ；其中甲 1560批次 ，检出不合格 47批次 ，乙 2120批次 、丙 600批次
 *          ^made by all but one                          ^that one
 */
export function belongElsewhere(
  block: SlottedBlock,
  whole: Slot,
  parts: readonly Slot[],
  earlier: readonly Slot[],
): boolean {
  const last = parts[parts.length - 1] as Slot
  const from = positionOf(block, last) + 1
  const behind = block.slots
    .slice(from, from + farthestBehind)
    .filter((slot) => slot.sentence === last.sentence && sameUnit(slot.figure.unit, last.figure.unit))
  // 不合格样品中，农兽药残留163批次，微生物79批次，…: what was taken for the total is the first of the parts.
  if (fittingTotal([parts], behind) || fittingTotal([[whole, ...parts]], [...earlier, ...behind])) return true
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

/**
 * Whether the other figures, each put to one of the sides or left out, make both sides the same: 收到913件，上年结转22件；公开376件，部分公开94件，…，
 * 结转下年19件 is an account, of which a list and its total were read.
 */
export function isMadeUpBy(others: readonly Slot[], one: readonly Slot[], other: readonly Slot[]): boolean {
  if (others.length === 0 || others.length > mostOthers) return false
  const intervals = (some: readonly Slot[]): Interval[] => some.map(({ figure }) => figure.interval)
  for (let choice = 1; choice < 3 ** others.length; choice++) {
    // The digits of the choice, to base three, say to which side each of them goes.
    const goesTo = (side: number): Slot[] =>
      others.filter((_, nth) => Math.floor(choice / 3 ** nth) % 3 === side)
    const [ours, theirs] = [
      [...one, ...goesTo(1)],
      [...other, ...goesTo(2)],
    ]
    if (meet(total(intervals(ours)), total(intervals(theirs)))) return true
  }
  return false
}
