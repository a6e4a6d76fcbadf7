import { hanDigit } from '../prose/han-numerals.ts'
import { type Numeral, readFraction, readNumeral, skipDigits } from '../prose/numerals.ts'
import { times } from './interval.ts'
import { calendarAt } from './not-figures.ts'
import { isPlausible } from './plausible.ts'
import { type Bound, printedInterval, printedRange } from './printed-interval.ts'
import { boundBefore, boundBehind } from './qualifiers.ts'
import { pass, publicBound, type Step } from './quantity.ts'
import { whole } from './rational.ts'
import { partOfProportion, readHalf, readProportion, readShare } from './read-share.ts'
import { setTermAt } from './set-terms.ts'
import { type KnownUnit, unitAt } from './units.ts'

const rangeMark = /[-—–~～至到]|—{2}/y

/**
 * Reads the quantity that begins at `at` of a folded text, which must be a character that begins a numeral. `floor` is how far
 * back the words before it may be looked at.
 *
 *     近 200 场      3 — 5 个      63% ~ 68%      百分之九十二      12.4:41.9:46.7      2.7万余 人次
 */
export function readQuantity(text: string, at: number, floor: number): Step {
  const previous = at > 0 ? (text[at - 1] as string) : ''
  const half = text[at] === '半' || text[at + 1] === '半' ? readHalf(text, at, floor) : null
  if (half) return half
  if (text[at] === '半') return pass(at + 1)
  const numeral = readNumeral(text, at)
  if (/[A-Za-z+\\.#№]/.test(previous)) return pass(skipNumeral(text, at, numeral))
  if (previous === '第') return pass(endOfOrdinal(text, at, numeral))
  const date = calendarAt(text, at, numeral)
  if (date) return pass(date.to)
  const fraction = readFraction(text, at)
  if (fraction) return readShare(text, fraction, floor)
  if (!numeral) return pass(Math.max(skipDigits(text, at), at + 1))
  if (numeral.script === 'han') {
    const term = setTermAt(text, at)
    if (term > 0) return pass(at + term)
    if (previous === '一' || previous === '初' || previous === '周' || previous === '星')
      return pass(numeral.to)
  } else {
    if (text[numeral.to] === ':') {
      const parts = readProportion(text, at, numeral)
      if (parts) return parts
    }
    if (
      previous === ':' &&
      /\d:[\d.]{1,8}:$/.test(text.slice(Math.max(0, at - 12), at)) &&
      !unitAt(text, numeral.to, 'arabic')
    )
      return partOfProportion(at, numeral)
  }
  return readMeasured(text, at, numeral, floor)
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
  if (!found || !isPlausible(text, at, numeral, found.unit, found.to)) {
    return pass(Math.max(numeral.to, at + 1))
  }
  if (text[found.to] === '号' || text[numeral.to] === '号') return pass(numeral.to)
  const lone = numeral.bare ? loneBound(text, at) : null
  if (numeral.bare && !lone) return pass(numeral.to)
  const before = lone ?? boundBefore(text, at, floor)
  const behind = boundBehind(text, found.to)
  const { unit } = found
  const tenth = unit.name === '成' && numeral.script === 'han' ? tenthBehind(text, found.to) : 0
  if (tenth > 0)
    return readMeasuredTenths(text, numeral, { at, to: found.to + 1, tenth, before: before ?? null })
  const more = last.more || found.more
  const bound: Bound = before?.bound ?? behind?.bound ?? 'exact'
  const exactness =
    unit.kind === 'percent' || unit.kind === 'permille' || unit.name === '倍' || unit.kind === 'points'
      ? 'rounded'
      : 'count'
  const printed = more && !last.more ? { ...last, more } : last
  const interval = second
    ? printedRange(numeral, printed, exactness)
    : printedInterval(printed, bound, exactness)
  if (!interval) return pass(found.to)
  const to = behind?.to ?? found.to
  return {
    to,
    quantity: {
      from: at,
      to,
      boundFrom: before?.from ?? at,
      interval: unit.name === '成' || unit.name === '折' ? times(interval, whole(10)) : interval,
      unit: { kind: unit.kind, name: unit.base === '折' ? '成' : unit.base },
      bound: publicBound(bound, more || (second ?? numeral).high !== null),
    },
  }
}

/** 九成五: the digit behind 成, which counts hundredths; 0 if there is none. */
function tenthBehind(text: string, at: number): number {
  const digit = hanDigit(text.charCodeAt(at))
  const behind = text[at + 1] ?? ''
  return digit > 0 && !unitAt(text, at + 1, 'han') && !'是成十百千万'.includes(behind || '。') ? digit : 0
}

/** 九成五 as 95%. */
function readMeasuredTenths(
  text: string,
  numeral: Numeral,
  place: { at: number; to: number; tenth: number; before: { bound: Bound; from: number } | null },
): Step {
  const behind = boundBehind(text, place.to)
  const bound: Bound = place.before?.bound ?? behind?.bound ?? 'exact'
  const printed = { ...numeral, units: numeral.units * 10n + BigInt(place.tenth) }
  const to = behind?.to ?? place.to
  return {
    to,
    quantity: {
      from: place.at,
      to,
      boundFrom: place.before?.from ?? place.at,
      interval: printedInterval(printed, bound, 'rounded'),
      unit: { kind: 'percent', name: '成' },
      bound: publicBound(bound, false),
    },
  }
}

/** The unit right behind a number (a space may stand between), with 多 or 半 behind the unit: 3年多, 两倍多, 3个多月. */
function unitBehind(text: string, numeral: Numeral): { unit: KnownUnit; to: number; more: boolean } | null {
  let at = numeral.to
  while (text[at] === ' ' && at - numeral.to < 2) at++
  if (text[at] === '个' && (text[at + 1] === '多' || text[at + 1] === '半')) {
    const split = unitAt(`个${text.slice(at + 2, at + 6)}`, 0, numeral.script)
    if (split && split.name.length > 1) return { unit: split, to: at + 1 + split.name.length, more: true }
  }
  const unit = unitAt(text, at, numeral.script)
  if (!unit) return null
  const to = at + unit.name.length
  const trailing = text[to]
  const more = (trailing === '多' || trailing === '余') && unit.kind !== 'measure'
  return { unit, to: more ? to + 1 : to, more }
}

/** The second number of `3—5` or `63%~68%`, if a mark of a range and a number follow at `at`. */
function rangeEnd(text: string, at: number): Numeral | null {
  rangeMark.lastIndex = at
  const found = rangeMark.exec(text)
  if (!found) return null
  const to = at + found[0].length
  const next = readNumeral(text, to)
  return next && !next.bare ? next : null
}

/** 近百, 上千, 数百 are read as one: a lone 百 or 千 counts only behind such a word. */
function loneBound(text: string, at: number): { bound: Bound; from: number } | null {
  return boundBefore(text, at, 0)
}
