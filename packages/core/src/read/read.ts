import type { Draft } from '../text/draft.ts'
import type { Document } from './document.ts'
import { readMarkdown } from './markdown.ts'
import { readText } from './text.ts'

/** Reads a draft in its format. Never throws: what cannot be read is in `problems`. */
export function read(draft: Draft): Document {
  return draft.format === 'markdown' ? readMarkdown(draft) : readText(draft)
}
