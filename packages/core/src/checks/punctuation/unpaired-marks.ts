import type { BlockShape } from '../../text/block.ts'
import { marksOf } from '../../text/marks.ts'
import { enclosing, signsOfAny } from '../../text/signs.ts'
import { blockCheck, type LocalObservation } from '../check.ts'
import { markedPhrase } from '../shared/marked-phrase.ts'

/** Parameters of `unpaired-marks`: the pairs to watch, each as two characters. */
export interface UnpairedMarksParameters {
  readonly pairs: readonly string[]
}

/** An opening mark: where it stands, and 1 + the position of its pair. */
interface Open {
  readonly at: number
  readonly pair: number
}

/** A mark without its partner. */
interface LoneMark extends Open {
  readonly opening: boolean
}

/**
 * Brackets and quotation marks that are opened and not closed, or closed and not opened, inside one block. Width-blind:
 * `（` pairs with `)`.
 *
 *     ……组织人民调解员培训（含线上，覆盖全部村（社区）。
 *                         ^ opened here, never closed
 */
export const unpairedMarks = blockCheck<UnpairedMarksParameters>('unpaired-marks', 0, ({ pairs }) => {
  const marks = new Uint16Array(0x10000)
  for (const [nth, pair] of pairs.entries()) {
    const [open, close] = [pair.charCodeAt(0), pair.charCodeAt(1)]
    marks[open] = (marks[open] as number) | (nth + 1)
    marks[close] = (marks[close] as number) | ((nth + 1) << 8)
  }
  const isKnown = [...pairs.join('')].every((mark) => (signsOfAny(mark) & enclosing) !== 0)
  const waiting = new Uint32Array(pairs.length + 1)
  return (shape) => {
    const places = isKnown ? marksOf(shape) : everywhere(shape)
    if (places.length === 0) return none
    for (let nth = 0; nth < waiting.length; nth++) waiting[nth] = 0
    return unpaired(shape, pairs, places, marks, waiting)
  }
})

/** All places of a text: where marks of other kinds may stand. */
function everywhere({ folded }: BlockShape): readonly number[] {
  return Array.from({ length: folded.length }, (_, at) => at)
}

const none: readonly LocalObservation[] = []

/**
 * `marks` has for each unit 1 + the pair that it opens, and 256 times 1 + the pair that it closes; `places` are those at which
 * one may stand; `waiting` counts the open marks of each pair.
 */
function unpaired(
  shape: BlockShape,
  pairs: readonly string[],
  places: readonly number[],
  marks: Uint16Array,
  waiting: Uint32Array,
): readonly LocalObservation[] {
  const text = shape.folded
  const stack: Open[] = []
  const found: LoneMark[] = []
  for (const at of places) {
    const mark = marks[text.charCodeAt(at)] as number
    if (mark === 0) continue
    const opened = mark & 0xff
    if (opened !== 0) {
      stack.push({ at, pair: opened })
      waiting[opened] = (waiting[opened] as number) + 1
    }
    const closed = mark >> 8
    if (closed === 0) continue
    if (waiting[closed] === 0) {
      if (!isListLabel(text, at)) found.push({ at, opening: false, pair: closed })
      continue
    }
    let depth = stack.length - 1
    if ((stack[depth] as Open).pair === closed) {
      stack.pop()
      waiting[closed] = (waiting[closed] as number) - 1
      continue
    }
    while ((stack[depth] as Open).pair !== closed) depth--
    for (let inner = depth; inner < stack.length; inner++) {
      const open = stack[inner] as Open
      waiting[open.pair] = (waiting[open.pair] as number) - 1
      if (inner > depth) found.push({ ...open, opening: true })
    }
    stack.length = depth
  }
  for (const open of stack) {
    if (!continuesElsewhere(text, open.at)) found.push({ ...open, opening: true })
  }
  return found.length === 0
    ? none
    : found
        .filter(({ at }) => !damagedNumber(text, at))
        .map(({ at, opening, pair }) => observation(shape, at, opening, pairs[pair - 1] as string))
}

function observation(shape: BlockShape, at: number, opening: boolean, pair: string): LocalObservation {
  const partner = pair[opening ? 1 : 0] as string
  const from = opening ? at : Math.max(0, at - 12)
  const to = opening ? Math.min(shape.text.length, at + 13) : at + 1
  return {
    ...markedPhrase(shape.folded, at, opening),
    ...(opening ? {} : { variant: 'closing' }),
    data: {
      mark: shape.text[at] as string,
      partner: fullWidth.get(partner) ?? partner,
      context: shape.text.slice(from, to),
    },
  }
}

const fullWidth: ReadonlyMap<string, string> = new Map([
  ['(', '（'],
  [')', '）'],
  ['[', '〔'],
  [']', '〕'],
])

/** `1)` and `a)` at the start of a block or clause are labels, not brackets. */
function isListLabel(text: string, at: number): boolean {
  if (text[at] !== ')') return false
  let start = at
  while (start > 0 && at - start < 3 && /[0-9a-zA-Z①-⑳一二三四五六七八九十]/.test(text[start - 1] as string))
    start--
  return start < at && (start === 0 || /[\s。;:,、]/.test(text[start - 1] as string))
}

/** A quotation that runs over several paragraphs opens each of them and closes only the last. */
function continuesElsewhere(text: string, open: number): boolean {
  return open === 0 && text.startsWith('“') && text.length > 20
}

/** Brackets of a damaged document number (`【202031号)`) are the business of citations/document-number. */
function damagedNumber(text: string, at: number): boolean {
  return /\d{4,}\s?号/.test(text.slice(Math.max(0, at - 14), at + 14))
}
