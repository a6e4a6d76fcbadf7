import type { BlockShape } from '../../text/block.ts'
import { allowTruncation, divide, exactlyWhole, type Interval, isExact, meet } from '../interval.ts'
import {
  add,
  compare,
  multiply,
  one,
  divide as over,
  rational,
  subtract,
  whole as wholeNumber,
} from '../rational.ts'
import { boundClaim, textOf } from './bound-claim.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import type { Slot } from './slots.ts'
import { printedValue, printLike, sameUnit } from './wording.ts'

/** Words for a mean over parts of a year, and how many parts a year has: at least and at most. */
const means: readonly (readonly [RegExp, number, number])[] = [
  [/月均|平均每月|每月平均/, 12, 12],
  [/季均|平均每季度?|每季度平均/, 4, 4],
  [/周均|平均每周|每周平均/, 50, 53],
  [/日均|平均每天|每天平均|平均每日/, 240, 366],
]
const wholeYear = /全年|年内|本年|一年|(?:19|20)\d\d年(?!\d*月)/
const partOfYear = /上半年|下半年|季度|月份|[1-9一二三四五六七八九十]月|截至|以来|累计|目前/

/** 全年办理315件，月均办理30件以上: the mean must follow from the year's total. */
export function meanOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
  const slot = slots[at] as Slot
  const known = means.find(([word]) => word.test(slot.label))
  const before = slots[at - 1]
  if (!known || !before || before.sentence !== slot.sentence || !/^[^;。]{0,24}$/.test(slot.lead)) return null
  if (!sameUnit(before.figure.unit, slot.figure.unit) || /每|均/.test(before.label)) return null
  const context = shape.folded.slice(Math.max(0, before.figure.from - 60), before.figure.from)
  const clause = context.slice(Math.max(context.lastIndexOf('。'), context.lastIndexOf(';')) + 1)
  if (!wholeYear.test(clause) || partOfYear.test(clause) || before.figure.role === 'target') return null
  const [, least, most] = known
  const low = divide(before.figure.interval, exactlyWhole(most))
  const high = divide(before.figure.interval, exactlyWhole(least))
  const mean: Interval = {
    low: low.low,
    lowClosed: low.lowClosed,
    high: high.high,
    highClosed: high.highClosed,
  }
  const printed = roundedCount(slot.figure)
  return boundClaim({
    shape,
    bound: before,
    at: slot,
    verdict: meet(printed, mean) ? 'consistent' : 'inconsistent',
    line: () =>
      `${textOf(before, shape)}÷${least}＝${printLike(over(printedValue(before.figure), wholeNumber(least)), slot.figure)}`,
  })
}

const eachPart: readonly (readonly [RegExp, number])[] = [
  [/每个?月/, 12],
  [/每个?季度?/, 4],
  [/每周/, 50],
]

/** 每季度召开不少于2次，全年召开6次: the year's total must be what so many of each part make. */
export function totalOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
  const each = slots[at] as Slot
  const whole = slots[at + 1]
  const known = eachPart.find(([word]) => word.test(each.label))
  const { low } = each.figure.interval
  if (!known || !whole || whole.sentence !== each.sentence || !low || each.figure.role === 'target')
    return null
  if (
    !['at-least', 'over'].includes(each.figure.qualifiers.bound) ||
    whole.figure.qualifiers.bound !== 'exact'
  )
    return null
  if (
    !/^[^,。;]{0,10},(?:全年|年内|一年来)[^,。;]{0,10}$/.test(whole.lead) ||
    !sameUnit(each.figure.unit, whole.figure.unit)
  )
    return null
  const least = multiply(low, rational(BigInt(known[1])))
  const { high } = whole.figure.interval
  return boundClaim({
    shape,
    bound: each,
    at: whole,
    verdict: high !== null && compare(high, least) < 0 ? 'inconsistent' : 'consistent',
    line: () => `${textOf(each, shape)}×${known[1]}＝${printLike(least, whole.figure)}`,
  })
}

/** A mean printed as a whole number stands for what rounds or is cut off to it. */
export function roundedCount({ interval }: LocalFigure): Interval {
  if (!isExact(interval) || interval.low === null) return allowTruncation(interval)
  return {
    low: subtract(interval.low, rational(1n, 2n)),
    lowClosed: true,
    high: add(interval.low, one),
    highClosed: false,
  }
}
