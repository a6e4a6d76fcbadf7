import type { Root } from 'mdast'
import type { Block } from '../text/block.ts'
import type { Draft } from '../text/draft.ts'
import type { LineIndex } from '../text/line-index.ts'
import type { Range } from '../text/range.ts'

/** A table as it was read. Every cell is a block of its own; a merged or missing cell is `null`. */
export interface Table {
  readonly range: Range
  /** Rows from the top; the header row is the first. All rows have the same number of cells. */
  readonly rows: readonly (readonly (Block | null)[])[]
  /** Index in `Document.blocks` of the first cell. */
  readonly firstBlock: number
}

/**
 * Front matter between `---` lines, parsed as a YAML mapping whose scalars are all strings, as written; `error` says why it
 * could not be.
 */
export interface FrontMatter {
  readonly range: Range
  readonly values: Readonly<Record<string, unknown>>
  readonly error: string | null
}

/** A comment in the draft that may hold an instruction to hegao: its text between `<!--` and `-->`. */
export interface Comment {
  readonly range: Range
  readonly text: string
}

/**
 * The draft parsed: its blocks in reading order over one linear text. Frozen; `tree` and `lines` are made when first
 * asked for.
 */
export interface Document {
  readonly draft: Draft
  readonly blocks: readonly Block[]
  readonly tables: readonly Table[]
  readonly comments: readonly Comment[]
  readonly frontMatter: FrontMatter | null
  /** What the reader could not make sense of; shown, never silently dropped. */
  readonly problems: readonly ReadProblem[]
  /** The mdast tree with positions in the draft's text. For a text draft: one paragraph a block. */
  readonly tree: Root
  readonly lines: LineIndex
}

/** Something the reader met that limits what can be checked. */
export interface ReadProblem {
  readonly kind: 'nul-characters' | 'unpaired-surrogate' | 'front-matter' | 'no-text'
  readonly range: Range | null
  readonly detail: string
}
