import type { Root } from 'mdast'
import { type Block, blockShape } from '../text/block.ts'
import type { Draft } from '../text/draft.ts'
import { lineIndex } from '../text/line-index.ts'
import { identity } from '../text/source-map.ts'
import type { Document } from './document.ts'

/** Reads plain text: one paragraph a line. */
export function readText(draft: Draft): Document {
  const blocks: Block[] = []
  for (const line of draft.text.matchAll(/[^\r\n]+/g)) {
    const text = line[0].trim()
    if (text === '') continue
    const start = line.index + line[0].indexOf(text)
    const shape = blockShape({
      kind: 'paragraph',
      text,
      map: identity,
      sourceLength: text.length,
      depth: 0,
      marker: '',
    })
    blocks.push({ index: blocks.length, start, shape })
  }
  const tree: Root = { type: 'root', children: [] }
  return {
    draft,
    blocks,
    tables: [],
    comments: [],
    frontMatter: null,
    problems: [],
    tree,
    lines: lineIndex(draft.text),
  }
}
