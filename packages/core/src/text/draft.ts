/** How a draft's file is to be read. */
export type DraftFormat = 'markdown' | 'text'

/**
 * A draft 稿件: a source file already decoded. `path` is only a name (for messages and globs); the core opens nothing.
 * `text` is the whole file without a byte order mark; every offset anywhere in the core counts its UTF-16 units.
 */
export interface Draft {
  readonly path: string
  readonly format: DraftFormat
  readonly text: string
}

/** The format that a file name stands for: Markdown for `.md` and `.markdown`, plain text for everything else. */
export function formatOfPath(path: string): DraftFormat {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'text'
}
