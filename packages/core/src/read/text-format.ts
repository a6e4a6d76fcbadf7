import type { ChunkContent, ChunkFormat, ChunkSpan } from './chunk.ts'
import { displayWidth } from './display-width.ts'
import { joinLines, type SourceLine } from './join-lines.ts'
import { paragraphStarts } from './line-breaks.ts'
import { markdownContent } from './markdown-blocks.ts'
import { parsePart } from './markdown-stack.ts'
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

const lineBreak = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
const delimiterRow =
  /^[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/

function splitText(text: string, from: number, stop: (boundary: number) => boolean): ChunkSpan[] {
  const spans: ChunkSpan[] = []
  let start = from
  const close = (end: number) => {
    if (end > start) spans.push({ start, end, kind: 'lines' })
    start = end
  }
  for (let at = from; at < text.length; ) {
    if (at === start && at > from && stop(at)) return spans
    const end = lineEndAt(text, at)
    const next = lineAfter(text, end)
    const tableEnd = tableEndAt(text, at, end)
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

function lineEndAt(text: string, from: number): number {
  lineBreak.lastIndex = from
  return lineBreak.exec(text)?.index ?? text.length
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
function tableEndAt(text: string, from: number, end: number): number {
  if (!text.slice(from, end).includes('|')) return 0
  const under = lineAfter(text, end)
  let at = lineEndAt(text, under)
  if (!delimiterRow.test(text.slice(under, at))) return 0
  for (;;) {
    const next = lineAfter(text, at)
    const nextEnd = lineEndAt(text, next)
    if (next >= text.length || !text.slice(next, nextEnd).includes('|')) return next
    at = nextEnd
  }
}

const nothing: readonly never[] = Object.freeze([])

function readChunks(text: string, spans: readonly ChunkSpan[]): ChunkContent[] {
  return spans.map((span) => {
    const source = text.slice(span.start, span.end)
    if (span.kind === 'table') {
      const { children } = parsePart(source)
      const content = markdownContent(source, children)
      return { ...content, parsed: { nodes: children, offset: 0, line: 1 }, defines: nothing }
    }
    return { blocks: readLines(source), tables: nothing, comments: nothing, parsed: null, defines: nothing }
  })
}

interface TextLine extends SourceLine {
  readonly from: number
}

function readLines(source: string): PlacedShape[] {
  const lines: TextLine[] = []
  let apart = false
  for (let at = 0; at < source.length; ) {
    const to = lineEndAt(source, at)
    const { text, lead } = trimmed(source.slice(at, to))
    if (text === '') apart = true
    else {
      const from = at + lead
      const indent = displayWidth(source, at, from)
      const width = indent + displayWidth(text, 0, text.length, widestWrap)
      const length = lead + text.length
      lines.push({ text, indent, width, length, apart, from, start: from, end: at + length })
      apart = false
    }
    at = lineAfter(source, to)
  }
  const starts = paragraphStarts(lines)
  if (starts.every((start) => start)) return lines.map((line) => placedRun(line.text, line.from, paragraph))
  return joinLines(lines, starts, paragraph, (plain, line) => {
    addRun(plain, source, line.from, line.end)
  })
}

const paragraph: BlockFields = { kind: 'paragraph', depth: 0, marker: '' }
