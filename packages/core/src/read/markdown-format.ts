import type { RootContent } from 'mdast'
import type { ChunkContent, ChunkFormat, ChunkSpan, ParsedNodes, PlacedRange } from './chunk.ts'
import { type MarkdownContent, markdownContent } from './markdown-blocks.ts'
import { densePieces } from './markdown-dense.ts'
import { plainBlocks, plainTree } from './markdown-plain.ts'
import { simpleContent } from './markdown-simple.ts'
import { isIndivisible, splitMarkdown } from './markdown-split.ts'
import { parsePart } from './markdown-stack.ts'
import type { PlacedShape } from './plain-text.ts'
import { shifted } from './shift-nodes.ts'

/** Markdown, chunk by chunk: plain chunks are read directly, all others go through the parser. */
export const markdownFormat: ChunkFormat = {
  indivisible: isIndivisible,
  split: splitMarkdown,
  read: readChunks,
}

/** Spans that are parsed in one go, with the spans between them. */
interface Batch {
  readonly first: number
  readonly last: number
}

const nothing: readonly never[] = Object.freeze([])
const blank: ChunkContent = Object.freeze({
  blocks: nothing,
  tables: nothing,
  comments: nothing,
  parsed: null,
  defines: nothing,
})

/**
 * Reads the spans in two steps, because a definition anywhere decides how brackets everywhere are to be read: first what
 * may define something, then everything that was not read with all definitions in sight.
 */
function readChunks(text: string, spans: readonly ChunkSpan[], defined: ReadonlySet<string>): ChunkContent[] {
  const simple = new Set<ChunkSpan>()
  const contents: ChunkContent[] = spans.map((span) => {
    if (span.kind === 'plain') return plainContent(text, span)
    const content = span.kind === 'marked' ? simpleContent(text, span.start, span.end) : null
    if (content === null) return blank
    simple.add(span)
    return placedContent(content, span.start, null)
  })
  if (spans.every(({ kind }) => kind === 'plain')) return contents
  const marked = batches(spans, (span) => span.kind === 'marked' && !simple.has(span))
  const defining = marked.filter((batch) => batchText(text, spans, batch).includes(']:'))
  for (const batch of defining) parseBatch(text, spans, batch, defined, contents)
  const known = new Set(defined)
  for (const content of contents) for (const identifier of content.defines) known.add(identifier)

  const complete = new Set<ChunkSpan>()
  for (const batch of defining)
    if (definesAll(contents, batch, known, defined))
      for (let at = batch.first; at <= batch.last; at++) complete.add(spans[at] as ChunkSpan)
  const rest = batches(
    spans,
    (span) =>
      !complete.has(span) &&
      !simple.has(span) &&
      (span.kind === 'marked' || (span.kind === 'bracketed' && known.size > 0)),
  )
  for (const batch of rest) parseBatch(text, spans, batch, known, contents)
  spans.forEach((span, at) => {
    if (span.kind === 'dense') contents[at] = denseContent(text.slice(span.start, span.end), known)
  })
  if (known.size === 0)
    spans.forEach((span, at) => {
      if (span.kind === 'bracketed') contents[at] = plainContent(text, span)
    })
  return contents
}

function plainContent(text: string, { start, end }: ChunkSpan): ChunkContent {
  const blocks = plainBlocks(text, start, end)
  return { blocks, tables: nothing, comments: nothing, parsed: null, defines: nothing }
}

/** Content with offsets relative to `base`. */
function placedContent(
  { blocks, tables, comments }: MarkdownContent,
  base: number,
  parsed: ParsedNodes | null,
): ChunkContent {
  return {
    blocks: relative(blocks, base),
    tables: relative(tables, base),
    comments: relative(comments, base),
    parsed,
    defines: parsed === null ? nothing : identifiers(parsed.nodes),
  }
}

/** Reads a dense paragraph piece by piece. What it defines counts for itself alone. */
function denseContent(text: string, known: ReadonlySet<string>): ChunkContent {
  const blocks: PlacedShape[] = []
  const comments: PlacedRange[] = []
  const nodes: RootContent[] = []
  let line = 1
  for (const { start, end, plain } of densePieces(text)) {
    const span: ChunkSpan = { start, end, kind: plain ? 'plain' : 'marked' }
    const [content = blank] = plain ? [plainContent(text, span)] : parsed(text, span, known)
    for (const block of content.blocks) blocks.push({ start: block.start + start, shape: block.shape })
    for (const comment of content.comments)
      comments.push({ start: comment.start + start, end: comment.end + start })
    if (content.parsed === null) for (const node of plainTree(text, start, end, line)) nodes.push(node)
    else
      for (const node of content.parsed.nodes)
        nodes.push(shifted(node, start - content.parsed.offset, line - content.parsed.line))
    line += lineBreaks(text, start, end)
  }
  return { blocks, tables: nothing, comments, parsed: { nodes, offset: 0, line: 1 }, defines: nothing }
}

function parsed(text: string, span: ChunkSpan, known: ReadonlySet<string>): ChunkContent[] {
  const contents = [blank]
  parseBatch(text, [span], { first: 0, last: 0 }, known, contents)
  return contents
}

/** Whether the batch was parsed with every identifier that is known now. */
function definesAll(
  contents: readonly ChunkContent[],
  batch: Batch,
  known: ReadonlySet<string>,
  given: ReadonlySet<string>,
): boolean {
  const own = new Set(given)
  for (let at = batch.first; at <= batch.last; at++)
    for (const identifier of contents[at]?.defines ?? nothing) own.add(identifier)
  return own.size === known.size
}

/** Starting the parser costs as much as parsing this many characters of plain text. */
const worthSkipping = 400

/** More characters than these are not parsed in one go: for some Markdown the parser takes the square of their number. */
const longestBatch = 8_000

/** Joins the spans that `wanted` picks with their neighbours, if what lies between is not worth a parse of its own. */
function batches(spans: readonly ChunkSpan[], wanted: (span: ChunkSpan) => boolean): Batch[] {
  const found: Batch[] = []
  spans.forEach((span, at) => {
    if (!wanted(span)) return
    const before = found.at(-1)
    const start = before === undefined ? 0 : (spans[before.first] as ChunkSpan).start
    const end = before === undefined ? 0 : (spans[before.last] as ChunkSpan).end
    const isNear = span.start - end <= worthSkipping && span.end - start <= longestBatch
    if (before !== undefined && isNear && joined(spans, before.last, at))
      found[found.length - 1] = { first: before.first, last: at }
    else found.push({ first: at, last: at })
  })
  return found
}

/** Whether the spans from `from` to `to` follow each other without a gap: an edit gives only some of a draft's spans. */
function joined(spans: readonly ChunkSpan[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (spans[at]?.end !== spans[at + 1]?.start) return false
  return true
}

function batchText(text: string, spans: readonly ChunkSpan[], batch: Batch): string {
  return text.slice(spans[batch.first]?.start, spans[batch.last]?.end)
}

/**
 * Parses a batch and deals its nodes out to the spans. Identifiers defined elsewhere are defined once more in front of
 * the text, so that references to them are recognised; those nodes are then left out.
 */
function parseBatch(
  text: string,
  spans: readonly ChunkSpan[],
  batch: Batch,
  known: ReadonlySet<string>,
  contents: ChunkContent[],
): void {
  const own = batchText(text, spans, batch)
  const start = (spans[batch.first] as ChunkSpan).start
  // A byte order mark in front would be swallowed by the parser without being counted.
  const ahead = own.charCodeAt(0) === 0xfeff ? '\n' : ''
  const front = definitions(own, known) + ahead
  const source = front + own
  const parsed = parsePart(source).children
  let next = parsed.findIndex((node) => (node.position?.start.offset ?? 0) >= front.length)
  if (next === -1) next = parsed.length
  let line = 1 + lineBreaks(front, 0, front.length)
  for (let at = batch.first; at <= batch.last; at++) {
    const span = spans[at] as ChunkSpan
    const offset = front.length + span.start - start
    const end = front.length + span.end - start
    const nodes: RootContent[] = []
    for (; next < parsed.length; next++) {
      const node = parsed[next] as RootContent
      if ((node.position?.start.offset ?? 0) >= end) break
      nodes.push(node)
    }
    if (span.kind === 'marked' || span.kind === 'bracketed') {
      contents[at] = placedContent(markdownContent(source, nodes), offset, { nodes, offset, line })
    }
    if (at < batch.last) line += lineBreaks(source, offset, end)
  }
}

const bracketed = /\[((?:[^[\]\\]|\\[\s\S])*)\]/g

/**
 * The definitions that are put before a part of a draft: of those known, the ones that something in brackets may refer to.
 * The last one is no footnote, which an indented line would continue.
 */
function definitions(part: string, known: ReadonlySet<string>): string {
  if (known.size === 0 || !part.includes('[')) return ''
  const wanted = known.size > fewDefinitions ? referred(part, known) : known
  let front = ''
  for (const key of wanted) front += `[${key}]: x\n\n`
  return `${front}[hegao]: x\n\n`
}

/** More definitions than these are not put before every part, which would cost their product. */
const fewDefinitions = 20

function referred(part: string, known: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, label = ''] of part.matchAll(bracketed)) {
    const key = label
      // A label may go on on the next line of a quote, behind its mark.
      .replace(/[\r\n][\s>]*/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
    if (known.has(key)) found.add(key)
  }
  return found
}

/** The identifiers that nodes define; those of footnotes begin with `^`. */
function identifiers(nodes: readonly RootContent[]): string[] {
  const found: string[] = []
  const pending = [...nodes]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'definition') found.push(node.identifier)
    if (node.type === 'footnoteDefinition') found.push(`^${node.identifier}`)
    if (
      node.type === 'blockquote' ||
      node.type === 'list' ||
      node.type === 'listItem' ||
      node.type === 'footnoteDefinition'
    )
      for (const child of node.children) pending.push(child)
  }
  return found
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) count++
  }
  return count
}

/** The same things with offsets relative to `base`. */
function relative<T extends { readonly start: number; readonly end?: number }>(
  things: readonly T[],
  base: number,
): readonly T[] {
  if (base === 0 || things.length === 0) return things
  return things.map((thing) =>
    thing.end === undefined
      ? { ...thing, start: thing.start - base }
      : { ...thing, start: thing.start - base, end: thing.end - base },
  )
}
