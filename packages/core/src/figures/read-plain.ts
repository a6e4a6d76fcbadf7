import { isGroup } from '../prose/numerals.ts'
import { codeAt } from '../text/code-at.ts'
import { wholeOf } from '../text/whole-of.ts'
import { isDigit } from './date-parts.ts'
import { exactly, rounded } from './interval.ts'
import { isPlausibleBehindDigits } from './plausible.ts'
import { boundBefore, mayBeginBound, mayEndBound } from './qualifiers.ts'
import type { Quantity } from './quantity.ts'
import { rational } from './rational.ts'
import { unitAt } from './units.ts'

/** By code what a character beside a number or its unit may do to them, as bits. */
const joins = new Uint8Array(0x10000)
/** Behind the digits: more digits, a scale, a date, a fraction, a range. */
const behindDigits = 1
/** Behind the unit: 余, 号, another half of it, a range. */
const behindUnit = 2
/** Before the digits: letters and signs of a code, 第, the : of a proportion. */
const beforeDigits = 4
note('.半余多几百千万亿年月日号时季分成折至到-—–~～/: ', behindDigits)
note('多余半号至到-—–~～', behindUnit)
note('ABCDEFGHIJKLMNOPQRSTUVWXYZ\\abcdefghijklmnopqrstuvwxyz+.#№第:', beforeDigits)

function note(characters: string, bit: number): void {
  for (let at = 0; at < characters.length; at++) {
    const code = characters.charCodeAt(at)
    joins[code] = (joins[code] as number) | bit
  }
}

/** A number of so many digits is exact as a binary float. */
const longestSafe = 15

const comma = 0x2c
const dot = 0x2e

/**
 * Reads a number in digits with its unit right behind it and nothing that changes what either says, as nearly all figures are
 * printed; `at` is its first digit, `floor` as for `readQuantity`. Null wherever there is more to look at.
 *
 *     办结 1,874 件 ，      98.2 % ，      发放 3.2 万 份 。
 *          ^at   ^to        ^at  ^to            ^at ^scale ^to
 */
export function readPlain(text: string, at: number, floor: number): Quantity | null {
  const before = codeAt(text, at - 1)
  if (((joins[before] as number) & beforeDigits) !== 0) return null
  if (mayEndBound(before) && boundBefore(text, at, floor) !== null) return null
  let value = 0
  let to = at
  let code = codeAt(text, at)
  for (; isDigit(code); code = codeAt(text, ++to)) value = value * 10 + (code - 0x30)
  if (code === comma && isDigit(codeAt(text, to + 1))) {
    if (to - at > 3) return null
    for (; code === comma && isGroup(text, to); code = codeAt(text, to)) {
      value = value * 1000 + thousandsAt(text, to)
      to += 4
    }
  }
  let scale = 0
  if (code === dot && isDigit(codeAt(text, to + 1))) {
    const point = to
    code = codeAt(text, ++to)
    for (; isDigit(code); code = codeAt(text, ++to)) value = value * 10 + (code - 0x30)
    scale = to - point - 1
  }
  if (to - at > longestSafe) return null
  const exponent = code === tenThousand ? 4 : code === hundredMillion ? 8 : 0
  if (exponent > 0) code = codeAt(text, ++to)
  if (((joins[code] as number) & behindDigits) !== 0) return null
  const known = unitAt(text, to, 'arabic')
  if (!known) return null
  const end = to + known.name.length
  const next = codeAt(text, end)
  if (((joins[next] as number) & behindUnit) !== 0 || mayBeginBound(next)) return null
  if (!isPlausibleBehindDigits(text, at, known, end)) return null
  const units = wholeOf(value)
  const isExact = !known.rounded && scale === 0 && exponent === 0
  const interval = isExact ? exactly(rational(units)) : rounded({ units, scale }, exponent)
  return { from: at, to: end, boundFrom: at, interval, unit: known.unit, bound: 'exact' }
}

const tenThousand = 0x4e07
const hundredMillion = 0x4ebf

/** The three digits behind the comma at `at`. */
function thousandsAt(text: string, at: number): number {
  return codeAt(text, at + 1) * 100 + codeAt(text, at + 2) * 10 + codeAt(text, at + 3) - 0x30 * 111
}
