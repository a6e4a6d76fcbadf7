import type { Root } from 'mdast'
import type { Block } from '../text/block.ts'
import { follows } from '../text/blocks-with.ts'
import type { Draft } from '../text/draft.ts'
import { firstThat } from '../text/first-that.ts'
import { type LineIndex, lineIndex } from '../text/line-index.ts'
import type { ChunkContent, ChunkFormat, ChunkSpan } from './chunk.ts'
import type { Comment, Document, FrontMatter, ReadProblem, Table } from './document.ts'
import { documentTree } from './document-tree.ts'
import { frontMatterEnd, readFrontMatter } from './front-matter.ts'
import { characterProblems, isSuspect } from './problems.ts'

/** A chunk of one version of a draft: where it stands and what it holds. */
export interface Chunk extends ChunkSpan {
  readonly content: ChunkContent
  /** Whether the chunk may hold NULs or unpaired surrogates. */
  readonly suspect: boolean
}

/** What a document was made of. */
export interface Making {
  readonly chunks: readonly Chunk[]
  /** Those of them that {@link isSpecial} tells of: few, so that nobody need go over all for their sake. */
  readonly special: readonly Chunk[]
  /** The identifiers that the draft defines for link and footnote references. */
  readonly defined: ReadonlySet<string>
  /** What stages keep with the draft, from version to version (per-draft.ts). */
  readonly memory: unknown[]
}

/** The parts of a document that are there from the start. */
type DocumentParts = Omit<Document, 'tree' | 'lines'>

/**
 * A document that was made here. A class for the sake of its getters: those of an object literal are made anew with each object,
 * and the engine keeps what they close over, here all of a draft, until it next collects everything.
 */
class MadeDocument implements Document {
  readonly draft: Draft
  readonly blocks: readonly Block[]
  readonly tables: readonly Table[]
  readonly comments: readonly Comment[]
  readonly frontMatter: FrontMatter | null
  readonly problems: readonly ReadProblem[]
  readonly #making: Making
  #tree: Root | undefined
  #lines: LineIndex | undefined

  constructor(parts: DocumentParts, making: Making) {
    this.draft = parts.draft
    this.blocks = Object.freeze(parts.blocks)
    this.tables = Object.freeze(parts.tables)
    this.comments = Object.freeze(parts.comments)
    this.frontMatter = parts.frontMatter
    this.problems = Object.freeze(parts.problems)
    this.#making = making
    Object.freeze(this)
  }

  get tree(): Root {
    this.#tree ??= documentTree(this.draft, this.#making.chunks, this)
    return this.#tree
  }

  get lines(): LineIndex {
    this.#lines ??= lineIndex(this.draft.text)
    return this.#lines
  }

  static makingOf(document: Document): Making | null {
    return #making in document ? document.#making : null
  }
}

/** What the document was made of; null for a document that was not made here. */
export const makingOf = MadeDocument.makingOf

/** Reads a whole draft in the given format. */
export function readChunked(draft: Draft, format: ChunkFormat): Document {
  const spans = format.split(draft.text, 0, () => false)
  const chunks = readSpans(draft.text, format, spans, nothingDefined)
  const special = chunks.filter(isSpecial)
  return makeDocument(draft, { chunks, special, defined: identifiersOf(chunks), memory: [] }, nothing)
}

const nothing: readonly never[] = []
const nothingDefined: ReadonlySet<string> = new Set()

/** Reads some spans of a draft; `defined` are the identifiers that the rest of it defines. */
export function readSpans(
  text: string,
  format: ChunkFormat,
  spans: readonly ChunkSpan[],
  defined: ReadonlySet<string>,
): Chunk[] {
  const contents = format.read(text, spans, defined)
  const maySuspect = isSuspect(text.slice(spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0))
  const chunks: Chunk[] = []
  for (let at = 0; at < spans.length; at++) {
    const { start, end, kind } = spans[at] as ChunkSpan
    const suspect = maySuspect && isSuspect(text.slice(start, end))
    chunks.push({ start, end, kind, content: contents[at] as ChunkContent, suspect })
  }
  return chunks
}

/** The identifiers that the chunks define. */
export function identifiersOf(chunks: readonly Chunk[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { content } of chunks)
    if (content.defines.length > 0) for (const identifier of content.defines) found.add(identifier)
  return found
}

/** A block, or a chunk, as only the next version may touch it: it is moved to where that has it. */
export type Movable<T> = { -readonly [Key in keyof T]: T[Key] }

/** How many of a document's chunks are those of the version before, at its start and at its end. */
export interface KeptChunks {
  readonly front: number
  readonly back: number
  /** By how much the ones at the end have been moved. */
  readonly shift: number
}

const allNew: KeptChunks = { front: 0, back: 0, shift: 0 }

/**
 * Makes the document. `known` are the blocks of the version before. Those of the chunks that were kept, and those of the same
 * shape at either end of the others, are taken over and moved to where they stand now. What hangs on them, from sections to claims,
 * need not be made anew behind every character typed.
 *
 *     known  ■ ■ ■ □ ■ ■ ■ ■
 *     next   ■ ■ ■ ▣ ▣ ■ ■ ■ ■
 *            as they were ^ further on
 */
export function makeDocument(
  draft: Draft,
  making: Making,
  known: readonly Block[],
  kept: KeptChunks = allNew,
): Document {
  const { chunks } = making
  const { text } = draft
  const frontEnd = chunks[kept.front - 1]?.end ?? 0
  const behind = chunks.length - kept.back
  const backStart = kept.back === 0 ? Number.POSITIVE_INFINITY : (chunks[behind] as Chunk).start - kept.shift
  const front = kept.front === 0 ? 0 : firstThat(known, ({ start }) => start >= frontEnd)
  const back = firstThat(known, ({ start }) => start >= backStart)
  const blocks = known.slice(0, front)
  addBlocks(blocks, chunks.slice(kept.front, behind), known, back)
  for (let at = back; at < known.length; at++) {
    const block = known[at] as Movable<Block>
    block.index = blocks.length
    block.start += kept.shift
    blocks.push(block)
  }
  const tables: Table[] = []
  const comments: Comment[] = []
  let frontMatter: FrontMatter | null = null
  for (const { start: from, kind, content } of making.special) {
    const first = firstThat(blocks, ({ start }) => start >= from)
    for (const table of content.tables)
      tables.push({
        range: { start: from + table.start, end: from + table.end },
        rows: table.rows.map((row) => row.map((cell) => (cell < 0 ? null : (blocks[first + cell] as Block)))),
        firstBlock: first + table.firstBlock,
      })
    for (const comment of content.comments) {
      const range = { start: from + comment.start, end: from + comment.end }
      comments.push({ range, text: text.slice(range.start, range.end).replace(/^<!--|-->$/g, '') })
    }
    if (kind === 'front-matter') frontMatter = readFrontMatter(text, frontMatterEnd(text))
  }
  if (known.length > 0) follows(known, blocks, { front, back: known.length - back })
  const problems = problemsOf(text, making.special, blocks, frontMatter)
  return new MadeDocument({ draft, blocks, tables, comments, frontMatter, problems }, making)
}

/** Adds the blocks of some chunks; `known` are those of the version before, from the place of the next one to `end`. */
function addBlocks(blocks: Block[], chunks: readonly Chunk[], known: readonly Block[], end: number): void {
  let count = blocks.length
  for (const { content } of chunks) count += content.blocks.length
  const shift = count - end
  /** What stands there in `known` has not been taken over yet: no block may stand in two places. */
  let next = blocks.length
  for (const { start, content } of chunks) {
    for (const placed of content.blocks) {
      const { shape } = placed
      const index = blocks.length
      const at = index === next && known[index]?.shape === shape ? index : index - shift
      const same = at >= next && at < end ? (known[at] as Movable<Block>) : undefined
      if (same === undefined || same.shape !== shape)
        blocks.push({ index, start: start + placed.start, shape })
      else {
        next = at + 1
        same.index = index
        same.start = start + placed.start
        blocks.push(same)
      }
    }
  }
}

/** Whether a chunk has to do with more of the document than its blocks. */
export function isSpecial({ kind, content, suspect }: Chunk): boolean {
  return suspect || kind === 'front-matter' || content.tables.length > 0 || content.comments.length > 0
}

function problemsOf(
  text: string,
  chunks: readonly Chunk[],
  blocks: readonly Block[],
  frontMatter: FrontMatter | null,
): ReadProblem[] {
  const problems = chunks.some((chunk) => chunk.suspect) ? characterProblems(text) : []
  if (frontMatter !== null && frontMatter.error !== null)
    problems.push({ kind: 'front-matter', range: frontMatter.range, detail: frontMatter.error })
  if (blocks.length === 0) problems.push({ kind: 'no-text', range: null, detail: '' })
  return problems
}
