import { type Block, type BlockShape, has, perShape } from '../text/block.ts'
import { matchesIn } from '../text/matches.ts'
import { signs } from '../text/signs.ts'
import type { Label, LabelStyle } from './report.ts'

/** A label inside one block: offsets of the block's plain text. */
export interface LocalLabel {
  readonly style: LabelStyle
  readonly number: number
  readonly from: number
  /** Behind the label and its mark, white space included. */
  readonly to: number
}

const han = '[一二三四五六七八九十百]{1,5}'
/** What follows 、 when `一、二级` lists grades and is no label. */
const listedGrades = /^[一二三四五六七八九十]+(?:[、,级类线期批等层轮季]|$)/

const chapter = new RegExp(`^第(${han}|\\d{1,2}) ?(章|部分|篇|编|节)(?= |[、,:.]|$|[^的中里内])[ 、,:.]*`)
const hanComma = new RegExp(`^(${han}) ?[、,.:。] ?`)
const hanBracket = new RegExp(`^[(\\[] ?(${han}) ?[)\\]] ?[、,.:。]? ?`)
const arabicDot = /^(\d{1,3}) ?[.、] ?/
const arabicBracket = /^(?:\( ?(\d{1,2}) ?\)|(\d{1,2})\)) ?[、,.:。]? ?/
const inlineIs = new RegExp(`^(${han})(?:是|要|则) ?`)
const inlineOrdinal = new RegExp(`^(?:第(${han})[,、:]|(首先|其次|再次|最后)[,:]) ?`)
const ordinals: readonly string[] = ['首先', '其次', '再次', '最后']

/** Signs that hold number and mark in one character: first code point, how many, style. */
const singles: readonly (readonly [number, number, LabelStyle])[] = [
  [0x2460, 20, 'circled'], // ①…⑳
  [0x2474, 20, 'arabic-bracket'], // ⑴…⒇
  [0x2488, 20, 'arabic-dot'], // ⒈…⒛
  [0x3220, 10, 'han-bracket'], // ㈠…㈩
  [0x2776, 10, 'circled'], // ❶…❿
]

/**
 * The number with which the block begins, by its official style; null if it begins with none. A Markdown list marker
 * counts as a label that takes no room in the text.
 */
export const labelOf: (shape: BlockShape) => LocalLabel | null = perShape((shape) => {
  const written = labelAt(shape.folded, shape.text)
  if (written || shape.kind !== 'list-item') return written
  const marker = /^(\d{1,3})([.)])$/.exec(shape.marker)
  if (!marker) return null
  return {
    style: shape.depth > 1 ? 'arabic-bracket' : 'arabic-dot',
    number: Number(marker[1]),
    from: 0,
    to: 0,
  }
})

/** The block's label as part of the report. */
export function placedLabel(block: Block, label: LocalLabel): Label {
  return { style: label.style, number: label.number, place: { block, from: label.from, to: label.to } }
}

/** What a label can begin with, by code unit: most blocks begin with something else. */
const beginnings = new Uint8Array(0x10000)
for (const character of '0123456789([第首其再最一二三四五六七八九十百')
  beginnings[character.charCodeAt(0)] = 1
for (const [first, count] of singles) beginnings.fill(1, first, first + count)

/** The label at the start of folded text; `text` is the same text as written. */
export function labelAt(folded: string, text: string): LocalLabel | null {
  const unit = folded.charCodeAt(0)
  if (beginnings[unit] !== 1) return null
  if (unit === 0x28 || unit === 0x5b) {
    const han = hanBracket.exec(folded)
    if (han) return make('han-bracket', numberOf(han[1] as string), han[0].length)
    return arabicBracketAt(folded)
  }
  if (unit >= 0x30 && unit <= 0x39) {
    const bracket = arabicBracketAt(folded)
    if (bracket) return bracket
    const dot = arabicDot.exec(folded)
    return dot && !isDecimal(folded, text, dot[0]) ? make('arabic-dot', Number(dot[1]), dot[0].length) : null
  }
  if (unit === 0x7b2c) {
    const ordinal = inlineOrdinal.exec(folded)
    if (ordinal) return make('inline-ordinal', numberOf(ordinal[1] as string), ordinal[0].length)
    const match = chapter.exec(folded)
    const style = match?.[2] === '节' ? 'section' : 'chapter'
    return match ? make(style, numberOf(match[1] as string), match[0].length) : null
  }
  for (const [first, count, style] of singles) {
    if (unit >= first && unit < first + count) {
      const space = /^.[、,.]? ?/.exec(folded)
      return make(style, unit - first + 1, (space?.[0] ?? ' ').length)
    }
  }
  const is = inlineIs.exec(folded)
  if (is) return make('inline-is', numberOf(is[1] as string), is[0].length)
  const comma = hanComma.exec(folded)
  if (comma) {
    const graded = comma[0].includes('、') && listedGrades.test(folded.slice(comma[0].length))
    return graded ? null : make('han-comma', numberOf(comma[1] as string), comma[0].length)
  }
  const ordinal = inlineOrdinal.exec(folded)
  return ordinal && make('inline-ordinal', ordinals.indexOf(ordinal[2] as string) + 1, ordinal[0].length)
}

function make(style: LabelStyle, number: number, to: number): LocalLabel {
  return { style, number, from: 0, to }
}

function arabicBracketAt(folded: string): LocalLabel | null {
  const match = arabicBracket.exec(folded)
  return match && make('arabic-bracket', Number(match[1] ?? match[2]), match[0].length)
}

/**
 * Whether `3.5` begins with a decimal (or `1、2月` with a list) rather than with a label: a digit follows, and it neither
 * begins a year nor stands behind a full-width dot.
 */
function isDecimal(folded: string, text: string, mark: string): boolean {
  const next = folded.charCodeAt(mark.length)
  if (!(next >= 48 && next <= 57)) return false
  if (mark.includes('、') && /^\d{1,3}(?:[、月日号级类线组班]|$)/.test(folded.slice(mark.length))) return true
  if (mark.endsWith(' ') || mark.includes('、') || text.slice(0, mark.length).includes('．')) return false
  return !/^(?:19|20)\d\d年/.test(folded.slice(mark.length, mark.length + 5))
}

/** The value of a label's number, Arabic or Chinese up to 百. */
export function numberOf(digits: string): number {
  if (/^\d+$/.test(digits)) return Number(digits)
  let total = 0
  let digit = 0
  for (const character of digits) {
    const value = '一二三四五六七八九'.indexOf(character) + 1
    if (value > 0) digit = value
    else if (character === '十') {
      total += (digit || 1) * 10
      digit = 0
    } else if (character === '百') {
      total += (digit || 1) * 100
      digit = 0
    }
  }
  return total + digit
}

/** A clause that begins with 一是, 二是… or 第一，第二… or ①② inside a paragraph. */
export interface InlineClause {
  readonly label: LocalLabel
  /** From the label to the next clause of the run, or to the paragraph's end. */
  readonly from: number
  readonly to: number
}

//     …提升。一是推进…。二是加大…;三是强化…。
//            ^        ^        ^   behind 。；：， or at the start only
const inlineStart = new RegExp(
  `(?:^|[。!?;:,” —-])((?:(${han})(?:是|要|则))|(?:第(${han})[,、:])|(首先|其次|再次|最后)[,:]|[①-⑳]|\\((\\d{1,2})\\)|\\((${han})\\))`,
  'g',
)

/** A run needs its second number: without one of these there is none. */
const second = /[二三][是要则]|其次|最后|第二|[②③]|\([23二三]\)/
const noClauses: readonly InlineClause[] = Object.freeze([])

/**
 * The clauses of a paragraph that are numbered inline. A run begins with number one; several runs are kept apart by
 * their restart at one. A lone 一是 is no run.
 */
export const inlineClauses: (shape: BlockShape) => readonly InlineClause[] = perShape((shape) => {
  const { folded } = shape
  if (!has(shape, signs.second) || !second.test(folded)) return noClauses
  const starts: LocalLabel[] = []
  for (const match of matchesIn(folded, inlineStart)) {
    const written = match[1] as string
    const from = match.index + match[0].length - written.length
    const label = labelAt(folded.slice(from, from + 12), shape.text.slice(from, from + 12))
    if (label) starts.push({ style: label.style, number: label.number, from, to: from + label.to })
  }
  const style = commonStyle(starts)
  const run = starts.filter((label) => label.style === style)
  if (run.length < 2) return []
  return run.map((label, nth) => ({
    label,
    from: label.from,
    to: run[nth + 1]?.from ?? folded.length,
  }))
})

/** The style of the first label that has a successor of its style. */
function commonStyle(labels: readonly LocalLabel[]): LabelStyle | null {
  const first = labels.find((label, nth) =>
    labels.some((other, at) => at > nth && other.style === label.style),
  )
  return first?.style ?? null
}
