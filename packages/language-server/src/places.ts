import { type Block, type BlockRange, type Range as OffsetRange, rangeOf, sourceRange } from '@hegao/core'
import type { Position, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'

/** Offsets and positions are both UTF-16, so that only the line has to be found. */
export function toRange(document: TextDocument, range: OffsetRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) }
}

/** The range of a stretch of a block. */
export function placeToRange(document: TextDocument, place: BlockRange): Range {
  return toRange(document, rangeOf(place))
}

/** The offsets of a client's range; clamped to the text, and turned round if the client sent it backwards. */
export function toOffsets(document: TextDocument, range: Range): OffsetRange {
  const a = document.offsetAt(range.start)
  const b = document.offsetAt(range.end)
  return a <= b ? { start: a, end: b } : { start: b, end: a }
}

/** Whether the ranges share a character, or one (empty or not) touches the other: a caret at either end counts. */
export function touches(a: OffsetRange, b: OffsetRange): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Whether the offset lies in the range or at one of its ends. */
export function holds(range: OffsetRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end
}

/** The block whose source holds the offset, by binary search; null between blocks. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  let low = 0
  let high = blocks.length - 1
  let found: Block | null = null
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = blocks[middle] as Block
    if (block.start <= offset) {
      found = block
      low = middle + 1
    } else high = middle - 1
  }
  return found && holds(sourceRange(found), offset) ? found : null
}

/** The zero-based line of the position's text, without its line end. */
export function lineText(document: TextDocument, line: number): string {
  const start = { line, character: 0 }
  return document.getText({ start, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '')
}

/** The text of the position's line before it. */
export function textBefore(document: TextDocument, position: Position): string {
  return document.getText({ start: { line: position.line, character: 0 }, end: position })
}
