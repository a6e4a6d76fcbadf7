import type { Root } from 'mdast'
import type { Block } from '../text/block.ts'
import type { Draft } from '../text/draft.ts'
import { lineIndex } from '../text/line-index.ts'
import { displayWidth } from './display-width.ts'
import type { Document } from './document.ts'
import { glueBetween } from './glue.ts'
import { type Line, paragraphStarts, widestWrap } from './line-breaks.ts'
import { addAtomic, addRun, type PlacedShape, placedShape, plainText } from './plain-text.ts'
import { characterProblems } from './problems.ts'

interface TextLine extends Line {
  readonly from: number
  readonly to: number
}

const lineBreak = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/g
const edges = /^[\s\u200b]+|[\s\u200b]+$/g

/** Reads plain text: one paragraph a block, hard-wrapped lines joined. */
export function readText(draft: Draft): Document {
  const placed: PlacedShape[] = []
  const { text } = draft
  let stretch: TextLine[] = []
  let apart = false
  const close = () => {
    readStretch(text, stretch, placed)
    stretch = []
  }
  let from = 0
  while (from <= text.length) {
    lineBreak.lastIndex = from
    const found = lineBreak.exec(text)
    const to = found === null ? text.length : found.index
    const line = textLine(text, from, to, apart)
    apart = line === null
    if (line !== null) {
      if (line.width > widestWrap) close()
      stretch.push(line)
      if (line.width > widestWrap) close()
    }
    if (found === null) break
    from = to + found[0].length
  }
  close()
  const blocks: Block[] = placed.map(({ start, shape }, index) => ({ index, start, shape }))
  const problems = characterProblems(text)
  if (blocks.length === 0) problems.push({ kind: 'no-text', range: null, detail: '' })
  const tree: Root = { type: 'root', children: [] }
  return Object.freeze({
    draft,
    blocks,
    tables: [],
    comments: [],
    frontMatter: null,
    problems,
    tree,
    lines: lineIndex(draft.text),
  })
}

function textLine(source: string, from: number, to: number, apart: boolean): TextLine | null {
  const whole = source.slice(from, to)
  const text = whole.replace(edges, '')
  if (text === '') return null
  const lead = whole.indexOf(text)
  const indent = displayWidth(whole, 0, lead)
  const width = indent + displayWidth(text, 0, text.length, widestWrap)
  return { text, indent, width, apart, from: from + lead, to: from + lead + text.length }
}

function readStretch(source: string, lines: readonly TextLine[], placed: PlacedShape[]): void {
  const starts = paragraphStarts(lines)
  let plain = plainText()
  lines.forEach((line, at) => {
    if (at > 0 && starts[at] === false) {
      const before = lines[at - 1] as TextLine
      addAtomic(plain, glueBetween(before.text, line.text), before.to, line.from)
    }
    addRun(plain, source, line.from, line.to)
    if (starts[at + 1] !== false) {
      placed.push(placedShape(plain, line.from, { kind: 'paragraph', depth: 0, marker: '' }))
      plain = plainText()
    }
  })
}
