import { printNumber } from '../decimal.ts'
import {
  approximate,
  divide as divideExact,
  hundred,
  multiply as multiplyExact,
  type Rational,
  sign,
  subtract as subtractExact,
} from '../rational.ts'
import type { LocalFigure } from './local-claim.ts'
import { printedValue, printLike } from './wording.ts'

/** A value before and after: intervals and printed values. */
export interface BeforeAfter {
  readonly before: Pick<LocalFigure, 'interval' | 'text' | 'unit'>
  readonly after: Pick<LocalFigure, 'interval' | 'text' | 'unit'>
  readonly beforeText: string
  readonly afterText: string
}

/** Which way something changed. */
export type Direction = 'up' | 'down'

/** The opposite way. */
export function otherWay(direction: Direction): Direction {
  return direction === 'up' ? 'down' : 'up'
}

/** The sum of a growth that is not what it is said to be, with what it was if it went the other way. */
export function wrongGrowth(pair: BeforeAfter, direction: Direction): string {
  return sign(growthValue(pair, direction)) < 0
    ? `${growthLine(pair, otherWay(direction))}，实为${direction === 'up' ? '下降' : '上升'}`
    : growthLine(pair, direction)
}

function growthValue(pair: BeforeAfter, direction: Direction): Rational {
  const [before, after] = [printedValue(pair.before), printedValue(pair.after)]
  const change = direction === 'up' ? subtractExact(after, before) : subtractExact(before, after)
  return multiplyExact(divideExact(change, before), hundred)
}

/** The growth in percent, as it is told; — from nothing. */
export function growthText(pair: BeforeAfter, direction: Direction): string {
  return sign(printedValue(pair.before)) === 0 ? '—' : printNumber(growthValue(pair, direction))
}

/** `（154件－128件）÷128件＝20.31%` */
export function growthLine(pair: BeforeAfter, direction: Direction): string {
  const [larger, smaller] =
    direction === 'up' ? [pair.afterText, pair.beforeText] : [pair.beforeText, pair.afterText]
  return `（${larger}－${smaller}）÷${pair.beforeText}＝${growthText(pair, direction)}%`
}

/** `154件－128件＝26件` */
export function differenceLine(pair: BeforeAfter, direction: Direction): string {
  const { before, after, beforeText, afterText } = pair
  const [larger, smaller] = direction === 'up' ? [after, before] : [before, after]
  const value = subtractExact(printedValue(larger), printedValue(smaller))
  const [first, second] = direction === 'up' ? [afterText, beforeText] : [beforeText, afterText]
  return `${first}－${second}＝${printLike(value, after)}`
}

/** `96.5%－88.2%＝8.3个百分点` */
export function pointsLine(pair: BeforeAfter, direction: Direction): string {
  const [larger, smaller] = direction === 'up' ? [pair.after, pair.before] : [pair.before, pair.after]
  const value = subtractExact(printedValue(larger), printedValue(smaller))
  const [first, second] =
    direction === 'up' ? [pair.afterText, pair.beforeText] : [pair.beforeText, pair.afterText]
  return `${first}－${second}＝${printNumber(value)}个百分点`
}

/** How many times the value before the one after is, or how many times more by `less`. */
export function ratioText(pair: BeforeAfter, less?: Rational): string {
  const ratio = divideExact(printedValue(pair.after), printedValue(pair.before))
  return printNumber(less ? subtractExact(ratio, less) : ratio)
}

/** The compounded yearly rate in percent, for the message only. */
export function meanRate(pair: BeforeAfter, years: number): string {
  const ratio = approximate(printedValue(pair.after)) / approximate(printedValue(pair.before))
  return String(Math.round(Math.abs(ratio ** (1 / years) - 1) * 10_000) / 100)
}
