import { codeAt } from '../text/code-at.ts'
import type { Numeral } from './numerals.ts'

/** The digits of numerals in words, as char code → value. */
const digits = table('〇0零0一1二2两2三3四4五5六6七7八8九9')
/** 十百千 and the short forms 廿 卅, as char code → value. */
const ten = 0x5341
const hundred = 0x767e
const units: ReadonlyMap<number, number> = new Map([
  [ten, 10],
  [hundred, 100],
  [0x5343, 1000],
])
const twenties: ReadonlyMap<number, number> = new Map([
  [0x5eff, 20],
  [0x5345, 30],
])
const wan = 0x4e07
const yi = 0x4ebf
const point = 0x70b9
const zeroes: ReadonlySet<number> = new Set([0x3007, 0x96f6])
const several = 0x51e0
const some = 0x6570
const yu = 0x4f59
const duo = 0x591a
const lai = 0x6765
/** Characters after which 数 is a noun's end (人数, 总数), not “several”. */
const nounsOfNumber = new Set('总人件次户多少参基案天指系函份个岁倍分复整级常变点')

function table(pairs: string): ReadonlyMap<number, number> {
  const known = new Map<number, number>()
  for (let at = 0; at < pairs.length; at += 2) known.set(pairs.charCodeAt(at), Number(pairs[at + 1]))
  return known
}

/** The characters with which a numeral in words may begin. */
export const hanNumeralCharacters = '〇零一二两三四五六七八九十百千廿卅几数'

/** Characters with which a numeral that has begun may go on. */
const goesOn: ReadonlySet<number> = new Set(
  [...`${hanNumeralCharacters}万亿点余多`].map((character) => character.charCodeAt(0)),
)

/** The digit that a character stands for; -1 if it is none. */
export function hanDigit(code: number): number {
  return digits.get(code) ?? -1
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
  const digit = digits.get(codeAt(text, at))
  if (!digit) return null
  const behind = codeAt(text, at + 1)
  if (goesOn.has(behind)) return null
  return {
    from: at,
    to: at + 1,
    script: 'han',
    units: BigInt(digit),
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
  while (digits.has(codeAt(text, to))) {
    zeroSeen ||= to > at && zeroes.has(codeAt(text, to))
    to++
  }
  const length = to - at
  if (length < 2 || (length < 3 && !zeroSeen) || length > 15) return null
  const behind = codeAt(text, to)
  if (units.has(behind) || zeroes.has(codeAt(text, at))) return null
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
    for (let next = units.get(codeAt(text, to)); next; next = units.get(codeAt(text, to))) {
      unit *= next
      to++
    }
    const scaled = codeAt(text, to) === wan || codeAt(text, to) === yi
    if (first === some && unit === 1 && !scaled) return null
    if (text.startsWith('分之', to)) return null
    return closed(text, at, to, { units: 2 * unit, high: 10 * unit - 1, scale: 0, exponent: 0 })
  }
  const digit = digits.get(first)
  let to = at
  let base = 0
  if (units.get(first) === 10 || (digit && units.get(codeAt(text, at + 1)) === 10)) {
    base = (digit ?? 1) * 10
    to = at + (digit ? 2 : 1)
    if (codeAt(text, to) === several)
      return closed(text, at, to + 1, { units: base + 1, high: base + 9, scale: 0, exponent: 0 })
  }
  const low = hanDigit(codeAt(text, to))
  const high = hanDigit(codeAt(text, to + 1))
  if (low < 1 || high !== low + 1) return null
  const unit = base === 0 ? (units.get(codeAt(text, to + 2)) ?? 1) : 1
  if (base > 0 && units.has(codeAt(text, to + 2))) return null
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
  return zeroes.has(codeAt(text, at)) ? { value: 0, to: at + 1, lone: false } : null
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
  while (zeroes.has(codeAt(text, to))) {
    zero = true
    to++
  }
  const start = to
  let value = 0
  let least = 10_000
  for (;;) {
    const code = codeAt(text, to)
    const twenty = value === 0 ? twenties.get(code) : undefined
    const digit = hanDigit(code)
    const unit = units.get(codeAt(text, digit > 0 ? to + 1 : to))
    if (twenty !== undefined) {
      value = twenty
      least = 10
      to++
    } else if (unit !== undefined && unit < least && (digit > 0 || to === start || (zero && unit === 10))) {
      value += Math.max(digit, 1) * unit
      least = unit
      to += digit > 0 ? 2 : 1
      zero = false
    } else if (zeroes.has(code) && value > 0 && least > 10 && hanDigit(codeAt(text, to + 1)) > 0) {
      zero = true
      to++
    } else {
      if (digit > 0 && unit === undefined) {
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
  return to === at + 1 && units.has(codeAt(text, at)) && codeAt(text, at) !== ten
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
    units: BigInt(value.units),
    high: value.high === undefined ? null : BigInt(value.high),
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
  const before = codeAt(text, at - 1)
  return before === ten || before === hundred
}
