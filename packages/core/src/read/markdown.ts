import type { Draft } from '../text/draft.ts'
import type { Document } from './document.ts'
import { readText } from './text.ts'

/** Reads Markdown. */
export function readMarkdown(draft: Draft): Document {
  return readText(draft)
}
