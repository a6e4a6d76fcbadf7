import type { PlacedTable } from './chunk.ts'
import { addInline, addTableCells, type BlockContext, type MarkdownContent } from './markdown-blocks.ts'
import type { InlineText } from './markdown-inline.ts'
import { simpleInline } from './markdown-simple-inline.ts'
import { isBlank, lineAfter, lineEndAt, mayBeginBlock } from './markdown-split.ts'

/**
 * Reads a marked chunk, if it holds nothing but what official drafts are marked up with, in its simplest form: headings and
 * paragraphs of one line, lists whose items are one line each, quotes of one line, tables with bars at both ends; in all of
 * these only simple emphasis and links. Its blocks are those of the parser's tree, offsets as in `text`; null if there is
 * anything else.
 */
export function simpleContent(text: string, start: number, end: number): MarkdownContent | null {
  const content: MarkdownContent = { blocks: [], tables: [], comments: [] }
  for (let at = start; at < end; ) {
    const to = lineEndAt(text, at)
    const next = lineAfter(text, to)
    if (isBlank(text, at, to)) {
      at = next
      continue
    }
    const behind = addGroup(content, text, { from: at, to, next }, end)
    if (behind === null) return null
    at = behind
  }
  return content
}

/** A line without its line end. */
interface Line {
  readonly from: number
  readonly to: number
  readonly next: number
}

const hash = 0x23
const bar = 0x7c
const greater = 0x3e
const outermost: BlockContext = { kind: 'paragraph', depth: 0, marker: '', quotes: 0 }

/** Reads the lines up to the next blank one, of which `first` is the first. Returns where they end, or null. */
function addGroup(content: MarkdownContent, text: string, first: Line, end: number): number | null {
  const lines = [first]
  let behind = first.next
  while (behind < end) {
    const to = lineEndAt(text, behind)
    if (isBlank(text, behind, to)) break
    const next = lineAfter(text, to)
    lines.push({ from: behind, to, next })
    behind = next
  }
  const unit = text.charCodeAt(first.from)
  const added =
    unit === bar
      ? addTable(content, text, lines)
      : unit === greater
        ? lines.length === 1 && addQuote(content, text, first)
        : (itemOf(text, first) !== null && addList(content, text, lines)) || addLines(content, text, lines)
  return added ? behind : null
}

/** Adds headings and paragraphs of one line; a paragraph of several is left to the parser. */
function addLines(content: MarkdownContent, text: string, lines: readonly Line[]): boolean {
  let open = false
  for (const line of lines) {
    const heading = /^(#{1,6}) +(?=[^\s#])/.exec(text.slice(line.from, Math.min(line.to, line.from + 20)))
    if (heading === null) {
      if (open || text.charCodeAt(line.from) === hash || mayBeginBlock(text, line.from, line.to)) return false
      if (!addText(content, text, line.from, line.to, outermost)) return false
      open = true
      continue
    }
    const [lead, marks = ''] = heading
    const context: BlockContext = { kind: 'heading', depth: marks.length, marker: '', quotes: 0 }
    if (text.charCodeAt(line.to - 1) === hash) return false
    if (!addText(content, text, line.from + lead.length, line.to, context)) return false
    open = false
  }
  return true
}

function addQuote(content: MarkdownContent, text: string, { from, to }: Line): boolean {
  const context: BlockContext = { kind: 'quote', depth: 0, marker: '', quotes: 1 }
  return text.charCodeAt(from + 1) === 0x20 && addInner(content, text, from + 2, to, context)
}

const itemStart = /([-*+]|\d{1,9}[.)]) (?=\S)/y

/** The marker of the item that the line begins; null if it begins none of the simplest form. */
function itemOf(text: string, { from, to }: Line): string | null {
  itemStart.lastIndex = from
  const found = itemStart.exec(text)
  return found !== null && from + found[0].length < to ? (found[1] as string) : null
}

/** Adds a list of which every line is an item with the same kind of marker. */
function addList(content: MarkdownContent, text: string, lines: readonly Line[]): boolean {
  let kind = ''
  for (const line of lines) {
    const marker = itemOf(text, line)
    if (marker === null || (kind !== '' && !marker.endsWith(kind))) return false
    kind = marker.charAt(marker.length - 1)
    const from = line.from + marker.length + 1
    if (!addInner(content, text, from, line.to, { kind: 'list-item', depth: 1, marker, quotes: 0 }))
      return false
  }
  return true
}

/** Adds the one line of an item or a quote, in which no other block begins. */
function addInner(
  content: MarkdownContent,
  text: string,
  from: number,
  to: number,
  context: BlockContext,
): boolean {
  if (from >= to || text.charCodeAt(from) === hash || mayBeginBlock(text, from, to)) return false
  return itemOf(text, { from, to, next: to }) === null && addText(content, text, from, to, context)
}

function addText(
  content: MarkdownContent,
  text: string,
  from: number,
  to: number,
  context: BlockContext,
): boolean {
  if (text.charCodeAt(to - 1) === 0x20) return false
  const inline = simpleInline(text, from, to)
  if (inline === null) return false
  addInline(content, text, inline, context)
  return true
}

const delimiterRow = /^\|(?: *:?-+:? *\|)+$/

/** Adds a table whose rows all begin and end with a bar and have as many cells, none of them empty. */
function addTable(content: MarkdownContent, text: string, lines: readonly Line[]): boolean {
  const [header, delimiter, ...body] = lines
  if (!header || !delimiter || !delimiterRow.test(text.slice(delimiter.from, delimiter.to))) return false
  const width = barsIn(text, delimiter) - 1
  const rows: InlineText[][] = []
  for (const line of [header, ...body]) {
    const cells = cellsOf(text, line)
    if (cells === null || cells.length !== width) return false
    rows.push(cells)
  }
  const firstBlock = content.blocks.length
  const placed: PlacedTable['rows'] = rows.map((cells) => addTableCells(content, cells))
  const end = (lines.at(-1) as Line).to
  content.tables.push({ start: header.from, end, rows: placed, firstBlock })
  return true
}

function barsIn(text: string, { from, to }: Line): number {
  let count = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === bar) count++
  return count
}

function cellsOf(text: string, { from, to }: Line): InlineText[] | null {
  if (to - from < 3 || text.charCodeAt(from) !== bar || text.charCodeAt(to - 1) !== bar) return null
  const cells: InlineText[] = []
  for (let at = from + 1; at < to; ) {
    const close = text.indexOf('|', at)
    let first = at
    let last = close
    while (first < last && text.charCodeAt(first) === 0x20) first++
    while (last > first && text.charCodeAt(last - 1) === 0x20) last--
    const inline = first < last ? simpleInline(text, first, last) : null
    if (inline === null) return null
    cells.push(inline)
    at = close + 1
  }
  return cells
}
