import type { Draft } from '../text/draft.ts'
import { readChunked } from './chunked.ts'
import type { Document } from './document.ts'
import { markdownFormat } from './markdown-format.ts'

/** Reads Markdown as hegao understands it (`markdown-stack.ts`): the blocks and the tree are those of the unified stack. */
export function readMarkdown(draft: Draft): Document {
  return readChunked(draft, markdownFormat)
}
