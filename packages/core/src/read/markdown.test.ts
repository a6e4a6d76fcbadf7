import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProse, sourceRange } from '../text/block.ts'
import type { Document } from './document.ts'
import { readMarkdown } from './markdown.ts'
import { readText } from './text.ts'

function read(text: string): Document {
  return readMarkdown({ path: '青石镇.md', format: 'markdown', text })
}

function texts(text: string): string[] {
  return read(text).blocks.map((block) => block.shape.text)
}

function kinds(text: string): string[] {
  return read(text).blocks.map(
    ({ shape }) => `${shape.kind}${shape.depth || ''} ${shape.marker} ${shape.text}`,
  )
}

describe('the blocks of Markdown', () => {
  it('are headings, paragraphs, items, quotes, footnotes and cells, in reading order', () => {
    expect(
      kinds(
        '# 报告\n\n正文[^1]。\n\n1. 第一项\n   - 子项\n\n2. 第二项\n\n   续段\n\n> 引文\n> - 引文中的项\n\n| 指标 | 数 |\n|--|--|\n| 案件 | 3 |\n\n[^1]: 数据来源\n',
      ),
    ).toEqual([
      'heading1  报告',
      'paragraph  正文。',
      'list-item1 1. 第一项',
      'list-item2 - 子项',
      'list-item1 2. 第二项',
      'list-item1  续段',
      'quote  引文',
      'list-item1 - 引文中的项',
      'table-cell  指标',
      'table-cell  数',
      'table-cell  案件',
      'table-cell  3',
      'footnote  数据来源',
    ])
  })

  it('keep code and HTML, which are no prose', () => {
    const { blocks } = read('```js\nlet 案件 = 3\n```\n\n<div>网页</div>\n\n正文')
    expect(blocks.map(({ shape }) => [shape.kind, isProse(shape)])).toEqual([
      ['code', false],
      ['html', false],
      ['paragraph', true],
    ])
  })

  it('count paragraphs indented by blanks as prose, not as code', () => {
    expect(kinds('正文\n\n    青石镇加强领导。\n    办结率98%。\n\n以下\n\n\tlet a = 1')).toEqual([
      'paragraph  正文',
      'paragraph  青石镇加强领导。',
      'paragraph  办结率98%。',
      'paragraph  以下',
      'code  let a = 1',
    ])
  })

  it('stand where their text stands, markup not included', () => {
    const text = '## **加强**领导\n\n- [ ] 待办\n'
    expect(read(text).blocks.map((block) => [block.start, block.shape.sourceLength])).toEqual([
      [5, 6],
      [text.indexOf('待'), 2],
    ])
  })
})

describe('the text of a Markdown block', () => {
  it.each([
    ['**注意：**正文', '注意：正文'],
    ['**完成率98.5%。**同比', '完成率98.5%。同比'],
    ['**“三保”**支出', '“三保”支出'],
    ['3~5天，6~8人', '3~5天，6~8人'],
    ['见https://www.gov.cn网站，电邮a@b.cn。', '见https://www.gov.cn网站，电邮a@b.cn。'],
    ['见[附件一](https://a.cn "题")和<https://b.cn>', '见附件一和https://b.cn'],
    ['A&amp;B&#x4e2d;&nbsp;5\\*3', 'A&B中\u00a05*3'],
    ['`办结率` 为``a`b``', '办结率 为a`b'],
    ['图![平面图](a.png)示', '图平面图示'],
    ['~~旧稿~~新稿', '新稿'],
    ['甲<b>乙</b>丙', '甲乙丙'],
    ['办结<!-- 待核 -->42件', '办结42件'],
    ['> 引文第一行\n> 的后半', '引文第一行的后半'],
    ['共A\nB两类', '共A B两类'],
    ['# 青石镇<br>工作报告', '青石镇工作报告'],
    ['## 一、做法 {#_Toc12 .unnumbered}', '一、做法'],
    ['## **一、做法** {#做法}', '一、做法'],
    ['## 一、{暂定}', '一、{暂定}'],
  ])('of %j is %j', (source, text) => {
    expect(texts(source)).toEqual([text])
  })

  it('is split at hard breaks', () => {
    expect(texts('青石镇人民政府  \n2024年1月8日')).toEqual(['青石镇人民政府', '2024年1月8日'])
    expect(texts('青石镇人民政府\\\n2024年1月8日<br>（印章）')).toEqual([
      '青石镇人民政府',
      '2024年1月8日',
      '（印章）',
    ])
  })

  it('keeps the breaks in a cell', () => {
    expect(texts('| 数 |\n|--|\n| 12<br>13 |')).toEqual(['数', '12\n13'])
  })
})

describe('lines of a Markdown paragraph', () => {
  it.each([
    ['labels', '一、主要做法\n（一）加强领导。\n1.开展培训', 3],
    ['indents', '　　办结率98%\n　　同比增长', 2],
    ['ends of sentences', '办结率98%。\n同比增长。', 2],
    ['a colon', '报告如下：\n办结率98%', 2],
    ['a heading', '（一）加强组织领导，压实各方责任\n镇党委会议专题研究4次，听取汇报6次，制定工作要点。', 2],
    ['a title', '云岭县青石镇人民政府\n关于2023年度法治政府建设情况的报告', 2],
    ['a date', '云岭县青石镇人民政府\n2024年1月8日', 2],
    ['entries of a form', '发布机构：青石镇\n发布日期：今天', 2],
    ['a line that is blank but for U+3000', '办结率98%，\n　　\n同比增长', 2],
  ])('begin paragraphs of their own: %s', (_, source, count) => {
    expect(texts(source)).toHaveLength(count)
  })

  it.each([
    ['a comma', '办结率98%，\n同比增长3%。'],
    [
      'lines of one width',
      '2023年青石镇共办理行政处罚案件142件无一件\n被行政复议机关撤销或者被人民法院判决败诉',
    ],
    ['Latin words', 'The town has\nsettled'],
    [
      'half a sentence, however ragged',
      '2023年，青石镇坚持以习近平法治思想为指导，全面推进依法行政，办理案件 142 件，\n其中行政许可 136 件，行政处罚 6 件，办结率\n100%，无一件被撤销',
    ],
  ])('go on behind %s', (_, source) => {
    expect(texts(source)).toHaveLength(1)
  })

  it('are joined when wrapped, also where a sentence ends with the line', () => {
    const lines = [
      '2023年，青石镇坚持以习近平法治思想为指导，办理行政处罚案',
      '件142件，办结率100%，无一件被行政复议机关撤销或者败诉。',
      '受理群众来信来访312件次，按期答复率为100%，群众满意率98',
      '%，比上年提高2个百分点。',
    ]
    expect(texts(lines.join('\n'))).toEqual([lines.join('')])
  })
})

describe('a paragraph with thousands of marks', () => {
  it('is read line by line, its emphasis understood', () => {
    const text = `前文。\n\n${'**一是**加强领导。\n'.repeat(1500)}\n后文。`
    const { blocks, tree } = read(text)
    expect(blocks).toHaveLength(1502)
    expect(new Set(blocks.slice(1, -1).map((block) => block.shape.text))).toEqual(new Set(['一是加强领导。']))
    expect(blocks.at(-2)?.start).toBe(text.lastIndexOf('**一是') + 2)
    const last = tree.children.at(-2)
    expect(last?.position?.end).toEqual({ line: 1502, column: 12, offset: text.lastIndexOf('\n\n') })
    expect(text.slice(last?.position?.start.offset).startsWith('**一是**')).toBe(true)
  })

  it('is read as it stands if it is one line', () => {
    const line = `${'*a '.repeat(20_000)}${'a*'.repeat(20_000)}`
    expect(texts(`前文。\n\n${line}\n\n后文。`)).toEqual(['前文。', line, '后文。'])
    expect(read(line).tree.children).toMatchObject([
      { type: 'paragraph', position: { end: { line: 1, offset: line.length } } },
    ])
  })

  it('does not take long lists for such a paragraph', () => {
    const { tree } = read('- **一是**加强领导。\n'.repeat(1500))
    expect(tree.children.map((node) => node.type)).toEqual(['list'])
  })
})

describe('front matter', () => {
  it('is parsed as a mapping of strings', () => {
    const document = read('---\n标题: 报告\n年度: 2023\n---\n正文')
    expect(document.frontMatter).toEqual({
      range: { start: 0, end: 23 },
      values: { 标题: '报告', 年度: '2023' },
      error: null,
    })
    expect(document.blocks.map((block) => block.start)).toEqual([24])
    expect(document.tree.children[0]).toMatchObject({ type: 'yaml', value: '标题: 报告\n年度: 2023' })
  })

  it('is only at the start and only if it is closed', () => {
    expect(read('正文\n\n---\na: b\n---\n').frontMatter).toBeNull()
    expect(read('---\na: b\n').frontMatter).toBeNull()
    expect(read('---\n---\n').frontMatter).toMatchObject({ values: {}, error: null })
  })

  it.each(['a: [1\n', '- a\n- b\n', 'a: &x [*x]\nb: *y\n'])('with a mistake is told: %j', (yaml) => {
    const document = read(`---\n${yaml}---\n\n正文`)
    expect(document.frontMatter?.error).toEqual(expect.any(String))
    expect(document.problems).toMatchObject([{ kind: 'front-matter' }])
    expect(document.blocks).toHaveLength(1)
  })
})

describe('comments', () => {
  it('are found in blocks, between words and in cells', () => {
    const text =
      '<!-- 甲 -->\n\n正文<!--乙-->\n\n- 项<!-- 丙 -->\n\n| 数<!-- 丁 --> |\n|--|\n\n<div>\n<!-- 戊 -->\n</div>\n'
    const { comments } = read(text)
    expect(comments.map((comment) => comment.text)).toEqual([' 甲 ', '乙', ' 丙 ', ' 丁 ', ' 戊 '])
    for (const { range, text: inside } of comments)
      expect(text.slice(range.start, range.end)).toBe(`<!--${inside}-->`)
  })

  it('that are not closed go on to the end', () => {
    expect(read('正文\n\n<!-- 未完\n\n二、问题').comments).toMatchObject([{ text: ' 未完\n\n二、问题' }])
  })
})

describe('tables', () => {
  it('have rows of one length; a missing cell is null, an empty one a block', () => {
    const document = read('前文\n\n| 甲 | 乙 |\n|--|--|\n| 1 | |\n| 2 |\n')
    const [table] = document.tables
    expect(table?.rows.map((row) => row.map((cell) => cell?.shape.text ?? null))).toEqual([
      ['甲', '乙'],
      ['1', ''],
      ['2', null],
    ])
    expect(table?.rows[0]?.[0]).toBe(document.blocks[1])
    expect(table?.firstBlock).toBe(1)
  })
})

const soup = fc
  .array(
    fc.constantFrom(
      ...[
        '# ',
        '## 二、',
        '正文。',
        '办结率98%',
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        '- ',
        '1. ',
        '> ',
        '    ',
        '　　',
        '**',
      ],
      ...[
        '*',
        '_',
        '`',
        '```',
        '~~~',
        '~~',
        '|',
        '|--|',
        '[',
        ']',
        '(',
        ')',
        '[^1]',
        ']: ',
        '<!--',
        '-->',
        '<div>',
      ],
      ...[
        '<br>',
        '&amp;',
        '&',
        '\\',
        '---',
        '===',
        '\t',
        '  ',
        '\0',
        '\ud800',
        '😀',
        '\ufeff',
        'A',
        '5',
        '；',
        '<a@b.c>',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('any text', () => {
  it.each([
    ['Markdown', readMarkdown, 'markdown'],
    ['plain text', readText, 'text'],
  ] as const)('is read as %s with every character in its place', (_, reader, format) => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const { blocks, comments, tables } = reader({ path: 'a', format, text })
        let last = 0
        blocks.forEach((block, index) => {
          const { shape } = block
          expect(block.index).toBe(index)
          expect(block.start).toBeGreaterThanOrEqual(last)
          last = block.start
          expect(block.start + shape.sourceLength).toBeLessThanOrEqual(text.length)
          expect(sourceRange(block)).toEqual({ start: block.start, end: block.start + shape.sourceLength })
          expect(shape.folded).toHaveLength(shape.text.length)
          for (let at = 0; at < shape.text.length; at++) {
            const range = sourceRange(block, at, at + 1)
            const there = text.slice(range.start, range.end)
            if (range.end - range.start === 1 && !/[\n\r]/.test(there)) expect(there).toBe(shape.text[at])
            else expect(there).toMatch(/[\n\r]|^&|^\\|^!\[|^<br|`|\0/i)
          }
        })
        for (const { range } of [...comments, ...tables]) {
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same shapes wherever it stands', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const alone = read(`${text}\n`)
        const moved = read(`前文\n\n${text}\n`)
        fc.pre(alone.frontMatter === null)
        expect(moved.blocks.slice(1).map((block) => block.shape)).toEqual(
          alone.blocks.map((block) => block.shape),
        )
      }),
    )
  })
})
