import type { Paragraph, Root, RootContent, Yaml } from 'mdast'
import type { Point, Position } from 'unist'
import type { Draft } from '../text/draft.ts'
import type { LineIndex } from '../text/line-index.ts'
import type { Chunk } from './chunked.ts'
import type { Document } from './document.ts'
import { plainTree } from './markdown-plain.ts'
import { parsePart } from './markdown-stack.ts'
import { shifted } from './shift-nodes.ts'

/** The mdast tree of a document: for Markdown the parser's, node by node; for plain text one paragraph a block. */
export function documentTree(draft: Draft, chunks: readonly Chunk[], document: Document): Root {
  const { text } = draft
  const { lines } = document
  const children: RootContent[] = []
  let first = 0
  for (const { start, end, kind, content } of chunks) {
    const line = lines.at(start).line
    if (kind === 'front-matter') children.push(yamlNode(text, document, lines))
    else if (content.parsed !== null) {
      const { nodes, offset, line: lineThere } = content.parsed
      for (const node of nodes) children.push(shifted(node, start - offset, line - lineThere))
    } else if (kind === 'lines')
      for (let at = first; at < first + content.blocks.length; at++) children.push(textNode(document, at))
    // The blocks of this chunk were read without the parser.
    else if (kind === 'marked')
      for (const node of parsePart(text.slice(start, end)).children)
        children.push(shifted(node, start, line - 1))
    else for (const node of plainTree(text, start, end, line)) children.push(node)
    first += content.blocks.length
  }
  return { type: 'root', children, position: positionOf(lines, 0, text.length) }
}

function pointOf(lines: LineIndex, offset: number): Point {
  return { ...lines.at(offset), offset }
}

function positionOf(lines: LineIndex, start: number, end: number): Position {
  return { start: pointOf(lines, start), end: pointOf(lines, end) }
}

function yamlNode(text: string, document: Document, lines: LineIndex): Yaml {
  const end = document.frontMatter?.range.end ?? 0
  const value = text
    .slice(0, end)
    .replace(/^---[ \t]*(?:\r\n|\n|\r)/, '')
    .replace(/(?:\r\n|\n|\r|^)---[ \t]*$/, '')
  return { type: 'yaml', value, position: positionOf(lines, 0, end) }
}

function textNode(document: Document, index: number): Paragraph {
  const block = document.blocks[index]
  const start = block?.start ?? 0
  const position = () => positionOf(document.lines, start, start + (block?.shape.sourceLength ?? 0))
  const value = block?.shape.text ?? ''
  return {
    type: 'paragraph',
    children: [{ type: 'text', value, position: position() }],
    position: position(),
  }
}
