import { codeAt } from '../text/code-at.ts'
import { wholeOf } from '../text/whole-of.ts'
import { hanNumeralCharacters, readHanNumeral } from './han-numerals.ts'

/**
 * A number as printed: `units` × 10^(`exponent` − `scale`). Trailing zeros and the scale are kept, since they tell how exactly
 * the writer spoke: `2.95万` is units 295, scale 2, exponent 4.
 */
export interface Numeral {
  /** Offsets in the text read: digits, scale and 余 or 多; no unit. */
  readonly from: number
  readonly to: number
  readonly script: 'arabic' | 'han'
  readonly units: bigint
  /** 三四十, 几十, 十几: the greatest it can be, at the same scale; `units` is the least. Otherwise null. */
  readonly high: bigint | null
  /** How many decimals are printed. */
  readonly scale: number
  /** 4 for 万, 8 for 亿, 12 for 万亿, 3 for 千. */
  readonly exponent: number
  /** 余 or 多 stands with it: a little more than printed. */
  readonly more: boolean
  /** A lone 百 or 千: a number only where a word before it makes it one (近百, 上千). */
  readonly bare: boolean
}

/** A part of a whole in words: 百分之九十二, 千分之三, 三分之二, 2/3. */
export interface Fraction {
  readonly from: number
  readonly to: number
  readonly numerator: Numeral
  /** 100 for 百分之, otherwise what stands before 分之. */
  readonly denominator: bigint
}

const zero = 0x30
const nine = 0x39
const comma = 0x2c
const dot = 0x2e
const bai = 0x767e
const qian = 0x5343
const wan = 0x4e07
const yi = 0x4ebf
const yu = 0x4f59
const duo = 0x591a
const ji = 0x51e0
const fen = 0x5206
const slash = 0x2f

/** A number of so many digits is exact as a binary float. */
const longestSafe = 15

function isDigit(code: number): boolean {
  return code >= zero && code <= nine
}

/** The characters of a folded text with which a numeral may begin. */
export const numeralCharacters = `0123456789${hanNumeralCharacters}`

/**
 * Reads the number that begins at `at` of a width-folded text: as many characters as belong to it, without its unit. Null if
 * there is none, or if the digits are no quantity at all (`2023.12.31`, `1.2.3`).
 *
 *     1,874      12.6万      30余      3千万      一百二十三      二〇二三      十几      三四十
 */
export function readNumeral(text: string, at: number): Numeral | null {
  return isDigit(codeAt(text, at)) ? readArabic(text, at) : readHanNumeral(text, at)
}

/** Where the digits (with separators between them) that include `at` end: how far to skip what is no number. */
export function skipDigits(text: string, at: number): number {
  let to = at
  while (isDigit(codeAt(text, to)) || (isSeparator(codeAt(text, to)) && isDigit(codeAt(text, to + 1)))) to++
  return to
}

function isSeparator(code: number): boolean {
  return code === comma || code === dot
}

function readArabic(text: string, at: number): Numeral | null {
  let to = at
  while (isDigit(codeAt(text, to))) to++
  let count = to - at
  if (count <= 3) {
    while (isGroup(text, to)) {
      count += 3
      to += 4
    }
  }
  let scale = 0
  if (codeAt(text, to) === dot && isDigit(codeAt(text, to + 1))) {
    const from = to + 1
    to = from
    while (isDigit(codeAt(text, to))) to++
    if (codeAt(text, to) === dot && isDigit(codeAt(text, to + 1))) return null
    scale = to - from
    count += scale
  }
  if (count > 18) return null
  return withScale(text, at, to, digitsIn(text, at, to, count), scale)
}

/** The number that `count` digits make; the separators between them are passed over. */
function digitsIn(text: string, from: number, to: number, count: number): bigint {
  if (count > longestSafe) return BigInt(text.slice(from, to).replace(/[,.]/g, ''))
  let value = 0
  for (let at = from; at < to; at++) {
    const code = codeAt(text, at)
    if (isDigit(code)) value = value * 10 + (code - zero)
  }
  return wholeOf(value)
}

/** `,874` with exactly three digits: a group of thousands and not the next number of a list. */
export function isGroup(text: string, at: number): boolean {
  return (
    codeAt(text, at) === comma &&
    isDigit(codeAt(text, at + 1)) &&
    isDigit(codeAt(text, at + 2)) &&
    isDigit(codeAt(text, at + 3)) &&
    !isDigit(codeAt(text, at + 4))
  )
}

/** Characters behind which 千 belongs to the unit: 千米, 千瓦. */
const thousandUnits = '米瓦克伏卡升帕赫焦'

/** How many zeroes 百, 千, 万 or 亿 stands for; 0 for any other character. */
function zeroesOf(code: number): number {
  if (code === wan) return 4
  if (code === yi) return 8
  return code === qian ? 3 : code === bai ? 2 : 0
}

/** Whether 余, 多 or, behind a round number, 几 stands at `at`. */
function isMore(text: string, at: number, round: boolean): boolean {
  const code = codeAt(text, at)
  return code === yu || code === duo || (code === ji && round)
}

/** Takes in what may follow Arabic digits: 余, the scale 万 (千万, 万亿), the rest of `1亿2000万`, and 余 behind them. */
function withScale(text: string, at: number, end: number, digits: bigint, scale: number): Numeral {
  const round = codeAt(text, end - 1) === zero
  let more = isMore(text, end, round)
  let to = more ? end + 1 : end
  let exponent = 0
  for (let step = zeroesOf(codeAt(text, to)); step > 0; step = zeroesOf(codeAt(text, to))) {
    const next = codeAt(text, to + 1)
    if (step === 3 && thousandUnits.includes(text.charAt(to + 1) || ' ')) break
    if (step === 2 && next !== wan && next !== yu && next !== duo) break
    if (exponent >= 8 || (step < 4 && exponent > 0)) break
    exponent += step
    to++
  }
  let units = digits
  if (exponent === 8 && scale === 0 && !more && isDigit(codeAt(text, to))) {
    const rest = readArabic(text, to)
    if (rest && rest.scale === 0 && rest.exponent === 4 && rest.units < 10_000n) {
      units = units * 10_000n + rest.units
      exponent = 4
      to = rest.to
      more = rest.more
    }
  }
  if (!more && isMore(text, to, round)) {
    more = true
    to++
  }
  return { from: at, to, script: 'arabic', units, high: null, scale, exponent, more, bare: false }
}

/**
 * Reads a part of a whole that begins at `at` of a width-folded text: 百分之九十二点五, 三分之二, 3/4. Null if there is none.
 * `whole` is the numeral there, for those who have read it.
 *
 *     百 分 之 九十二
 *     ^whole   ^part
 */
export function readFraction(text: string, at: number, whole = readNumeral(text, at)): Fraction | null {
  if (!whole) return null
  const behind = codeAt(text, whole.to)
  if (behind !== fen && behind !== slash) return null
  if (whole.scale > 0 || whole.high !== null || whole.more || whole.units === 0n) return null
  const spoken = behind === fen && text.startsWith('分之', whole.to)
  const sign = spoken ? 2 : behind === slash && whole.script === 'arabic' ? 1 : 0
  if (sign === 0) return null
  const part = readNumeral(text, whole.to + sign)
  if (!part || part.bare) return null
  const denominator = whole.units * 10n ** BigInt(whole.exponent)
  if (spoken) return { from: at, to: part.to, numerator: part, denominator }
  if (part.script === 'han' || part.scale > 0 || part.units < 2n || whole.units >= part.units) return null
  return {
    from: at,
    to: part.to,
    numerator: { ...whole, to: part.to },
    denominator: part.units * 10n ** BigInt(part.exponent),
  }
}
