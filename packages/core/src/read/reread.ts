import type { BlockShape } from '../text/block.ts'
import type { Draft } from '../text/draft.ts'
import { firstThat } from '../text/first-that.ts'
import { ownPiece } from '../text/fold.ts'
import type { ChunkFormat, ChunkSpan } from './chunk.ts'
import {
  type Chunk,
  identifiersOf,
  isSpecial,
  type Movable,
  makeDocument,
  makingOf,
  readChunked,
  readSpans,
} from './chunked.ts'
import { commonEnds } from './common-ends.ts'
import type { Document } from './document.ts'
import { frontMatterEnd } from './front-matter.ts'
import { markdownFormat } from './markdown-format.ts'
import { textFormat } from './text-format.ts'

/**
 * Reads the next version of a draft: the same document as `read(draft)`, but blocks that did not change keep their shapes
 * (the very objects, so that whatever was computed per shape is still there), and the cost is that of the chunks which
 * the edit touches plus the moving of the blocks behind it.
 *
 * The previous document is used up: its blocks are those of the new one, and stand where that has them. What refers to a block of
 * the previous document holds on as long as the new one has the very same block.
 */
export function reread(previous: Document, draft: Draft): Document {
  const format: ChunkFormat = draft.format === 'markdown' ? markdownFormat : textFormat
  const { text } = draft
  const before = previous.draft.text
  const making = makingOf(previous)
  if (making === null || previous.draft.format !== draft.format || otherFrontMatter(before, text))
    return readChunked(draft, format)
  if (format.indivisible(before) || format.indivisible(text)) return readChunked(draft, format)
  const old = making.chunks
  const { prefix, suffix } = commonEnds(before, text)
  const shift = text.length - before.length

  // A chunk's end may depend on the chunk behind it: start one before the first that the edit touches.
  const touched = firstThat(old, (chunk) => chunk.end >= prefix)
  const kept = Math.max(0, touched - 1)
  let resumed = old.length
  const spans = format.split(text, old[kept - 1]?.end ?? 0, (boundary) => {
    if (boundary < text.length - suffix) return false
    const at = firstThat(old, (chunk) => chunk.start >= boundary - shift)
    if (at === 0 || old[at]?.start !== boundary - shift) return false
    resumed = at
    return true
  })
  const front = old.slice(0, kept)
  const back = old.slice(resumed)
  const around = making.defined.size === 0 ? making.defined : identifiersOf([...front, ...back])
  const middle = withKnownShapes(readApart(text, format, spans, around), old.slice(kept, resumed))
  const special = [
    ...making.special.filter((chunk) => chunk.start < (old[kept]?.start ?? Number.POSITIVE_INFINITY)),
    ...middle.filter(isSpecial),
    ...making.special.filter((chunk) => chunk.start >= (old[resumed]?.start ?? Number.POSITIVE_INFINITY)),
  ]
  if (shift !== 0) move(back, shift)
  const chunks = front.concat(middle, back)
  const defined = union(around, identifiersOf(middle))
  if (!sameSet(making.defined, defined)) {
    const all = withReferencesReread(draft, format, chunks)
    const made = { chunks: all, special: all.filter(isSpecial), defined, memory: making.memory }
    return makeDocument(draft, made, previous.blocks)
  }
  const unchanged = { front: front.length, back: back.length, shift }
  return makeDocument(draft, { chunks, special, defined, memory: making.memory }, previous.blocks, unchanged)
}

/**
 * Reads spans that follow each other from a text of their own. What is cut out of a text keeps all of it in memory: every block
 * that was ever typed into would keep a version of the draft.
 */
function readApart(
  text: string,
  format: ChunkFormat,
  spans: readonly ChunkSpan[],
  defined: ReadonlySet<string>,
): Chunk[] {
  const from = spans[0]?.start ?? 0
  const own = ownPiece(text.slice(from, spans.at(-1)?.end ?? 0))
  const apart = spans.map((span) => ({ ...span, start: span.start - from, end: span.end - from }))
  const chunks = readSpans(own, format, apart, defined)
  move(chunks, from)
  return chunks
}

function move(chunks: readonly Movable<Chunk>[], shift: number): void {
  for (let nth = 0; nth < chunks.length; nth++) {
    const chunk = chunks[nth] as Movable<Chunk>
    chunk.start += shift
    chunk.end += shift
  }
}

/** Whether the front matter ends elsewhere: a closing `---` far down may make one of everything above. */
function otherFrontMatter(before: string, after: string): boolean {
  return frontMatterEnd(before) !== frontMatterEnd(after)
}

/** The chunks when the identifiers defined in the draft are others: every one with brackets may read differently now. */
function withReferencesReread(draft: Draft, format: ChunkFormat, chunks: readonly Chunk[]): Chunk[] {
  const concerned = chunks.filter((chunk) => chunk.kind !== 'plain' && chunk.kind !== 'front-matter')
  const read = withKnownShapes(readSpans(draft.text, format, concerned, new Set()), concerned)
  let next = 0
  return chunks.map((chunk) => (chunk === concerned[next] ? (read[next++] as Chunk) : chunk))
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

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return b.size === 0 ? a : new Set([...a, ...b])
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false
  for (const value of a) if (!b.has(value)) return false
  return true
}
