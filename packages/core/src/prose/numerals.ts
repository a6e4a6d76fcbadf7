import { readHanNumeral, startsHanNumeral } from './han-numerals.ts'

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

function isDigit(code: number): boolean {
  return code >= zero && code <= nine
}

/** Whether a numeral may begin with this character of a folded text. */
export function startsNumeral(code: number): boolean {
  return isDigit(code) || (code > 0x3000 && startsHanNumeral(code))
}

/**
 * Reads the number that begins at `at` of a width-folded text: as many characters as belong to it, without its unit. Null if
 * there is none, or if the digits are no quantity at all (`2023.12.31`, `1.2.3`).
 *
 *     1,874      12.6万      30余      3千万      一百二十三      二〇二三      十几      三四十
 */
export function readNumeral(text: string, at: number): Numeral | null {
  return isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readHanNumeral(text, at)
}

/** Where the digits (with separators between them) that include `at` end: how far to skip what is no number. */
export function skipDigits(text: string, at: number): number {
  let to = at
  while (
    isDigit(text.charCodeAt(to)) ||
    (isSeparator(text.charCodeAt(to)) && isDigit(text.charCodeAt(to + 1)))
  )
    to++
  return to
}

function isSeparator(code: number): boolean {
  return code === comma || code === dot
}

function readArabic(text: string, at: number): Numeral | null {
  let to = at
  while (isDigit(text.charCodeAt(to))) to++
  let printed = text.slice(at, to)
  if (to - at <= 3) {
    while (isGroup(text, to)) {
      printed += text.slice(to + 1, to + 4)
      to += 4
    }
  }
  let scale = 0
  if (text.charCodeAt(to) === dot && isDigit(text.charCodeAt(to + 1))) {
    const from = to + 1
    to = from
    while (isDigit(text.charCodeAt(to))) to++
    if (text.charCodeAt(to) === dot && isDigit(text.charCodeAt(to + 1))) return null
    scale = to - from
    printed += text.slice(from, to)
  }
  if (printed.length > 18) return null
  return withScale(text, at, to, printed, scale)
}

/** `,874` with exactly three digits: a group of thousands and not the next number of a list. */
function isGroup(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === comma &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    isDigit(text.charCodeAt(at + 3)) &&
    !isDigit(text.charCodeAt(at + 4))
  )
}

/** Characters behind which 千 belongs to the unit: 千米, 千瓦. */
const thousandUnits = new Set('米瓦克伏卡升帕赫焦')
const scales: ReadonlyMap<string, number> = new Map([
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
])

/** Takes in what may follow Arabic digits: 余, the scale 万 (千万, 万亿), the rest of `1亿2000万`, and 余 behind them. */
function withScale(text: string, at: number, end: number, digits: string, scale: number): Numeral {
  let to = end
  let more = false
  const takeMore = (): void => {
    if (text[to] === '余' || text[to] === '多' || (text[to] === '几' && digits.endsWith('0'))) {
      more = true
      to++
    }
  }
  takeMore()
  let exponent = 0
  for (let step = scales.get(text[to] as string); step; step = scales.get(text[to] as string)) {
    const next = text[to + 1] ?? ''
    if (step === 3 && thousandUnits.has(next)) break
    if (step === 2 && next !== '万' && next !== '余' && next !== '多') break
    if (exponent >= 8 || (step < 4 && exponent > 0)) break
    exponent += step
    to++
  }
  let units = BigInt(digits)
  if (exponent === 8 && scale === 0 && !more && isDigit(text.charCodeAt(to))) {
    const rest = readArabic(text, to)
    if (rest && rest.scale === 0 && rest.exponent === 4 && rest.units < 10_000n) {
      units = units * 10_000n + rest.units
      exponent = 4
      to = rest.to
      more = rest.more
    }
  }
  if (!more) takeMore()
  return { from: at, to, script: 'arabic', units, high: null, scale, exponent, more, bare: false }
}

/**
 * Reads a part of a whole that begins at `at` of a width-folded text: 百分之九十二点五, 三分之二, 3/4. Null if there is none.
 *
 *     百 分 之 九十二
 *     ^whole   ^part
 */
export function readFraction(text: string, at: number): Fraction | null {
  const whole = readNumeral(text, at)
  if (!whole || whole.scale > 0 || whole.high !== null || whole.more || whole.units === 0n) return null
  const spoken = text.startsWith('分之', whole.to)
  const sign = spoken ? 2 : text[whole.to] === '/' && whole.script === 'arabic' ? 1 : 0
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
