import type { RootContent } from 'mdast'
import type { PlacedShape } from './plain-text.ts'

/**
 * A draft is read in chunks: stretches of whole lines that can be understood without what stands before or behind them.
 * A chunk's content holds only offsets relative to its start, so that an edit somewhere else leaves it as it is.
 */
export interface ChunkSpan {
  readonly start: number
  readonly end: number
  readonly kind: ChunkKind
}

/**
 * - `lines`: lines of a plain text.
 * - `table`: a table drawn with bars in a plain text.
 * - `front-matter`: what stands between `---` at the start of a Markdown draft.
 * - `plain`: Markdown headings and paragraphs without any markup inside.
 * - `bracketed`: the same with square brackets, which are markup only if the draft defines what they refer to.
 * - `marked`: any other Markdown.
 * - `dense`: a paragraph with more emphasis and brackets than the parser can take at once.
 */
export type ChunkKind = 'lines' | 'table' | 'front-matter' | 'plain' | 'bracketed' | 'marked' | 'dense'

/** A table whose cells are positions in {@link ChunkContent.blocks}; -1 where the row has no such cell. */
export interface PlacedTable {
  readonly start: number
  readonly end: number
  readonly rows: readonly (readonly number[])[]
  readonly firstBlock: number
}

/** A stretch of source, relative to whatever holds it. */
export interface PlacedRange {
  readonly start: number
  readonly end: number
}

/** Top-level mdast nodes as they came out of a parse of something larger. */
export interface ParsedNodes {
  readonly nodes: readonly RootContent[]
  /** The offset and the 1-based line that the chunk's start had in that parse. */
  readonly offset: number
  readonly line: number
}

/** What a chunk holds, in reading order. */
export interface ChunkContent {
  readonly blocks: readonly PlacedShape[]
  readonly tables: readonly PlacedTable[]
  readonly comments: readonly PlacedRange[]
  /** The nodes of a chunk that was parsed for its blocks; null where they are made when somebody asks for the tree. */
  readonly parsed: ParsedNodes | null
  /** Identifiers that the chunk defines for link and footnote references. */
  readonly defines: readonly string[]
}

/** How one format is read. */
export interface ChunkFormat {
  /** Whether the text can only be read as one chunk, since what one place means hangs on a place far away. */
  indivisible(text: string): boolean
  /** Splits the text from `from` on, which is the start of the text or the end of a chunk; asks `stop` at every boundary. */
  split(text: string, from: number, stop: (boundary: number) => boolean): ChunkSpan[]
  /** Reads the spans, which are in order; `defined` are the identifiers that the rest of the draft defines. */
  read(text: string, spans: readonly ChunkSpan[], defined: ReadonlySet<string>): ChunkContent[]
}
