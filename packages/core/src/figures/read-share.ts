import { type Fraction, type Numeral, readNumeral } from '../prose/numerals.ts'
import { codeAt } from '../text/code-at.ts'
import { between, type Interval, rounded } from './interval.ts'
import type { Unit } from './ledger.ts'
import { type Bound, oneSidedInterval, printedInterval } from './printed-interval.ts'
import { boundBefore, boundBehind } from './qualifiers.ts'
import { publicBound, type Quantity, type Step } from './quantity.ts'
import { add, multiply, rational, subtract, whole } from './rational.ts'

const percent: Unit = { kind: 'percent', name: '%' }
const permille: Unit = { kind: 'permille', name: '‰' }
const fractional: Unit = { kind: 'percent', name: '分之' }
const proportion: Unit = { kind: 'ratio', name: ':' }

/** 百分之九十二, 三分之二, 2/3以上: percent; 千分之三: per mille. */
export function readShare(text: string, fraction: Fraction, floor: number): Step {
  const { numerator, denominator } = fraction
  const before = boundBefore(text, fraction.from, floor)
  let end = fraction.to
  const behind = boundBehind(text, end)
  if (behind) end = behind.to
  const bound: Bound = before?.bound ?? behind?.bound ?? 'exact'
  const decimalBase = denominator === 100n || denominator === 1000n
  if (
    !decimalBase &&
    text[fraction.from + 1] === '/' &&
    !behind &&
    !before &&
    !isOfWhole(text[fraction.from - 1]) &&
    !isOfWhole(text[end])
  )
    return fraction.to
  const interval = decimalBase
    ? printedInterval(numerator, bound, 'rounded')
    : fractionInterval(numerator.units, denominator, bound)
  const unit = denominator === 1000n ? permille : decimalBase ? percent : fractional
  return {
    from: fraction.from,
    to: end,
    boundFrom: before?.from ?? fraction.from,
    interval,
    unit,
    bound: publicBound(bound, numerator.more),
  }
}

function isOfWhole(character: string | undefined): boolean {
  return character === '占' || character === '的'
}

/** Characters behind which 过半 ends. */
const ends = ',。;、的)'

/** 一半, 半数以上, 过半: about or more than fifty percent. Null if 半 is part of something else (半年, 两个半月). */
export function readHalf(text: string, at: number, floor: number): Quantity | null {
  const over =
    text[at] === '半' &&
    text[at - 1] === '过' &&
    text[at - 2] !== '超' &&
    (at + 1 === text.length || text[at + 1] === '数' || ends.includes(text[at + 1] as string))
  const length = text.startsWith('一半', at) || text.startsWith('半数', at) ? 2 : over ? 1 : 0
  if (length === 0) return null
  const before = boundBefore(text, at, floor)
  const behind = boundBehind(text, at + length)
  const bound: Bound = over ? 'over' : (before?.bound ?? behind?.bound ?? 'exact')
  const to = behind?.to ?? at + length
  const interval = fractionInterval(1n, 2n, bound)
  const boundFrom = over ? at - 1 : (before?.from ?? at)
  return { from: at, to, boundFrom, interval, unit: fractional, bound: publicBound(bound, false) }
}

/** A fraction in words is a round number: it stands for shares up to two percentage points beside it. */
function fractionInterval(numerator: bigint, denominator: bigint, bound: Bound): Interval {
  const value = rational(numerator * 100n, denominator)
  const margin = whole(2)
  const oneSided = oneSidedInterval(value, bound)
  if (oneSided) return oneSided
  switch (bound) {
    case 'nearly':
      return between(subtract(value, whole(6)), value, false, true)
    case 'about':
      return between(subtract(value, multiply(margin, whole(2))), add(value, multiply(margin, whole(2))))
    default:
      return between(subtract(value, margin), add(value, margin))
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** `12.4:41.9:46.7`: the first part of a proportion of three or more; the others are read when the scan reaches them. */
export function readProportion(text: string, at: number, numeral: Numeral): Step | null {
  const second = readNumeral(text, numeral.to + 1)
  if (second?.script !== 'arabic') return null
  const inside = text[at - 1] === ':' && isDigit(codeAt(text, at - 2))
  if (!inside && text[second.to] !== ':') return second.to
  return partOfProportion(at, numeral)
}

/** One number of a proportion. */
export function partOfProportion(at: number, numeral: Numeral): Quantity {
  return {
    from: at,
    to: numeral.to,
    boundFrom: at,
    interval: rounded(numeral, numeral.exponent),
    unit: proportion,
    bound: 'exact',
  }
}
