import type { ChunkContent, ChunkFormat, ChunkSpan } from './chunk.ts'
import { displayWidth } from './display-width.ts'
import { joinLines, type SourceLine } from './join-lines.ts'
import { paragraphStarts } from './line-breaks.ts'
import { markdownContent } from './markdown-blocks.ts'
import { parsePart } from './markdown-stack.ts'
import { nextOf } from './next-of.ts'
import { addRun, type BlockFields, type PlacedShape, placedRun } from './plain-text.ts'
import { trimmed } from './trim.ts'
import { widestWrap } from './wrap-width.ts'

/**
 * Plain text, chunk by chunk. A line too wide to be wrapped is a chunk of its own; the narrower lines between are one,
 * because only together do they show whether they are wrapped. A table drawn as in Markdown is a chunk as well:
 *
 *     | 指标 | 数量 |        a line with bars
 *     |------|------|        bars, dashes and colons only: what was above is the head of a table
 *     | 案件 | 42   |        and every line with a bar belongs to it
 */
export const textFormat: ChunkFormat = { indivisible: () => false, split: splitText, read: readChunks }

const delimiterRow =
  /^[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/

function splitText(text: string, from: number, stop: (boundary: number) => boolean): ChunkSpan[] {
  const spans: ChunkSpan[] = []
  const lines = linesOf(text)
  let start = from
  const close = (end: number) => {
    if (end > start) spans.push({ start, end, kind: 'lines' })
    start = end
  }
  for (let at = from; at < text.length; ) {
    if (at === start && at > from && stop(at)) return spans
    const end = lines.endAt(at)
    const next = lineAfter(text, end)
    const tableEnd = tableEndAt(text, at, end, lines)
    if (tableEnd > 0) {
      close(at)
      spans.push({ start, end: tableEnd, kind: 'table' })
      start = tableEnd
      at = tableEnd
      continue
    }
    if (isWide(text, at, end)) {
      close(at)
      close(next)
    }
    at = next
  }
  close(text.length)
  return spans
}

/** What tells one line from the next. */
interface Lines {
  /** Where the line that holds an offset ends. */
  readonly endAt: (from: number) => number
  /** Whether there is a bar between two offsets. */
  readonly hasBar: (from: number, end: number) => boolean
}

/** Line ends other than LF, which hardly any draft has. */
const rareBreak = /[\r\f\v\u0085\u2028\u2029]/g
const bar = /\|/g

/** Reads the lines of a text from left to right. */
function linesOf(text: string): Lines {
  const nextBreak = nextOf(text, rareBreak)
  const nextBar = nextOf(text, bar)
  return {
    endAt: (from) => {
      const feed = text.indexOf('\n', from)
      const end = feed === -1 ? text.length : feed
      return Math.min(end, nextBreak(from, end))
    },
    hasBar: (from, end) => nextBar(from, end) < end,
  }
}

function lineAfter(text: string, end: number): number {
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2
  return Math.min(end + 1, text.length)
}

/** Whether the line is wider than wrapped text ever is; indents and blanks at its ends count. */
function isWide(text: string, from: number, end: number): boolean {
  const length = end - from
  return length > widestWrap / 2 && displayWidth(text, from, end, widestWrap) > widestWrap
}

/** Where the table whose head is the line `from`…`end` is over; 0 if that line is no head. */
function tableEndAt(text: string, from: number, end: number, { endAt, hasBar }: Lines): number {
  if (!hasBar(from, end)) return 0
  const under = lineAfter(text, end)
  let at = endAt(under)
  if (!delimiterRow.test(text.slice(under, at))) return 0
  for (;;) {
    const next = lineAfter(text, at)
    const nextEnd = endAt(next)
    if (next >= text.length || !hasBar(next, nextEnd)) return next
    at = nextEnd
  }
}

const nothing: readonly never[] = Object.freeze([])

function readChunks(text: string, spans: readonly ChunkSpan[]): ChunkContent[] {
  const lines = linesOf(text)
  return spans.map(({ start, end, kind }) => {
    if (kind === 'table') {
      const source = text.slice(start, end)
      const { children } = parsePart(source)
      const { blocks, tables, comments } = markdownContent(source, children)
      return { blocks, tables, comments, parsed: { nodes: children, offset: 0, line: 1 }, defines: nothing }
    }
    const blocks = readLines(text, start, end, lines)
    return { blocks, tables: nothing, comments: nothing, parsed: null, defines: nothing }
  })
}

/** A line of a chunk that has text; offsets relative to the chunk. */
interface TextLine extends SourceLine {
  readonly from: number
}

/** Reads the lines between two offsets; a line alone needs no measuring. */
function readLines(text: string, start: number, end: number, { endAt }: Lines): PlacedShape[] {
  const lines: TextLine[] = []
  let apart = false
  for (let at = start; at < end; ) {
    const to = Math.min(endAt(at), end)
    const visible = trimmed(text.slice(at, to))
    const next = lineAfter(text, to)
    if (visible.text === '') apart = true
    else {
      const from = at + visible.lead - start
      if (lines.length === 0 && next >= end) return [placedRun(visible.text, from, paragraph)]
      const indent = displayWidth(text, at, at + visible.lead)
      const width = indent + displayWidth(visible.text, 0, visible.text.length, widestWrap)
      const length = visible.lead + visible.text.length
      const last = from + visible.text.length
      lines.push({ text: visible.text, indent, width, length, apart, from, start: from, end: last })
      apart = false
    }
    at = next
  }
  const starts = paragraphStarts(lines)
  if (starts.every((isStart) => isStart))
    return lines.map((line) => placedRun(line.text, line.from, paragraph))
  const source = text.slice(start, end)
  return joinLines(lines, starts, paragraph, (plain, line) => {
    addRun(plain, source, line.from, line.end)
  })
}

const paragraph: BlockFields = { kind: 'paragraph', depth: 0, marker: '' }
