import type { Heading, Paragraph, RootContent } from 'mdast'
import type { Point } from 'unist'
import { displayWidth } from './display-width.ts'
import { joinLines, type SourceLine } from './join-lines.ts'
import { paragraphStartsInMarkdown } from './line-breaks.ts'
import { isBlank, lineAfter, lineEndAt } from './markdown-split.ts'
import { addRun, type PlacedShape, type PlainText, placedRun } from './plain-text.ts'
import { trimmed, withoutAttributes } from './trim.ts'
import { widestWrap } from './wrap-width.ts'

/** A heading or a paragraph of a plain chunk, by the offsets of its text in the source. */
interface PlainNode {
  /** 1–6 for a heading, 0 for a paragraph. */
  readonly depth: number
  readonly start: number
  /** Where the text begins: behind `#` and blanks in a heading. */
  readonly from: number
  end: number
  readonly line: number
  /** Whether it goes over several lines. */
  isBroken: boolean
}

const hashes = /#{1,6} +/y

/** The headings and paragraphs of the plain chunk `start`…`end`; lines are counted from 0. */
function plainNodes(text: string, start: number, end: number): PlainNode[] {
  const nodes: PlainNode[] = []
  let current: PlainNode | null = null
  let line = 0
  for (let at = start; at < end; line++) {
    const unit = text.charCodeAt(at)
    // Half of the lines are empty, between paragraphs.
    const to = unit === 10 || unit === 13 ? at : lineEndAt(text, at)
    if (isBlank(text, at, to)) current = null
    else {
      const lead = unit === 0x23 ? hashLength(text, at) : 0
      if (lead > 0) {
        const depth = text.slice(at, at + 7).search(/[^#]/)
        nodes.push({ depth, start: at, from: at + lead, end: to, line, isBroken: false })
        current = null
      } else if (current === null) {
        current = { depth: 0, start: at, from: at, end: to, line, isBroken: false }
        nodes.push(current)
      } else {
        current.end = to
        current.isBroken = true
      }
    }
    at = lineAfter(text, to)
  }
  return nodes
}

/** How many characters of `#` and blanks begin the heading at `at`; 0 if it is none. */
function hashLength(text: string, at: number): number {
  hashes.lastIndex = at
  return hashes.exec(text)?.[0].length ?? 0
}

/** The blocks of a plain chunk, relative to it: what the parser's tree of it would give, without parsing. */
export function plainBlocks(text: string, start: number, end: number): PlacedShape[] {
  const blocks: PlacedShape[] = []
  for (const node of plainNodes(text, start, end)) {
    const kind = node.depth > 0 ? 'heading' : 'paragraph'
    const source = text.slice(node.from, node.end)
    const from = node.from - start
    if (!node.isBroken) {
      const visible = trimmed(kind === 'heading' ? withoutAttributes(source) : source)
      if (visible.text !== '')
        blocks.push(placedRun(visible.text, from + visible.lead, { kind, depth: node.depth, marker: '' }))
      continue
    }
    const lines = plainLines(source)
    const add = (plain: PlainText, line: PlainLine) => {
      addRun(plain, source, line.from, line.from + line.text.length)
    }
    for (const { start: at, shape } of joinLines(
      lines,
      paragraphStartsInMarkdown(lines),
      { kind, depth: 0, marker: '' },
      add,
    ))
      blocks.push({ start: from + at, shape })
  }
  return blocks
}

interface PlainLine extends SourceLine {
  /** Where the trimmed text begins. */
  readonly from: number
}

function plainLines(source: string): PlainLine[] {
  const lines: PlainLine[] = []
  let apart = false
  for (let at = 0; at < source.length; ) {
    const to = lineEndAt(source, at)
    const visible = trimmed(source.slice(at, to))
    if (visible.text === '') apart = true
    else {
      const indent = displayWidth(source, at, at + visible.lead)
      const width = displayWidth(source, at, to, widestWrap)
      const from = at + visible.lead
      lines.push({ text: visible.text, indent, width, length: to - at, apart, from, start: at, end: to })
      apart = false
    }
    at = lineAfter(source, to)
  }
  return lines
}

/** The mdast nodes of a plain chunk, equal to the parser's; `line` is the 1-based line at which the chunk begins. */
export function plainTree(text: string, start: number, end: number, line: number): RootContent[] {
  return plainNodes(text, start, end).map((node): Heading | Paragraph => {
    const first: Point = { line: line + node.line, column: 1, offset: node.start }
    const from: Point = { line: first.line, column: node.from - node.start + 1, offset: node.from }
    const last = endPoint(text, node, first.line)
    const children: Heading['children'] = [
      {
        type: 'text',
        value: text.slice(node.from, node.end),
        position: { start: from, end: { ...last } },
      },
    ]
    const position = { start: first, end: last }
    return node.depth > 0
      ? { type: 'heading', depth: node.depth as Heading['depth'], children, position }
      : { type: 'paragraph', children, position }
  })
}

function endPoint(text: string, node: PlainNode, line: number): Point {
  let lastLine = line
  let at = node.from
  for (;;) {
    const end = lineEndAt(text, at)
    if (end >= node.end) break
    at = lineAfter(text, end)
    lastLine++
  }
  const lineStart = at === node.from ? node.start : at
  return { line: lastLine, column: node.end - lineStart + 1, offset: node.end }
}
