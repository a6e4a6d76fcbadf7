import type { Paragraph, Root, RootContent, Sentence, SentenceContent, Word } from 'nlcst'
import type { Plugin } from 'unified'
import { type LineIndex, lineIndex } from '../text/line-index.ts'
import { sentencesOf } from './sentences.ts'

/** How a text is made into nlcst. */
export interface RetextChineseOptions {
  /**
   * Cut runs of Chinese characters into words with `Intl.Segmenter`. Left out: such a run is one word node, because
   * cutting costs far more than all the rest and few plugins need it.
   */
  readonly words?: boolean
}

/**
 * A retext parser for Chinese: `unified().use(retextChinese)` parses text into nlcst, one paragraph a line, sentences as
 * {@link sentencesOf} finds them, every node with its position. The values of all leaves together are the text.
 */
export const retextChinese: Plugin<[RetextChineseOptions?], string, Root> = function (options = {}) {
  this.parser = (document) => chineseToNlcst(document, options)
}

/** The nlcst tree of a text; see {@link retextChinese}. */
export function chineseToNlcst(text: string, options: RetextChineseOptions = {}): Root {
  const parse: Parse = { text, lines: lineIndex(text), words: options.words === true }
  const children: RootContent[] = []
  for (const line of text.matchAll(/[^\r\n]+|[\r\n]+/g)) {
    const from = line.index
    const to = from + line[0].length
    if (/^\s*$/.test(line[0])) children.push(leaf(parse, 'WhiteSpaceNode', from, to))
    else children.push(paragraph(parse, from, to))
  }
  return { type: 'RootNode', children, position: position(parse, 0, text.length) }
}

interface Parse {
  readonly text: string
  readonly lines: LineIndex
  readonly words: boolean
}

function paragraph(parse: Parse, from: number, to: number): Paragraph {
  const children: Paragraph['children'] = []
  let at = from
  const space = (end: number) => {
    if (end > at) children.push(leaf(parse, 'WhiteSpaceNode', at, end))
  }
  for (const piece of sentencesOf(parse.text.slice(from, to))) {
    space(from + piece.from)
    children.push(sentence(parse, from + piece.from, from + piece.to))
    at = from + piece.to
  }
  space(to)
  return { type: 'ParagraphNode', children, position: position(parse, from, to) }
}

function sentence(parse: Parse, from: number, to: number): Sentence {
  const children: SentenceContent[] = []
  // Patterns that ask for properties of characters are slow to make: not before they are needed.
  const token =
    /([\p{L}\p{M}\p{N}]+(?:(?<=\d)[.,](?=\d)[\p{L}\p{M}\p{N}]+|(?<=[A-Za-z])['’-](?=[A-Za-z])[\p{L}\p{M}\p{N}]+)*)|(\s+)|(\p{P})|./gsu
  for (const found of parse.text.slice(from, to).matchAll(token)) {
    const start = from + found.index
    const end = start + found[0].length
    const [, isWord, isSpace, isPunctuation] = found
    if (isWord !== undefined) for (const node of words(parse, start, end)) children.push(node)
    else if (isSpace !== undefined) children.push(leaf(parse, 'WhiteSpaceNode', start, end))
    else if (isPunctuation !== undefined) children.push(leaf(parse, 'PunctuationNode', start, end))
    else children.push(leaf(parse, 'SymbolNode', start, end))
  }
  return { type: 'SentenceNode', children, position: position(parse, from, to) }
}

/** Node 20 takes time quadratic in the length of the text that it segments. */
const longestSegmented = 2000
let segmenter: Intl.Segmenter | undefined

function words(parse: Parse, from: number, to: number): Word[] {
  const run = parse.text.slice(from, to)
  if (!parse.words || !/\p{Script=Han}{2,}/u.test(run)) return [word(parse, from, to)]
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const found: Word[] = []
  for (let at = 0; at < run.length; at += longestSegmented)
    for (const { index, segment } of segmenter.segment(run.slice(at, at + longestSegmented)))
      found.push(word(parse, from + at + index, from + at + index + segment.length))
  return found
}

function word(parse: Parse, from: number, to: number): Word {
  return {
    type: 'WordNode',
    children: [leaf(parse, 'TextNode', from, to)],
    position: position(parse, from, to),
  }
}

function leaf<T extends 'TextNode' | 'WhiteSpaceNode' | 'PunctuationNode' | 'SymbolNode'>(
  parse: Parse,
  type: T,
  from: number,
  to: number,
) {
  return { type, value: parse.text.slice(from, to), position: position(parse, from, to) }
}

function position({ lines }: Parse, from: number, to: number) {
  return { start: { ...lines.at(from), offset: from }, end: { ...lines.at(to), offset: to } }
}
