import type { BlockShape } from '../text/block.ts'
import type { Draft } from '../text/draft.ts'
import type { ChunkContent, ChunkFormat } from './chunk.ts'
import { type Chunk, documentChunks, makeDocument, readChunked } from './chunked.ts'
import { commonEnds } from './common-ends.ts'
import type { Document } from './document.ts'
import { frontMatterEnd } from './front-matter.ts'
import { markdownFormat } from './markdown-format.ts'
import { textFormat } from './text-format.ts'

/**
 * Reads the next version of a draft: the same document as `read(draft)`, but blocks that did not change keep their shapes
 * (the very objects, so that whatever was computed per shape is still there), and the cost is that of the chunks which
 * the edit touches plus the copying of block positions.
 */
export function reread(previous: Document, draft: Draft): Document {
  const format: ChunkFormat = draft.format === 'markdown' ? markdownFormat : textFormat
  const old = documentChunks(previous)
  const { text } = draft
  const before = previous.draft.text
  if (old === null || previous.draft.format !== draft.format || otherFrontMatter(before, text))
    return readChunked(draft, format)
  const { prefix, suffix } = commonEnds(before, text)
  const shift = text.length - before.length

  // A chunk's end may depend on the chunk behind it: start one before the first that the edit touches.
  const touched = firstFrom(old, (chunk) => chunk.end >= prefix)
  const kept = old.slice(0, Math.max(0, touched - 1))
  const from = kept.at(-1)?.end ?? 0
  let resumed = old.length
  const spans = format.split(text, from, (boundary) => {
    if (boundary < text.length - suffix) return false
    const at = firstFrom(old, (chunk) => chunk.start >= boundary - shift)
    if (at === 0 || old[at]?.start !== boundary - shift) return false
    resumed = at
    return true
  })
  const moved = old
    .slice(resumed)
    .map((chunk) => (shift === 0 ? chunk : { ...chunk, start: chunk.start + shift, end: chunk.end + shift }))

  const definedBefore = identifiersOf(old)
  const fresh = old.slice(kept.length, resumed)
  const contents = format.read(text, spans, identifiersOf([...kept, ...moved]))
  const middle = spans.map((span, at): Chunk => ({ ...span, content: contents[at] as ChunkContent }))
  const chunks = [...kept, ...withKnownShapes(middle, fresh), ...moved]
  if (!sameSet(definedBefore, identifiersOf(chunks))) return rereadReferences(draft, format, chunks, previous)
  return makeDocument(draft, chunks, previous.blocks)
}

/** Whether the front matter ends elsewhere: a closing `---` far down may make one of everything above. */
function otherFrontMatter(before: string, after: string): boolean {
  return frontMatterEnd(before) !== frontMatterEnd(after)
}

/** The next version when the identifiers defined in it are others: every chunk with brackets may read differently now. */
function rereadReferences(
  draft: Draft,
  format: ChunkFormat,
  chunks: readonly Chunk[],
  previous: Document,
): Document {
  const concerned = chunks.filter((chunk) => chunk.kind === 'marked' || chunk.kind === 'bracketed')
  const contents = format.read(draft.text, concerned, new Set())
  const fresh = concerned.map((chunk, at): Chunk => ({ ...chunk, content: contents[at] as ChunkContent }))
  const read = withKnownShapes(fresh, concerned)
  let next = 0
  const all = chunks.map((chunk) => (chunk === concerned[next] ? (read[next++] as Chunk) : chunk))
  return makeDocument(draft, all, previous.blocks)
}

/** The chunks with the shapes of `known` wherever one says exactly the same. */
function withKnownShapes(chunks: readonly Chunk[], known: readonly Chunk[]): Chunk[] {
  const shapes = new Map<string, BlockShape[]>()
  for (const chunk of known)
    for (const { shape } of chunk.content.blocks) {
      const same = shapes.get(shape.text)
      if (same === undefined) shapes.set(shape.text, [shape])
      else same.push(shape)
    }
  return chunks.map((chunk) => {
    const blocks = chunk.content.blocks.map((placed) => {
      const shape = shapes.get(placed.shape.text)?.find((candidate) => sameShape(candidate, placed.shape))
      return shape === undefined ? placed : { ...placed, shape }
    })
    return { ...chunk, content: { ...chunk.content, blocks } }
  })
}

/** Whether two shapes of the same text are equal in everything else. */
function sameShape(a: BlockShape, b: BlockShape): boolean {
  if (a.kind !== b.kind || a.depth !== b.depth || a.marker !== b.marker) return false
  if (a.sourceLength !== b.sourceLength) return false
  const spans = a.map.spans
  const others = b.map.spans
  if (spans === null || others === null) return spans === others
  return spans.length === others.length && spans.every((value, at) => value === others[at])
}

/** The index of the first chunk for which the test holds; it must hold for all behind it. */
function firstFrom(chunks: readonly Chunk[], test: (chunk: Chunk) => boolean): number {
  let low = 0
  let high = chunks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(chunks[middle] as Chunk)) high = middle
    else low = middle + 1
  }
  return low
}

function identifiersOf(chunks: readonly Chunk[]): Set<string> {
  const found = new Set<string>()
  for (const { content } of chunks) for (const identifier of content.defines) found.add(identifier)
  return found
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false
  for (const value of a) if (!b.has(value)) return false
  return true
}
