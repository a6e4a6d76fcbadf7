import type { Line } from './line-signs.ts'
import {
  addAtomic,
  type BlockFields,
  type PlacedShape,
  type PlainText,
  placedShape,
  plainText,
} from './plain-text.ts'

/** A line with the source offsets between which the break before the next one lies. */
export interface SourceLine extends Line {
  readonly start: number
  readonly end: number
}

/**
 * Makes one block of each paragraph: `starts` says with which lines one begins, `add` adds the text of a line. A list
 * item's marker stays with its first paragraph.
 */
export function joinLines<L extends SourceLine>(
  lines: readonly L[],
  starts: readonly boolean[],
  fields: BlockFields,
  add: (plain: PlainText, line: L) => void,
): PlacedShape[] {
  const blocks: PlacedShape[] = []
  let plain = plainText()
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before !== undefined && starts[at] === false)
      addAtomic(plain, glueBetween(before.text, line.text), before.end, line.start)
    add(plain, line)
    if (starts[at + 1] === false) return
    const marker = blocks.length === 0 ? fields.marker : ''
    blocks.push(placedShape(plain, line.start, { ...fields, marker }))
    plain = plainText()
  })
  return blocks
}

/** What stands between two joined lines: a space between words of the Latin script, nothing between Chinese. */
export function glueBetween(before: string, after: string): '' | ' ' {
  const first = after.charAt(0)
  if (!/[A-Za-z0-9]/.test(first)) return ''
  const last = before.charAt(before.length - 1)
  if (/[A-Za-z]/.test(last)) return ' '
  if (/\d/.test(last)) return /\d/.test(first) ? '' : ' '
  const behindWord = /[.,;:!?)]/.test(last) && /[A-Za-z]/.test(before.charAt(before.length - 2))
  return behindWord && /[A-Za-z]/.test(first) ? ' ' : ''
}
