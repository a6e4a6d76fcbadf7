import type { PhrasingContent, RootContent, Table as TableNode } from 'mdast'
import type { BlockKind } from '../text/block.ts'
import type { PlacedRange, PlacedTable } from './chunk.ts'
import { displayWidth } from './display-width.ts'
import { joinLines, type SourceLine } from './join-lines.ts'
import { paragraphStartsInMarkdown } from './line-breaks.ts'
import { type InlineText, inlineText } from './markdown-inline.ts'
import {
  addAtomic,
  addRun,
  addSlice,
  type BlockFields,
  type PlacedShape,
  type PlainText,
  placedShape,
  plainText,
} from './plain-text.ts'
import { trimmed, withoutAttributes } from './trim.ts'
import { widestWrap } from './wrap-width.ts'

/** What the reader takes from Markdown nodes, in reading order; offsets as in the tree. */
export interface MarkdownContent {
  readonly blocks: PlacedShape[]
  readonly tables: PlacedTable[]
  readonly comments: PlacedRange[]
}

/** Where a node stands: what its paragraphs are. */
export interface BlockContext {
  readonly kind: BlockKind
  readonly depth: number
  readonly marker: string
  readonly quotes: number
}

const outermost: BlockContext = { kind: 'paragraph', depth: 0, marker: '', quotes: 0 }
const han = /[\u3400-\u9fff\uf900-\ufaff]/

/** A node still to be read, and where it stands. */
interface Pending {
  readonly node: RootContent
  readonly context: BlockContext
}

/**
 * Reads the blocks, tables and comments of top-level nodes whose positions are in `source`. Without recursion: quotes and
 * lists can be nested as deeply as somebody likes.
 */
export function markdownContent(source: string, nodes: readonly RootContent[]): MarkdownContent {
  const content: MarkdownContent = { blocks: [], tables: [], comments: [] }
  const pending: Pending[] = []
  const later = (children: readonly RootContent[], context: BlockContext, marker = '') => {
    for (let at = children.length - 1; at >= 0; at--)
      pending.push({
        node: children[at] as RootContent,
        context: at === 0 && marker !== '' ? { ...context, marker } : context,
      })
  }
  later(nodes, outermost)
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, context } = next
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    switch (node.type) {
      case 'heading':
        addText(content, source, node.children, {
          kind: 'heading',
          depth: node.depth,
          marker: '',
          quotes: context.quotes,
        })
        break
      case 'paragraph':
        addText(content, source, node.children, context)
        break
      case 'blockquote':
        later(node.children, { kind: 'quote', depth: 0, marker: '', quotes: context.quotes + 1 })
        break
      case 'list':
        later(node.children, { ...context, kind: 'list-item', depth: context.depth + 1 })
        break
      case 'listItem':
        later(node.children, { ...context, marker: '' }, listMarker(source, from))
        break
      case 'footnoteDefinition':
        later(node.children, { ...context, kind: 'footnote', depth: 0, marker: '' })
        break
      case 'table':
        addTable(content, source, node, context.quotes)
        break
      case 'code':
        addCode(content, source, from, to, context)
        break
      case 'html':
        addHtml(content, source, from, to)
        break
    }
  }
  return content
}

/** The marker of the list item that begins at `at`: `-`, `1.` */
function listMarker(source: string, at: number): string {
  return /^(?:[-*+]|\d{1,9}[.)])/.exec(source.slice(at, at + 10))?.[0] ?? ''
}

function addText(
  content: MarkdownContent,
  source: string,
  nodes: readonly PhrasingContent[],
  context: BlockContext,
): void {
  addInline(content, source, inlineText(source, nodes, context.quotes), context)
}

/** Adds a heading or a paragraph: one block, or several where its lines are paragraphs of their own. */
export function addInline(
  content: MarkdownContent,
  source: string,
  inline: InlineText,
  context: BlockContext,
): void {
  for (const comment of inline.comments) content.comments.push(comment)
  if (context.kind === 'heading') inline.text = withoutAttributes(inline.text)
  const lines = inlineLines(source, inline)
  const starts =
    context.kind === 'heading' ? lines.map((_, at) => at === 0) : paragraphStartsInMarkdown(lines)
  const { kind, depth, marker } = context
  const add = (plain: PlainText, line: InlineLine) => {
    addSlice(plain, inline, line.from, line.to)
  }
  for (const block of joinLines(lines, starts, { kind, depth, marker }, add)) content.blocks.push(block)
}

interface InlineLine extends SourceLine {
  /** Plain offsets of the trimmed line. */
  readonly from: number
  readonly to: number
}

/** The lines of an inline text, trimmed. A line without visible text only sets the next one apart. */
function inlineLines(source: string, inline: InlineText): InlineLine[] {
  const lines: InlineLine[] = []
  let from = 0
  let start = inline.pieces[1] ?? 0
  let apart = false
  const add = (to: number, end: number) => {
    const whole = inline.text.slice(from, to)
    const { text, lead } = trimmed(whole)
    if (text === '') {
      apart = true
      return
    }
    lines.push({
      text,
      indent: displayWidth(whole, 0, lead),
      width: displayWidth(source, start, end, widestWrap),
      length: end - start,
      apart,
      from: from + lead,
      to: from + lead + text.length,
      start,
      end,
    })
    apart = false
  }
  for (const mark of inline.breaks) {
    add(mark.at, mark.from)
    apart ||= mark.hard
    from = mark.at
    start = mark.to
  }
  const length = Math.abs(inline.pieces.at(-1) ?? 0)
  add(inline.text.length, (inline.pieces.at(-2) ?? 0) + length)
  return lines
}

/** Adds cells without line breaks; returns their positions among the blocks. */
export function addTableCells(content: MarkdownContent, cells: readonly PlainText[]): number[] {
  return cells.map((cell) => {
    content.blocks.push(placedShape(cell, 0, cellFields))
    return content.blocks.length - 1
  })
}

const cellFields: BlockFields = { kind: 'table-cell', depth: 0, marker: '' }

function addTable(content: MarkdownContent, source: string, node: TableNode, quotes: number): void {
  const firstBlock = content.blocks.length
  const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
  const rows = node.children.map((row) => {
    const cells = row.children.map((cell) => {
      const inline = inlineText(source, cell.children, quotes)
      for (const comment of inline.comments) content.comments.push(comment)
      const plain = plainText()
      let from = 0
      for (const mark of inline.breaks) {
        addSlice(plain, inline, from, mark.at)
        addAtomic(plain, '\n', mark.from, mark.to)
        from = mark.at
      }
      addSlice(plain, inline, from, inline.text.length)
      const at = Math.min((cell.position?.start.offset ?? 0) + 1, cell.position?.end.offset ?? 0)
      content.blocks.push(placedShape(plain, at, cellFields))
      return content.blocks.length - 1
    })
    while (cells.length < width) cells.push(-1)
    return cells
  })
  const start = node.position?.start.offset ?? 0
  content.tables.push({ start, end: node.position?.end.offset ?? start, rows, firstBlock })
}

/**
 * Adds fenced code as one block. Code by indent that holds Chinese characters is no code but a writer's paragraphs with
 * blanks in front, one a line: it would be wrong to pass over them.
 */
function addCode(
  content: MarkdownContent,
  source: string,
  from: number,
  to: number,
  context: BlockContext,
): void {
  const fenced = /^(?:`{3}|~{3})/.test(source.slice(from, from + 3))
  if (fenced || !han.test(source.slice(from, to))) {
    addVerbatim(content, source, from, to, 'code')
    return
  }
  for (const line of source.slice(from, to).matchAll(/[^\r\n]+/g)) {
    const { text } = trimmed(line[0].replace(/^[\s>]+/, ''))
    if (text === '') continue
    const plain = plainText()
    const start = from + line.index + line[0].lastIndexOf(text)
    addRun(plain, source, start, start + text.length)
    content.blocks.push(placedShape(plain, start, { kind: context.kind, depth: context.depth, marker: '' }))
  }
}

function addHtml(content: MarkdownContent, source: string, from: number, to: number): void {
  const whole = source.slice(from, to)
  let at = from
  for (;;) {
    const start = whole.indexOf('<!--', at - from) + from
    if (start < at) break
    const close = whole.indexOf('-->', start - from + 2)
    const end = close === -1 ? to : from + close + 3
    addVerbatim(content, source, at, start, 'html')
    content.comments.push({ start, end })
    at = end
  }
  addVerbatim(content, source, at, to, 'html')
}

/** Adds the source as it is, without white space around, as a block that is no prose; nothing if there is none. */
function addVerbatim(
  content: MarkdownContent,
  source: string,
  from: number,
  to: number,
  kind: 'code' | 'html',
): void {
  const { text, lead } = trimmed(source.slice(from, to))
  if (text === '') return
  const start = from + lead
  const plain = plainText()
  addRun(plain, source, start, start + text.length)
  content.blocks.push(placedShape(plain, start, { kind, depth: 0, marker: '' }))
}
