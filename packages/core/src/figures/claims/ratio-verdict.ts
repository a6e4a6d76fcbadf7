import { printNumber } from '../decimal.ts'
import { allowTruncation, between, divide, type Interval, isExact, meet, middle, times } from '../interval.ts'
import type { Verdict } from '../ledger.ts'
import {
  add,
  approximate,
  compare,
  hundred,
  multiply,
  divide as over,
  type Rational,
  rational,
  subtract,
  whole,
  zero,
} from '../rational.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Operands, Reading } from './operands.ts'

/** How a rate stands to its two numbers. `variant` names the unusual reading of a question. */
export interface RatioVerdict {
  readonly verdict: Verdict
  readonly variant:
    | 'rounded-up'
    | 'left-out'
    | 'carried-over'
    | 'without-carried'
    | 'sample'
    | 'closed-only'
    | 'not-due'
    | 'by-place'
    | null
  /** What the rate was held against: of several good readings the one that it comes nearest to. */
  readonly reading: Reading
}

const ninetyNineAndAHalf = rational(199n, 2n)
/** How many percentage points a rate may be off before the numbers beside it are taken for another's. */
const nearby = { likely: 15, close: 30, sure: 50 }

/**
 * Judges whether a rate is what its numbers make; null if they do not and may well be another's. `bent`: the rate is one of a
 * set that makes exactly 100, so its last digit may have been moved.
 */
export function judgeRatio(operands: Operands, rate: LocalFigure, bent: boolean): RatioVerdict | null {
  if (fits(operands.reading, rate, bent))
    return { verdict: 'consistent', variant: null, reading: operands.reading }
  const others = operands.others()
  const right = others.also.find((candidate) => fits(candidate, rate, bent))
  if (right) return { verdict: 'consistent', variant: null, reading: right }
  const reading = nearestOf([operands.reading, ...others.also], rate)
  const share = percentOf(reading, rate)
  if (rate.unit.kind === 'percent' && gapBetween(rate.interval, share) > nearby[operands.certainty()])
    return null
  const unusual = others.unusual.find(({ reading: { part, base } }) => {
    const { low } = base.interval
    return low !== null && low.numerator > 0n && fits({ part, base }, rate, false)
  })
  const variant = unusual?.variant ?? doubtOf(operands, rate, share)
  return { verdict: variant === null ? 'inconsistent' : 'question', variant, reading }
}

/** What may explain a rate that its numbers do not make; null if nothing does. */
function doubtOf(
  { atMost100, sample, ofClosed, doubtful }: Operands,
  rate: LocalFigure,
  share: Interval,
): RatioVerdict['variant'] {
  const { low, high } = share
  if (saysAll(rate) && low && compare(low, ninetyNineAndAHalf) >= 0 && compare(low, hundred) < 0)
    return 'rounded-up'
  if (atMost100 && low && compare(low, hundred) > 0 && !exceeds(rate)) return 'carried-over'
  if (sample) return 'sample'
  if (ofClosed && high && rate.interval.low && compare(high, rate.interval.low) < 0) return 'closed-only'
  return doubtful ? 'by-place' : null
}

/** The first reading, if the rate is near what it makes; else the one that comes nearest. */
function nearestOf(readings: readonly Reading[], rate: LocalFigure): Reading {
  const gapOf = (reading: Reading): number => gapBetween(rate.interval, percentOf(reading, rate))
  let nearest = readings[0] as Reading
  if (gapOf(nearest) <= nearby.likely) return nearest
  for (const reading of readings) if (gapOf(reading) < gapOf(nearest)) nearest = reading
  return nearest
}

/** How many percentage points lie between two intervals. */
function gapBetween(a: Interval, b: Interval): number {
  if (a.low !== null && b.high !== null && compare(b.high, a.low) < 0)
    return approximate(a.low) - approximate(b.high)
  if (a.high !== null && b.low !== null && compare(b.low, a.high) > 0)
    return approximate(b.low) - approximate(a.high)
  return 0
}

/** Part ÷ base in the unit of the rate: percent, or per mille. */
function percentOf({ part, base }: Reading, rate: LocalFigure): Interval {
  return times(divide(part.interval, base.interval), rate.unit.kind === 'permille' ? whole(1000) : hundred)
}

/** Whether some values inside the printed numbers give the printed rate, rounded or cut off. */
export function fits(reading: Reading, rate: LocalFigure, bent: boolean): boolean {
  const clear = fitsClearly(reading, rate)
  if (clear !== null) return clear
  const share = percentOf(reading, rate)
  if (saysAll(rate) && isExact(share)) return compare(share.low as Rational, hundred) === 0
  return meet(share, acceptedBy(rate, bent))
}

/** So far from an end of the rate's interval floating numbers leave no doubt on which side of it a share lies. */
const noDoubt = 1e-6

/**
 * Whether two exact numbers make a share well inside the rate's interval, or so far beyond it that neither rounding nor cutting off
 * nor bending reaches there: what floating numbers can tell, and that is nearly always enough. Null if they cannot.
 */
function fitsClearly({ part, base }: Reading, rate: LocalFigure): boolean | null {
  const { low, high } = rate.interval
  const above = part.interval.low
  const below = base.interval.low
  if (!low || !high || !above || !below || below.numerator === 0n) return null
  if (above !== part.interval.high || below !== base.interval.high) return null
  const share = (approximate(above) / approximate(below)) * (rate.unit.kind === 'permille' ? 1000 : 100)
  const least = approximate(low)
  const most = approximate(high)
  const slack = 2 * (most - least) + noDoubt
  if (share < least - slack || share > most + slack) return false
  return share > least + noDoubt && share < most - noDoubt && !saysAll(rate) ? true : null
}

/** The values for which a writer may have printed this rate: rounded, cut off or, in a set that makes 100, bent by one. */
export function acceptedBy(rate: LocalFigure, bent: boolean): Interval {
  const { interval } = rate
  const decimal = rate.unit.name === '%' || rate.unit.name === '‰'
  if (!decimal || rate.qualifiers.bound !== 'exact') return interval
  if (bent && interval.low && interval.high) {
    const digit = subtract(interval.high, interval.low)
    return between(subtract(interval.low, digit), add(interval.high, digit))
  }
  return allowTruncation(interval)
}

/** 100%, as printed: not one less will do. */
function saysAll(rate: LocalFigure): boolean {
  return (
    rate.qualifiers.bound === 'exact' &&
    rate.unit.kind === 'percent' &&
    rate.unit.name === '%' &&
    compare(middle(rate.interval), hundred) === 0
  )
}

/** Whether the rate itself is printed above 100%. */
function exceeds(rate: LocalFigure): boolean {
  return rate.interval.low !== null && compare(rate.interval.low, whole(101)) > 0
}

/** What the two numbers make as they are printed, in the unit of the rate. */
export function printedShare({ part, base }: Reading, rate: LocalFigure): Rational {
  const below = middle(base.interval)
  if (below.numerator === 0n) return zero
  return multiply(over(middle(part.interval), below), rate.unit.kind === 'permille' ? whole(1000) : hundred)
}

/** `＝93.75%` or `≈92.37%`: the share as it is told in a sum. */
export function tellShare(reading: Reading, rate: LocalFigure): string {
  const share = printedShare(reading, rate)
  const exact = (share.numerator * 100n) % share.denominator === 0n
  return `${exact ? '＝' : '≈'}${printNumber(share, 2)}${rate.unit.kind === 'permille' ? '‰' : '%'}`
}
