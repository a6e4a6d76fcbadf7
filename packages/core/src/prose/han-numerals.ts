import { codeAt } from '../text/code-at.ts'
import { wholeOf } from '../text/whole-of.ts'
import type { Numeral } from './numerals.ts'

const ten = 0x5341
const wan = 0x4e07
const yi = 0x4ebf
const point = 0x70b9
const several = 0x51e0
const some = 0x6570
const yu = 0x4f59
const duo = 0x591a
const lai = 0x6765

/** The digit that a character stands for; -1 if it is none. */
export function hanDigit(code: number): number {
  switch (code) {
    case 0x3007: // 〇
    case 0x96f6: // 零
      return 0
    case 0x4e00:
      return 1
    case 0x4e8c:
    case 0x4e24: // 两
      return 2
    case 0x4e09:
      return 3
    case 0x56db:
      return 4
    case 0x4e94:
      return 5
    case 0x516d:
      return 6
    case 0x4e03:
      return 7
    case 0x516b:
      return 8
    case 0x4e5d:
      return 9
    default:
      return -1
  }
}

function isZero(code: number): boolean {
  return hanDigit(code) === 0
}

/** What 十, 百 or 千 stands for; 0 for any other character. */
function unitOf(code: number): number {
  return code === ten ? 10 : code === 0x767e ? 100 : code === 0x5343 ? 1000 : 0
}

/** The short forms 廿 and 卅; 0 for any other character. */
function twentyOf(code: number): number {
  return code === 0x5eff ? 20 : code === 0x5345 ? 30 : 0
}

/** Characters after which 数 is a noun's end (人数, 总数), not “several”. */
const nounsOfNumber = new Set('总人件次户多少参基案天指系函份个岁倍分复整级常变点')

/** The characters with which a numeral in words may begin. */
export const hanNumeralCharacters = '〇零一二两三四五六七八九十百千廿卅几数'

/** Whether a numeral that has begun may go on with the character: a digit, 十百千廿卅, 几数, 万亿, 点, 余多. */
export function goesOn(code: number): boolean {
  switch (code) {
    case several:
    case some:
    case wan:
    case yi:
    case point:
    case yu:
    case duo:
      return true
    default:
      return hanDigit(code) >= 0 || unitOf(code) > 0 || twentyOf(code) > 0
  }
}

/**
 * Reads a numeral in words at `at`: 一百二十三, 二〇二三, 三千五百余, 十几, 数百, 三四十, 二点五万. Null if there is none.
 *
 *     三 千 零 五 十 万          亿-part · 万-part · rest, each made of digit × unit
 *     ^digit ^unit   ^scale
 */
export function readHanNumeral(text: string, at: number): Numeral | null {
  return readSingle(text, at) ?? readPositional(text, at) ?? readSeveral(text, at) ?? readComposed(text, at)
}

/** 一 to 九 with nothing behind that could belong to it: nearly all numerals in words are this, mostly in other words. */
function readSingle(text: string, at: number): Numeral | null {
  const digit = hanDigit(codeAt(text, at))
  if (digit < 1 || goesOn(codeAt(text, at + 1))) return null
  return {
    from: at,
    to: at + 1,
    script: 'han',
    units: wholeOf(digit),
    high: null,
    scale: 0,
    exponent: 0,
    more: false,
    bare: false,
  }
}

/** 二〇二三 and 一九八九: digits only, at least three of them, or two with a 〇. */
function readPositional(text: string, at: number): Numeral | null {
  let to = at
  let zeroSeen = false
  for (let digit = hanDigit(codeAt(text, to)); digit >= 0; digit = hanDigit(codeAt(text, to))) {
    zeroSeen ||= to > at && digit === 0
    to++
  }
  const length = to - at
  if (length < 2 || (length < 3 && !zeroSeen) || length > 15) return null
  if (unitOf(codeAt(text, to)) > 0 || isZero(codeAt(text, at))) return null
  let printed = ''
  for (let i = at; i < to; i++) printed += hanDigit(codeAt(text, i))
  return closed(text, at, to, { units: Number(printed), scale: 0, exponent: 0 })
}

/** 几 几十 数百 十几 三四 三四十 十五六: a number that is not told exactly, with the least and the greatest it can be. */
function readSeveral(text: string, at: number): Numeral | null {
  const first = codeAt(text, at)
  if (first === some && (at > 0 ? nounsOfNumber.has(text[at - 1] as string) : false)) return null
  if (first === some || first === several) {
    let to = at + 1
    let unit = 1
    for (let next = unitOf(codeAt(text, to)); next > 0; next = unitOf(codeAt(text, to))) {
      unit *= next
      to++
    }
    const scaled = codeAt(text, to) === wan || codeAt(text, to) === yi
    if (first === some && unit === 1 && !scaled) return null
    if (text.startsWith('分之', to)) return null
    return closed(text, at, to, { units: 2 * unit, high: 10 * unit - 1, scale: 0, exponent: 0 })
  }
  const digit = hanDigit(first)
  let to = at
  let base = 0
  if (first === ten || (digit > 0 && codeAt(text, at + 1) === ten)) {
    base = Math.max(digit, 1) * 10
    to = at + (digit > 0 ? 2 : 1)
    if (codeAt(text, to) === several)
      return closed(text, at, to + 1, { units: base + 1, high: base + 9, scale: 0, exponent: 0 })
  }
  const low = hanDigit(codeAt(text, to))
  const high = hanDigit(codeAt(text, to + 1))
  if (low < 1 || high !== low + 1) return null
  const behind = unitOf(codeAt(text, to + 2))
  if (base > 0 && behind > 0) return null
  const unit = Math.max(behind, 1)
  return closed(text, at, to + (unit > 1 ? 3 : 2), {
    units: base + low * unit,
    high: base + high * unit,
    scale: 0,
    exponent: 0,
  })
}

/** 一百二十三, 三千零五十万, 两亿三千万, 三万亿, 二点五, 一百二, 三万五. */
function readComposed(text: string, at: number): Numeral | null {
  let section = readSection(text, at) ?? zeroAt(text, at)
  let sum = 0
  let to = at
  let exponent = 0
  for (const scale of [8, 4]) {
    if (!section || section.value === 0 || scaleAt(text, section.to) !== scale) continue
    sum += section.value * 10 ** scale
    to = section.to + 1
    exponent = scale
    if (scale === 4 && scaleAt(text, to) === 8) {
      sum *= 1e8
      to++
      exponent = 8
    }
    section = readSection(text, to)
  }
  if (section) {
    sum += section.lone && exponent > 0 ? section.value * 10 ** (exponent - 1) : section.value
    to = section.to
    exponent = 0
  }
  if (to === at) return null
  if (exponent === 0 && codeAt(text, to) === point && hanDigit(codeAt(text, to + 1)) >= 0)
    return readDecimals(text, at, to + 1, sum)
  return closed(text, at, to, { units: sum / 10 ** exponent, scale: 0, exponent, bare: isBare(text, at, to) })
}

/** A lone 零. */
function zeroAt(text: string, at: number): Section | null {
  return isZero(codeAt(text, at)) ? { value: 0, to: at + 1, lone: false } : null
}

/** 4 for 万, 8 for 亿, 0 for anything else. */
function scaleAt(text: string, at: number): number {
  const code = codeAt(text, at)
  return code === wan ? 4 : code === yi ? 8 : 0
}

/** A number below ten thousand. `lone`: a single digit without 零, which behind a scale counts tenths of it. */
interface Section {
  readonly value: number
  readonly to: number
  readonly lone: boolean
}

/** 三千零五十, 二百, 十五, 廿三, 一百二, 零五. */
function readSection(text: string, at: number): Section | null {
  let to = at
  let zero = false
  while (isZero(codeAt(text, to))) {
    zero = true
    to++
  }
  const start = to
  let value = 0
  let least = 10_000
  for (;;) {
    const code = codeAt(text, to)
    const twenty = value === 0 ? twentyOf(code) : 0
    const digit = hanDigit(code)
    const unit = unitOf(digit > 0 ? codeAt(text, to + 1) : code)
    if (twenty > 0) {
      value = twenty
      least = 10
      to++
    } else if (unit > 0 && unit < least && (digit > 0 || to === start || (zero && unit === 10))) {
      value += Math.max(digit, 1) * unit
      least = unit
      to += digit > 0 ? 2 : 1
      zero = false
    } else if (digit === 0 && value > 0 && least > 10 && hanDigit(codeAt(text, to + 1)) > 0) {
      zero = true
      to++
    } else {
      if (digit > 0 && unit === 0) {
        const lone = to === start && !zero
        // 一百二: a last digit right behind 百 or 千 counts tenths of it.
        value += digit * (zero || least === 10 || least === 10_000 ? 1 : least / 10)
        return { value, to: to + 1, lone }
      }
      break
    }
  }
  return to === start ? null : { value, to, lone: false }
}

/** 百, 千 alone: counts only behind 近, 上, 数 and the like; in 百姓 or 千方百计 it is no number. */
function isBare(text: string, at: number, to: number): boolean {
  return to === at + 1 && unitOf(codeAt(text, at)) > 10
}

/** The digits behind 点, and a scale behind them. */
function readDecimals(text: string, at: number, from: number, sum: number): Numeral | null {
  let to = from
  let printed = String(sum)
  for (let digit = hanDigit(codeAt(text, to)); digit >= 0; digit = hanDigit(codeAt(text, to))) {
    printed += digit
    to++
  }
  if (printed.length > 15) return null
  // 三点一是…: 点 counts points, and the digit belongs to 一是.
  if (text[to] === '是') return closed(text, at, from - 1, { units: sum, scale: 0, exponent: 0 })
  return closed(text, at, to, { units: Number(printed), scale: to - from, exponent: 0 })
}

/** Takes in what may follow the digits: 余 or 多, a scale, and 余 or 多 behind that. */
function closed(
  text: string,
  at: number,
  end: number,
  value: { units: number; high?: number; scale: number; exponent: number; bare?: boolean },
): Numeral {
  let { exponent } = value
  let more = isMore(text, end)
  let to = more ? end + 1 : end
  if (exponent === 0) {
    for (let scale = scaleAt(text, to); scale > 0; scale = scaleAt(text, to)) {
      exponent += scale
      to++
    }
    if (!more && isMore(text, to)) {
      more = true
      to++
    }
  }
  return {
    from: at,
    to,
    script: 'han',
    units: wholeOf(value.units),
    high: value.high === undefined ? null : wholeOf(value.high),
    scale: value.scale,
    exponent,
    more,
    bare: value.bare === true && exponent === 0,
  }
}

/** Whether 余 or 多 stands at `at`, or 来 behind 十 or 百. */
function isMore(text: string, at: number): boolean {
  const code = codeAt(text, at)
  if (code === yu || code === duo) return true
  if (code !== lai) return false
  const before = unitOf(codeAt(text, at - 1))
  return before === 10 || before === 100
}
