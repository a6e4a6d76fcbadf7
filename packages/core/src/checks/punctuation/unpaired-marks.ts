import { type BlockShape, isProse } from '../../text/block.ts'
import { blockCheck, type LocalObservation } from '../check.ts'

/** Parameters of `unpaired-marks`: the pairs to watch, each as two characters. */
export interface UnpairedMarksParameters {
  readonly pairs: readonly string[]
}

interface Open {
  readonly at: number
  readonly mark: string
  readonly pair: string
}

/**
 * Brackets and quotation marks that are opened and not closed, or closed and not opened, inside one block. Width-blind:
 * `（` pairs with `)`.
 *
 *     ……组织人民调解员培训（含线上，覆盖全部村（社区）。
 *                         ^ opened here, never closed
 */
export const unpairedMarks = blockCheck<UnpairedMarksParameters>('unpaired-marks', ({ pairs }) => {
  const opens = new Map(pairs.map((pair) => [pair[0] as string, pair]))
  const closes = new Map(pairs.map((pair) => [pair[1] as string, pair]))
  const marks = new Uint8Array(0x10000)
  for (const mark of [...opens.keys(), ...closes.keys()]) marks[mark.charCodeAt(0)] = 1
  return (shape) => {
    if (!isProse(shape)) return []
    const text = shape.folded
    const stack: Open[] = []
    const found: LocalObservation[] = []
    for (let at = 0; at < text.length; at++) {
      if (marks[text.charCodeAt(at)] === 0) continue
      const mark = text[at] as string
      const opened = opens.get(mark)
      if (opened !== undefined) stack.push({ at, mark, pair: opened })
      const closed = closes.get(mark)
      if (closed === undefined) continue
      const depth = stack.findLastIndex((open) => open.pair === closed)
      if (depth === -1) {
        if (!isListLabel(text, at)) found.push(observation(shape, at, 'closing', closed[0] as string))
        continue
      }
      for (const open of stack.splice(depth).slice(1)) {
        found.push(observation(shape, open.at, 'opening', open.pair[1] as string))
      }
    }
    for (const open of stack) {
      if (!continuesElsewhere(text, open))
        found.push(observation(shape, open.at, 'opening', open.pair[1] as string))
    }
    return found.filter((entry) => !damagedNumber(text, entry.from))
  }
})

function observation(
  shape: BlockShape,
  at: number,
  variant: 'opening' | 'closing',
  partner: string,
): LocalObservation {
  const opening = variant === 'opening'
  const from = opening ? at : Math.max(0, at - 12)
  const to = opening ? Math.min(shape.text.length, at + 13) : at + 1
  return {
    from: at,
    to: at + 1,
    ...(opening ? {} : { variant }),
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
function continuesElsewhere(text: string, open: Open): boolean {
  return open.at === 0 && open.mark === '“' && text.length > 20
}

/** Brackets of a damaged document number (`【202031号)`) are the business of citations/document-number. */
function damagedNumber(text: string, at: number): boolean {
  return /\d{4,}\s?号/.test(text.slice(Math.max(0, at - 14), at + 14))
}
