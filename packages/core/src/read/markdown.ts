import type { Block } from '../text/block.ts'
import type { Draft } from '../text/draft.ts'
import { lineIndex } from '../text/line-index.ts'
import type { Document } from './document.ts'
import { frontMatterEnd, readFrontMatter } from './front-matter.ts'
import { markdownContent } from './markdown-blocks.ts'
import { parseWhole } from './markdown-stack.ts'
import { characterProblems } from './problems.ts'

/** Reads Markdown. */
export function readMarkdown(draft: Draft): Document {
  const { text } = draft
  const tree = parseWhole(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text)
  const content = markdownContent(text, tree)
  const blocks: Block[] = content.blocks.map(({ start, shape }, index) => ({ index, start, shape }))
  const end = frontMatterEnd(text)
  const frontMatter = end > 0 ? readFrontMatter(text, end) : null
  const problems = characterProblems(text)
  if (frontMatter?.error)
    problems.push({ kind: 'front-matter', range: frontMatter.range, detail: frontMatter.error })
  if (blocks.length === 0) problems.push({ kind: 'no-text', range: null, detail: '' })
  return Object.freeze({
    draft,
    blocks,
    tables: content.tables.map(({ start, end, rows, firstBlock }) => ({
      range: { start, end },
      rows: rows.map((row) => row.map((cell) => blocks[cell] ?? null)),
      firstBlock,
    })),
    comments: content.comments.map((range) => ({ range, text: text.slice(range.start + 4, range.end - 3) })),
    frontMatter,
    problems,
    tree,
    lines: lineIndex(text),
  })
}
