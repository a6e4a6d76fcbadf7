import type { BlockShape } from '../../text/block.ts'
import { printNumber, shift } from '../decimal.ts'
import { isExact, middle } from '../interval.ts'
import type { Unit } from '../ledger.ts'
import type { Rational } from '../rational.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Slot } from './slots.ts'

/** Words before the name of what a figure counts that do not belong to the name. */
const before =
  /^(?:[^,。;]*?(?:其中|分别为|分别是|划分为|分为|分成|包括|包含|合计|共计|总计|总共)[:,]?|[和及与]|以及|(?:而|则|另有|还有|并))/
/** What every match of {@link before} holds. */
const mayHoldBefore = /[其分包计共和及与而则另还并]/
/** Words between the name and the number. */
const behind =
  /(?:总数|共计|合计|总计|总共|累计|达到|达|共有|共|现有|已有|仅有|计|有|为|是|约|近|超过|超|逾|仅|已|各|均|至少|不足|不到)+$/

/** What every match of {@link behind} ends with. */
const endsBehind = '数计共到达有为是约近过超逾仅已各均少足'

/** Words of time and extent with which a clause begins. */
const opening = /^(?:(?:全年|今年|本年度?|年内|当年|一年来|截至[^,。;]{1,8}[底末日])(?:以来)?(?:累计|共)?|共)/

/** What every match of {@link opening} begins with. */
const beginsOpening = '全今本年当一截共'

/** A name is cut to its last characters when it is longer than this. */
const longestName = 16

/** What a figure counts, as its neighbours name it: the words before it, or else behind it; empty if there are none. */
export function nameOf(slot: Slot): string {
  slot.name ??= nameIn(slot.label)
  return slot.name
}

function nameIn(label: string): string {
  let name = label.trim()
  if (mayHoldBefore.test(name)) name = name.replace(before, '')
  if (beginsOpening.includes(name.charAt(0))) name = name.replace(opening, '')
  if (endsBehind.includes(name.charAt(name.length - 1))) name = name.replace(behind, '')
  name = name.trim()
  return name.length > longestName ? name.slice(-longestName) : name
}

/** The figure with its name: `简易程序112件`, `自然人（含个体户）61件`. */
export function named(slot: Slot, shape: BlockShape): string {
  const { from, to } = slot.figure
  const printed = shape.text.slice(from, to)
  const name = nameOf(slot)
  if (name === '') return printed
  const at = slot.label.lastIndexOf(name)
  return shape.text.slice(slot.labelFrom + at, slot.labelFrom + at + name.length).trim() + printed
}

/** Where the name of the figure begins: the start of what is marked when the figure and its name are. */
export function nameFrom(slot: Slot): number {
  const name = nameOf(slot)
  return name === '' ? slot.figure.from : slot.labelFrom + slot.label.lastIndexOf(name)
}

const digits = /[0-9,.]/
const hanDigits = /[〇零一二两三四五六七八九十百千]/
const qualifierWords = /^(?:约|近|超过|超|逾|达到|达|不低于|不少于|至少|多达)+/

/** How a figure is printed behind its digits: `万元`, `件`, `个百分点`; and which power of ten its scale word stands for. */
export function printedUnit(figure: Pick<LocalFigure, 'text' | 'unit'>): {
  suffix: string
  exponent: number
} {
  const text = figure.text.replace(qualifierWords, '')
  let at = 0
  const same = digits.test(foldedDigit(text[0] ?? '')) ? digits : hanDigits
  while (at < text.length && same.test(foldedDigit(text[at] as string))) at++
  let suffix = text.slice(at).replace(/^[余多来几]/, '')
  let exponent = 0
  for (const [word, power] of scales) {
    if (!suffix.startsWith(word)) continue
    exponent = power
    break
  }
  suffix = suffix.replace(/([万亿])[余多]/, '$1').replace(/(?:左右|上下|以上|以下|以内)$/, '')
  return { suffix, exponent }
}

const scales: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千万', 7],
  ['百万', 6],
  ['万', 4],
  ['亿', 8],
]

/** One full-width digit, point or comma as its half-width form. */
function foldedDigit(character: string): string {
  const code = character.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
}

/** A computed value in the way `like` is printed: 534000 beside 52.4万元 is `53.4万元`. */
export function printLike(value: Rational, like: Pick<LocalFigure, 'text' | 'unit'>, places = 2): string {
  const { suffix, exponent } = printedUnit(like)
  return `${printNumber(shift(value, -exponent), exponent === 0 ? places : Math.max(places, 4))}${suffix}`
}

/** Whether the printed number says one value and no more or less: no 约, no 余. */
export function isPlain(figure: Pick<LocalFigure, 'qualifiers'>): boolean {
  return figure.qualifiers.bound === 'exact'
}

/** The value in the middle of what the figure allows: as printed, when it is plain. */
export function printedValue(figure: Pick<LocalFigure, 'interval'>): Rational {
  const { low } = figure.interval
  return isExact(figure.interval) && low !== null ? low : middle(figure.interval)
}

/** Measure words that count the same things, by the word. */
const families: ReadonlyMap<string, number> = new Map(
  ['人名位员', '件起宗例桩', '次场期'].flatMap((words, family) => [...words].map((word) => [word, family])),
)

/** Whether two figures are counted or measured in the same unit, so that they may be added. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a.kind !== b.kind) return false
  if (a.name === b.name) return true
  if (a.kind !== 'measure') return false
  const family = families.get(a.name)
  return family !== undefined && family === families.get(b.name)
}
