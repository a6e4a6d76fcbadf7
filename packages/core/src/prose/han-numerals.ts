import type { Numeral } from './numerals.ts'

/** The digits of numerals in words, as char code → value. */
const digits = table('〇0零0一1二2两2三3四4五5六6七7八8九9')
/** 十百千 and the short forms 廿 卅, as char code → value. */
const units: ReadonlyMap<number, number> = new Map([
  [0x5341, 10],
  [0x767e, 100],
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
/** Characters after which 数 is a noun's end (人数, 总数), not “several”. */
const nounsOfNumber = new Set('总人件次户多少参基案天指系函份个岁倍分复整级常变点')

function table(pairs: string): ReadonlyMap<number, number> {
  const known = new Map<number, number>()
  for (let at = 0; at < pairs.length; at += 2) known.set(pairs.charCodeAt(at), Number(pairs[at + 1]))
  return known
}

/** Whether a numeral in words may begin with this character. */
export function startsHanNumeral(code: number): boolean {
  return digits.has(code) || units.has(code) || twenties.has(code) || code === several || code === some
}

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
  return readPositional(text, at) ?? readSeveral(text, at) ?? readComposed(text, at)
}

/** 二〇二三 and 一九八九: digits only, at least three of them, or two with a 〇. */
function readPositional(text: string, at: number): Numeral | null {
  let to = at
  let zeroSeen = false
  while (digits.has(text.charCodeAt(to))) {
    zeroSeen ||= to > at && zeroes.has(text.charCodeAt(to))
    to++
  }
  const length = to - at
  if (length < 2 || (length < 3 && !zeroSeen) || length > 15) return null
  const behind = text.charCodeAt(to)
  if (units.has(behind) || zeroes.has(text.charCodeAt(at))) return null
  let printed = ''
  for (let i = at; i < to; i++) printed += hanDigit(text.charCodeAt(i))
  return closed(text, at, to, { units: Number(printed), scale: 0, exponent: 0 })
}

/** 几 几十 数百 十几 三四 三四十 十五六: a number that is not told exactly, with the least and the greatest it can be. */
function readSeveral(text: string, at: number): Numeral | null {
  const first = text.charCodeAt(at)
  if (first === some && (at > 0 ? nounsOfNumber.has(text[at - 1] as string) : false)) return null
  if (first === some || first === several) {
    let to = at + 1
    let unit = 1
    for (let next = units.get(text.charCodeAt(to)); next; next = units.get(text.charCodeAt(to))) {
      unit *= next
      to++
    }
    const scaled = text.charCodeAt(to) === wan || text.charCodeAt(to) === yi
    if (first === some && unit === 1 && !scaled) return null
    if (text.startsWith('分之', to)) return null
    return closed(text, at, to, { units: 2 * unit, high: 10 * unit - 1, scale: 0, exponent: 0 })
  }
  const digit = digits.get(first)
  let to = at
  let base = 0
  if (units.get(first) === 10 || (digit && units.get(text.charCodeAt(at + 1)) === 10)) {
    base = (digit ?? 1) * 10
    to = at + (digit ? 2 : 1)
    if (text.charCodeAt(to) === several)
      return closed(text, at, to + 1, { units: base + 1, high: base + 9, scale: 0, exponent: 0 })
  }
  const low = hanDigit(text.charCodeAt(to))
  const high = hanDigit(text.charCodeAt(to + 1))
  if (low < 1 || high !== low + 1) return null
  const unit = base === 0 ? (units.get(text.charCodeAt(to + 2)) ?? 1) : 1
  if (base > 0 && units.has(text.charCodeAt(to + 2))) return null
  return closed(text, at, to + (unit > 1 ? 3 : 2), {
    units: base + low * unit,
    high: base + high * unit,
    scale: 0,
    exponent: 0,
  })
}

/** 一百二十三, 三千零五十万, 两亿三千万, 二点五, 一百二. */
function readComposed(text: string, at: number): Numeral | null {
  let to = at
  let total = 0
  let section = 0
  let digit = -1
  let least = 10_000
  let zeroBefore = false
  let exponent = 0
  let read = false
  for (; ; to++) {
    const code = text.charCodeAt(to)
    const value = digits.get(code)
    if (value !== undefined) {
      if (digit >= 0) break
      if (value === 0 && read) {
        zeroBefore = true
        continue
      }
      digit = value
      exponent = 0
      read = true
      if (value === 0) {
        to++
        break
      }
      continue
    }
    const twenty = twenties.get(code)
    const unit = units.get(code)
    if (twenty !== undefined) {
      if (read) break
      section = twenty
      least = 10
    } else if (unit !== undefined) {
      if (unit >= least || (digit < 0 && (read ? unit !== 10 || !zeroBefore : false))) break
      section += (digit < 0 ? 1 : digit) * unit
      least = unit
    } else if (code === wan || code === yi) {
      section += Math.max(digit, 0)
      if (section === 0) {
        if (!read || exponent !== 4 || code !== yi) break
        total *= 10_000
        exponent = 8
        continue
      }
      const scale = code === wan ? 4 : 8
      if (total > 0 && (exponentOf(total) < scale || total % 10 ** scale !== 0)) break
      total = code === yi ? (total + section) * 1e8 : total + section * 1e4
      section = 0
      least = 10_000
      exponent = scale
      digit = -1
      zeroBefore = false
      read = true
      continue
    } else break
    digit = -1
    zeroBefore = false
    exponent = 0
    read = true
  }
  if (!read) return null
  while (to > at + 1 && zeroes.has(text.charCodeAt(to - 1))) to--
  if (digit >= 0) section += digit * shortened(least, total, zeroBefore)
  const sum = total + section
  const bare = isBare(text, at, to)
  if (exponent === 0 && text.charCodeAt(to) === point && hanDigit(text.charCodeAt(to + 1)) >= 0)
    return readFraction(text, at, to + 1, sum)
  return closed(text, at, to, { units: sum / 10 ** exponent, scale: 0, exponent, bare })
}

/** 一百二 is 120 and 三万五 is 35000: a last digit that follows 百, 千 or 万 directly counts tenths of it. */
function shortened(least: number, total: number, zeroBefore: boolean): number {
  if (zeroBefore || least === 10 || (least === 10_000 && total === 0)) return 1
  return least === 10_000 ? 10 ** (total >= 1e8 && total % 1e8 === 0 ? 7 : 3) : least / 10
}

function exponentOf(value: number): number {
  return Math.floor(Math.log10(value))
}

/** 百, 千 alone: counts only behind 近, 上, 数 and the like; in 百姓 or 千方百计 it is no number. */
function isBare(text: string, at: number, to: number): boolean {
  return to === at + 1 && units.has(text.charCodeAt(at)) && text.charCodeAt(at) !== 0x5341
}

/** The digits behind 点, and a scale behind them. */
function readFraction(text: string, at: number, from: number, sum: number): Numeral | null {
  let to = from
  let printed = String(sum)
  for (let digit = hanDigit(text.charCodeAt(to)); digit >= 0; digit = hanDigit(text.charCodeAt(to))) {
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
  let to = end
  let { exponent } = value
  let more = false
  const takeMore = (): void => {
    const mark = text[to]
    if (mark !== '余' && mark !== '多' && mark !== '来') return
    if (mark === '来' && !(text[to - 1] === '十' || text[to - 1] === '百')) return
    more = true
    to++
  }
  takeMore()
  if (exponent === 0) {
    while (text.charCodeAt(to) === wan || text.charCodeAt(to) === yi) {
      exponent += text.charCodeAt(to) === wan ? 4 : 8
      to++
    }
    if (!more) takeMore()
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
