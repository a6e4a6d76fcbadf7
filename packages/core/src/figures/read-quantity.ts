import { hanDigit } from '../prose/han-numerals.ts'
import { type Numeral, readFraction, readNumeral, skipDigits } from '../prose/numerals.ts'
import { codeAt } from '../text/code-at.ts'
import { isDigit } from './date-parts.ts'
import { endOfDate } from './dates.ts'
import { between, type Interval, times } from './interval.ts'
import type { Unit } from './ledger.ts'
import { isPlausible } from './plausible.ts'
import { type Bound, type Exactness, printedInterval, printedRange } from './printed-interval.ts'
import { boundBefore, boundBehind } from './qualifiers.ts'
import { publicBound, type Quantity, type Step } from './quantity.ts'
import { subtract, whole } from './rational.ts'
import { readPlain } from './read-plain.ts'
import { partOfProportion, readHalf, readProportion, readShare } from './read-share.ts'
import { setTermAt } from './set-terms.ts'
import { type KnownUnit, unitAt } from './units.ts'

const half = 0x534a
const ordinal = 0x7b2c
const colon = 0x3a

/**
 * Reads the quantity that begins at `at` of a folded text, which must be a character that begins a numeral. `floor` is how far
 * back the words before it may be looked at.
 *
 *     近 200 场      3 — 5 个      63% ~ 68%      百分之九十二      12.4:41.9:46.7      2.7万余 人次
 */
export function readQuantity(text: string, at: number, floor: number): Step {
  const plain = isDigit(codeAt(text, at)) ? readPlain(text, at, floor) : null
  return plain ?? readInFull(text, at, floor)
}

/** The same where more than a number in digits with its unit has to be looked at; it reads these as well. */
export function readInFull(text: string, at: number, floor: number): Step {
  const code = codeAt(text, at)
  if (code === half || codeAt(text, at + 1) === half) {
    const found = readHalf(text, at, floor)
    if (found) return found
    if (code === half) return at + 1
  }
  const numeral = readNumeral(text, at)
  const previous = at > 0 ? codeAt(text, at - 1) : 0
  if (isOfCode(previous)) return skipNumeral(text, at, numeral)
  if (previous === ordinal) return endOfOrdinal(text, at, numeral)
  const date = endOfDate(text, at, numeral)
  if (date > at) return date
  if (!numeral) return Math.max(skipDigits(text, at), at + 1)
  const fraction = readFraction(text, at, numeral)
  if (fraction) return readShare(text, fraction, floor)
  if (numeral.script === 'han') {
    const term = setTermAt(text, at)
    if (term > 0) return at + term
    if (isBeforeNumber(previous) && !isOfEachWeek(text, at, numeral.to)) return numeral.to
  } else {
    if (codeAt(text, numeral.to) === colon) {
      const parts = readProportion(text, at, numeral)
      if (parts) return parts
    }
    if (previous === colon && endsProportion(text, at, numeral)) return partOfProportion(at, numeral)
  }
  return readMeasured(text, at, numeral, floor)
}

/** Whether a number right behind the character is part of a code or an address: A4, +86, #3, №5, v2.1. */
function isOfCode(code: number): boolean {
  if (code >= 0x80) return code === 0x2116
  if (code >= 0x41) return code <= 0x5c ? code <= 0x5a || code === 0x5c : code >= 0x61 && code <= 0x7a
  return code === 0x2b || code === 0x2e || code === 0x23
}

/** 一, 初, 周, 星: the character behind is no number (一一, 初三, 周五). */
function isBeforeNumber(code: number): boolean {
  return code === 0x4e00 || code === 0x521d || code === 0x5468 || code === 0x661f
}

/** 每周两场, 每周三次: how often in a week, and no day of it. */
function isOfEachWeek(text: string, at: number, to: number): boolean {
  return text[at - 2] === '每' && text[at - 1] === '周' && '次场期件'.includes(text[to] ?? '-')
}

const proportionBefore = /\d:[\d.]{1,8}:$/

/** Whether the number is the last of a proportion of three or more. */
function endsProportion(text: string, at: number, numeral: Numeral): boolean {
  return proportionBefore.test(text.slice(Math.max(0, at - 12), at)) && !unitAt(text, numeral.to, 'arabic')
}

/** A number that is no quantity: its digits, or the characters of the numeral. */
function skipNumeral(text: string, at: number, numeral: Numeral | null): number {
  return Math.max(numeral?.to ?? 0, skipDigits(text, at), at + 1)
}

/** 第三十三条, 第5次, 第二批: the measure word belongs to the ordinal. */
function endOfOrdinal(text: string, at: number, numeral: Numeral | null): number {
  const to = skipNumeral(text, at, numeral)
  const unit = numeral ? unitAt(text, to, numeral.script) : null
  return unit && unit.kind === 'measure' ? to + unit.name.length : to
}

/** Number, maybe a second number of a range, unit, bounds. */
function readMeasured(text: string, at: number, numeral: Numeral, floor: number): Step {
  const first = unitBehind(text, numeral)
  const second = rangeEnd(text, first ? first.to : numeral.to)
  const last = second ?? numeral
  const found = second ? unitBehind(text, second) : first
  if (!found || !isPlausible(text, at, numeral, found.known, found.to)) return Math.max(numeral.to, at + 1)
  if (text[found.to] === '号' || text[numeral.to] === '号') return numeral.to
  // 近百, 上千, 数百 are read as one: a lone 百 or 千 counts only behind such a word.
  const before = boundBefore(text, at, numeral.bare ? 0 : floor)
  if (numeral.bare && !before) return numeral.to
  const { known, more: moreBehind } = found
  const tenth = known.name === '成' && numeral.script === 'han' ? tenthBehind(text, found.to) : 0
  if (tenth > 0) return readMeasuredTenths(text, numeral, { at, to: found.to + 1, tenth, before })
  const behind = boundBehind(text, found.to)
  const more = last.more || moreBehind
  const bound: Bound = before?.bound ?? behind?.bound ?? 'exact'
  const exactness: Exactness = known.rounded ? 'rounded' : 'count'
  const printed = more && !last.more ? { ...last, more } : last
  const interval = second
    ? printedRange(numeral, printed, exactness)
    : printedInterval(printed, bound, exactness)
  if (!interval) return found.to
  const ofTen = known.kind === 'percent' && known.name !== '%'
  return {
    from: at,
    to: behind?.to ?? found.to,
    boundFrom: before?.from ?? at,
    interval: ofTen ? percentOfTenths(interval, bound) : interval,
    unit: ofTen ? tenths : known.unit,
    bound: publicBound(bound, more || last.high !== null),
  }
}

/** 六成 in percent; 近六成 is 54% to 60%, since a writer would say 五成 of less. */
function percentOfTenths(interval: Interval, bound: Bound): Interval {
  const percents = times(interval, whole(10))
  if (bound !== 'nearly' || percents.high === null) return percents
  return between(subtract(percents.high, whole(6)), percents.high, false, true)
}

const tenths: Unit = { kind: 'percent', name: '成' }

/** 九成五: the digit behind 成, which counts hundredths; 0 if there is none. */
function tenthBehind(text: string, at: number): number {
  const digit = hanDigit(codeAt(text, at))
  const behind = text[at + 1] ?? ''
  return digit > 0 && !unitAt(text, at + 1, 'han') && !'是成十百千万'.includes(behind || '。') ? digit : 0
}

/** 九成五 as 95%. */
function readMeasuredTenths(
  text: string,
  numeral: Numeral,
  place: { at: number; to: number; tenth: number; before: { bound: Bound; from: number } | null },
): Quantity {
  const behind = boundBehind(text, place.to)
  const bound: Bound = place.before?.bound ?? behind?.bound ?? 'exact'
  const printed = { ...numeral, units: numeral.units * 10n + BigInt(place.tenth) }
  return {
    from: place.at,
    to: behind?.to ?? place.to,
    boundFrom: place.before?.from ?? place.at,
    interval: printedInterval(printed, bound, 'rounded'),
    unit: tenths,
    bound: publicBound(bound, false),
  }
}

/** A unit behind a number, where it ends, and whether 多 or 余 stands with it. */
interface UnitFound {
  readonly known: KnownUnit
  readonly to: number
  readonly more: boolean
}

/** The unit right behind a number (a space may stand between), with 多 or 半 behind the unit: 3年多, 两倍多, 3个多月. */
function unitBehind(text: string, numeral: Numeral): UnitFound | null {
  let at = numeral.to
  while (text[at] === ' ' && at - numeral.to < 2) at++
  if (text[at] === '个' && (text[at + 1] === '多' || text[at + 1] === '半')) {
    const split = unitAt(`个${text.slice(at + 2, at + 6)}`, 0, numeral.script)
    if (split && split.name.length > 1) return { known: split, to: at + 1 + split.name.length, more: true }
  }
  const known = unitAt(text, at, numeral.script)
  if (!known) return null
  const to = at + known.name.length
  const more = known.kind !== 'measure' && (text[to] === '多' || text[to] === '余')
  return { known, to: more ? to + 1 : to, more }
}

const rangeMarks = '-—–~～至到'

/** The second number of `3—5` or `63%~68%`, if a mark of a range and a number follow at `at`. */
function rangeEnd(text: string, at: number): Numeral | null {
  if (at >= text.length || !rangeMarks.includes(text[at] as string)) return null
  const next = readNumeral(text, at + 1)
  return next && !next.bare ? next : null
}
