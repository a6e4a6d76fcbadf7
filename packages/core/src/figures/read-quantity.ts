import { hanDigit } from '../prose/han-numerals.ts'
import { type Fraction, type Numeral, readFraction, readNumeral, skipDigits } from '../prose/numerals.ts'
import { above, atLeast, atMost, below, between, type Interval, rounded, times } from './interval.ts'
import type { Qualifiers, Unit } from './ledger.ts'
import { calendarAt } from './not-figures.ts'
import { type Bound, printedInterval, printedRange } from './printed-interval.ts'
import { boundBefore, boundBehind } from './qualifiers.ts'
import { add, multiply, rational, subtract, whole } from './rational.ts'
import { setTermAt } from './set-terms.ts'
import { type KnownUnit, unitAt } from './units.ts'

/** A number with its unit and its bounds. */
export interface Quantity {
  /** Number and unit as printed, with 余, 以上 and the like behind them. */
  readonly from: number
  readonly to: number
  /** Where the bound before it begins (近, 不低于); `from` if there is none. */
  readonly boundFrom: number
  readonly interval: Interval
  readonly unit: Unit
  readonly bound: Qualifiers['bound']
}

/** What was found at a place: a quantity or nothing, and where to go on. */
export interface Step {
  readonly quantity: Quantity | null
  readonly to: number
}

const rangeMark = /[-—–~～至到]|—{2}/y

/**
 * Reads the quantity that begins at `at` of a folded text, which must be a character that begins a numeral. `floor` is how far
 * back the words before it may be looked at.
 *
 *     近 200 场      3 — 5 个      63% ~ 68%      百分之九十二      12.4:41.9:46.7      2.7万余 人次
 */
export function readQuantity(text: string, at: number, floor: number): Step {
  const previous = at > 0 ? (text[at - 1] as string) : ''
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

function pass(to: number): Step {
  return { quantity: null, to }
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

const hanOnlyArabic = new Set([
  '度',
  '里',
  '分',
  '日',
  '届',
  '员',
  '克',
  '米',
  '斤',
  '升',
  '瓦',
  '寸',
  '尺',
  '折',
  '秒',
  '方',
  '兆',
  '卡',
  '伏',
  '人年',
  '人天',
])
const noTenth = /^(?:员|果|立|就|为|功|长|效|年|都|熟|因|份|本|品|型|绩|百|千|才)/

/** Nouns that begin with a measure word: 12345市民热线 counts no 市. */
const nouns: Readonly<Record<string, string>> = {
  市: '民场政区直级容长属域',
  国: '家际有内外企产道资',
  区: '域县划属级',
  县: '域城级直属',
  村: '民庄委级集干居务',
  镇: '区级街',
  乡: '村镇亲',
  省: '级份直属',
  校: '园长',
  院: '长落',
  店: '铺',
  企: '业',
  员: '工',
  点: '位钟',
  单: '位',
  班: '子级',
  岗: '位',
  组: '织',
  处: '理置罚',
  台: '账',
  人: '民大社才',
  条: '例款',
  本: '级地',
  口: '岸',
  部: '门署',
  家: '庭',
}

/** Whether number and unit together can be a quantity: 三项 is, 一个 before a noun is an article, 十分 is an adverb. */
function isPlausible(text: string, at: number, numeral: Numeral, unit: KnownUnit, to: number): boolean {
  const next = text[to] ?? ''
  const previous = text[at - 1] ?? ''
  if (unit.name === '成' && noTenth.test(text.slice(to, to + 1))) return false
  if (unit.name === '届' || (unit.name === '次' && /届.{0,8}$/.test(text.slice(Math.max(0, at - 9), at))))
    return false
  if (unit.name === '次' && /^(?:全会|全体会议|会议精神|产业|分配|党代会)/.test(text.slice(to, to + 4)))
    return false
  if (unit.name === '年' && numeral.script === 'han' && numeral.units === 1n) return false
  if (numeral.script === 'arabic') {
    if (nouns[unit.name]?.includes(next) && next !== '') return false
    return !(unit.name === '日' && previous === '月')
  }
  if (hanOnlyArabic.has(unit.name)) return false
  if (numeral.units === 0n) return unit.kind !== 'measure' || /[件起次人例]/.test(unit.name)
  if (previous === '每' || previous === '同' || previous === '某' || previous === '这' || previous === '那')
    return false
  if (numeral.units === 1n && numeral.exponent === 0 && numeral.high === null && !numeral.more)
    return isCountedOne(text, at, unit, next)
  if (hanDigit(next.charCodeAt(0)) >= 0 && unit.name === '个') return false
  return true
}

/** 一 with a measure word counts when the list or sentence ends right behind it (企业一个、), or 共 or 仅 stands before. */
function isCountedOne(text: string, at: number, unit: KnownUnit, next: string): boolean {
  const previous = text[at - 1] ?? ''
  if (unit.kind !== 'measure' || unit.name === '次' || unit.name === '起') return false
  if ('共仅只各'.includes(previous) && previous !== '') return true
  return (
    /[、,;。)]/.test(next) && /[\p{Script=Han}]/u.test(previous) && !'第统唯之万任逐同专另'.includes(previous)
  )
}

function publicBound(bound: Bound, more: boolean): Qualifiers['bound'] {
  if (bound === 'nearly') return 'about'
  return bound === 'exact' && more ? 'over' : bound
}

/** 百分之九十二, 三分之二, 2/3以上: percent; 千分之三: per mille. */
function readShare(text: string, fraction: Fraction, floor: number): Step {
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
    !/[占的]/.test((text[fraction.from - 1] ?? '') + (text[end] ?? ''))
  )
    return pass(fraction.to)
  const interval = decimalBase
    ? printedInterval(numerator, bound, 'rounded')
    : fractionInterval(numerator.units, denominator, bound)
  const unit: Unit =
    denominator === 1000n
      ? { kind: 'permille', name: '‰' }
      : { kind: 'percent', name: decimalBase ? '%' : '分之' }
  return {
    to: end,
    quantity: {
      from: fraction.from,
      to: end,
      boundFrom: before?.from ?? fraction.from,
      interval,
      unit,
      bound: publicBound(bound, numerator.more),
    },
  }
}

/** A fraction in words is a round number: it stands for shares up to two percentage points beside it. */
function fractionInterval(numerator: bigint, denominator: bigint, bound: Bound): Interval {
  const value = rational(numerator * 100n, denominator)
  const margin = whole(2)
  switch (bound) {
    case 'at-least':
      return atLeast(value)
    case 'over':
      return above(value)
    case 'at-most':
      return atMost(value)
    case 'under':
      return below(value)
    case 'nearly':
      return between(subtract(value, whole(10)), value, false, true)
    case 'about':
      return between(subtract(value, multiply(margin, whole(2))), add(value, multiply(margin, whole(2))))
    default:
      return between(subtract(value, margin), add(value, margin))
  }
}

/** `12.4:41.9:46.7`: the first part of a proportion of three or more; the others are read when the scan reaches them. */
function readProportion(text: string, at: number, numeral: Numeral): Step | null {
  const second = readNumeral(text, numeral.to + 1)
  if (second?.script !== 'arabic') return null
  const inside = text[at - 1] === ':' && /\d/.test(text[at - 2] ?? '')
  if (!inside && text[second.to] !== ':') return pass(second.to)
  return partOfProportion(at, numeral)
}

function partOfProportion(at: number, numeral: Numeral): Step {
  return {
    to: numeral.to,
    quantity: {
      from: at,
      to: numeral.to,
      boundFrom: at,
      interval: rounded({ units: numeral.units, scale: numeral.scale }, numeral.exponent),
      unit: { kind: 'ratio', name: ':' },
      bound: 'exact',
    },
  }
}
