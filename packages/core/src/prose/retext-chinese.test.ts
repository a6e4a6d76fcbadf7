import fc from 'fast-check'
import type { Nodes, Root } from 'nlcst'
import { retext } from 'retext'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { chineseToNlcst, retextChinese } from './retext-chinese.ts'

const text = '青石镇办理案件42件，办结率98.5%。下一步，加强领导！\n\n　　一是力量不足；二是形式单一。'

/** All nodes of the tree, parents first. */
function nodes(tree: Root): Nodes[] {
  const found: Nodes[] = []
  const visit = (node: Nodes) => {
    found.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

function values(tree: Root, type: Nodes['type'], source: string): string[] {
  return nodes(tree)
    .filter((node) => node.type === type)
    .map((node) => source.slice(node.position?.start.offset, node.position?.end.offset))
}

describe('the nlcst of a text', () => {
  const tree = chineseToNlcst(text)

  it('has a paragraph a line and sentences as Chinese ends them', () => {
    expect(values(tree, 'ParagraphNode', text)).toHaveLength(2)
    expect(values(tree, 'SentenceNode', text)).toEqual([
      '青石镇办理案件42件，办结率98.5%。',
      '下一步，加强领导！',
      '一是力量不足；',
      '二是形式单一。',
    ])
  })

  it('keeps numbers whole and marks apart', () => {
    expect(values(tree, 'WordNode', text)).toContain('办结率98.5')
    expect(values(tree, 'PunctuationNode', text)).toEqual(['，', '%', '。', '，', '！', '；', '。'])
    expect(values(chineseToNlcst('1＋1＝2'), 'SymbolNode', '1＋1＝2')).toEqual(['＋', '＝'])
    expect(
      values(chineseToNlcst("It's a re-run of 3,200 kg"), 'WordNode', "It's a re-run of 3,200 kg"),
    ).toEqual(["It's", 'a', 're-run', 'of', '3,200', 'kg'])
  })

  it('cuts words only when asked', () => {
    const cut = chineseToNlcst('加强组织领导', { words: true })
    expect(values(cut, 'WordNode', '加强组织领导')).toEqual(['加强', '组织', '领导'])
    expect(values(chineseToNlcst('加强组织领导'), 'WordNode', '加强组织领导')).toEqual(['加强组织领导'])
  })

  it('cuts a very long run piece by piece and loses nothing', () => {
    const long = '加强组织领导'.repeat(1000)
    expect(values(chineseToNlcst(long, { words: true }), 'WordNode', long).join('')).toBe(long)
  })

  it('has every character once, in its place, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(text)), fc.boolean(), (any, words) => {
        let read = ''
        for (const node of nodes(chineseToNlcst(any, { words }))) {
          if (!('value' in node)) continue
          expect(node.position?.start.offset).toBe(read.length)
          read += node.value
        }
        expect(read).toBe(any)
      }),
    )
  })
})

describe('retextChinese', () => {
  it('is a parser of unified, with plugins behind it', () => {
    const seen: string[] = []
    const processor = retext()
      .use(retextChinese)
      .use(() => (tree: Root) => {
        seen.push(...values(tree, 'SentenceNode', text))
      })
    expect(String(processor.processSync(text))).toBe(text)
    expect(seen).toHaveLength(4)
  })

  it('takes its options', () => {
    const tree = unified().use(retextChinese, { words: true }).parse('加强领导')
    expect(values(tree, 'WordNode', '加强领导')).toEqual(['加强', '领导'])
  })
})
