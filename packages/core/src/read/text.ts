import type { Draft } from '../text/draft.ts'
import { readChunked } from './chunked.ts'
import type { Document } from './document.ts'
import { textFormat } from './text-format.ts'

/** Reads plain text: one paragraph a block. A line is a paragraph unless the text shows that its lines are wrapped. */
export function readText(draft: Draft): Document {
  return readChunked(draft, textFormat)
}
