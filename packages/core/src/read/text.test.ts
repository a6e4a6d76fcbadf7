import { describe, expect, it } from 'vitest'
import { type Block, sourceRange } from '../text/block.ts'
import type { Document } from './document.ts'
import { glueBetween } from './join-lines.ts'
import { readText } from './text.ts'

function read(text: string): Document {
  return readText({ path: '青石镇.txt', format: 'text', text })
}

function texts(text: string): string[] {
  return read(text).blocks.map((block) => block.shape.text)
}

describe('reading plain text', () => {
  it('takes a line for a paragraph, without indent and blanks at its ends', () => {
    const text = '青石镇法治政府建设情况的报告\n\n　　一、主要做法 \n\t加强领导。\r\n  办结率98%。\r末行'
    const { blocks } = read(text)
    expect(blocks.map((block) => block.shape.text)).toEqual([
      '青石镇法治政府建设情况的报告',
      '一、主要做法',
      '加强领导。',
      '办结率98%。',
      '末行',
    ])
    expect(blocks.map((block) => text.slice(block.start, block.start + block.shape.sourceLength))).toEqual(
      blocks.map((block) => block.shape.text),
    )
    expect(blocks.every((block) => block.shape.kind === 'paragraph' && block.shape.map.spans === null)).toBe(
      true,
    )
  })

  it('ends lines at form feeds, vertical tabs and line separators', () => {
    expect(texts('甲\f乙\v丙\u2028丁\u2029戊\u0085己')).toEqual(['甲', '乙', '丙', '丁', '戊', '己'])
  })

  it('tells of a draft without text', () => {
    for (const text of ['', '\n\n', ' 　\r\n\u200b']) {
      expect(read(text).blocks).toEqual([])
      expect(read(text).problems).toEqual([{ kind: 'no-text', range: null, detail: '' }])
    }
  })

  it('tells of NULs and unpaired surrogates, and where the first one is', () => {
    expect(read('甲\0乙\0').problems).toEqual([
      { kind: 'nul-characters', range: { start: 1, end: 2 }, detail: 'U+0000 × 2' },
    ])
    expect(read('甲\ud83d乙😀\udc00').problems).toEqual([
      { kind: 'unpaired-surrogate', range: { start: 1, end: 2 }, detail: 'U+D83D × 2' },
    ])
    expect(read('甲😀').problems).toEqual([])
  })

  it('has a tree of one paragraph a block', () => {
    const { tree } = read('甲\n乙丙')
    expect(tree.children).toHaveLength(2)
    expect(tree.children[1]).toMatchObject({
      type: 'paragraph',
      children: [{ type: 'text', value: '乙丙' }],
      position: { start: { line: 2, column: 1, offset: 2 }, end: { line: 2, column: 3, offset: 4 } },
    })
  })

  it('is frozen, and makes tree and lines once', () => {
    const document = read('甲')
    expect(Object.isFrozen(document)).toBe(true)
    expect(Object.isFrozen(document.blocks)).toBe(true)
    expect(document.tree).toBe(document.tree)
    expect(document.lines).toBe(document.lines)
  })
})

/** The paragraphs, wrapped to lines of so many Chinese characters (or characters of any kind), as converters do. */
function wrapped(paragraphs: readonly string[], width: number, indent = '　　', narrowest = 1): string {
  return paragraphs
    .map((paragraph) => {
      let wrapped = ''
      let columns = 0
      for (const character of indent + paragraph) {
        const wide = character > '\u00ff' ? 2 : narrowest
        if (columns + wide > width * 2 && !'，。；：、）》'.includes(character)) {
          wrapped += '\n'
          columns = 0
        }
        wrapped += character
        columns += wide
      }
      return wrapped
    })
    .join('\n')
}

const paragraphs = [
  '青石镇人民政府关于2023年度法治政府建设情况的报告如下，请予审议。',
  '一、主要做法和成效',
  '2023年，青石镇坚持以习近平法治思想为指导，办理行政处罚案件142件，办结率100%，无一件被行政复议机关撤销或者被人民法院判决败诉。',
  '（一）加强组织领导。镇党委会议专题研究法治建设工作4次，听取汇报6次，制定《青石镇法治政府建设年度工作要点》，明确牵头单位和完成时限。',
  '二、存在的问题',
  '一是执法力量不足，持证人员仅有8人；二是普法形式单一，群众参与度不高，对照上级要求还有差距。',
  '云岭县青石镇人民政府',
  '2024年1月8日',
]

describe('hard-wrapped text', () => {
  it.each([20, 24, 28, 30, 35, 40])('is joined to paragraphs, in lines of %i characters', (width) => {
    expect(texts(wrapped(paragraphs, width))).toEqual(paragraphs)
  })

  it('is joined where paragraphs are told apart by blank lines', () => {
    const text = paragraphs.map((paragraph) => wrapped([paragraph], 28, '')).join('\n\n')
    expect(texts(text)).toEqual(paragraphs)
  })

  it.each([22, 28, 32, 36, 40])('is joined where %i characters of any width make a line', (width) => {
    expect(texts(wrapped(paragraphs, width, '　　', 2))).toEqual(paragraphs)
    const apart = paragraphs.map((paragraph) => wrapped([paragraph], width, '', 2)).join('\n\n')
    expect(texts(apart)).toEqual(paragraphs)
  })

  it.each([21, 22, 23, 24, 25, 26, 27, 28, 29, 30])(
    'is joined where a line of %i begins like a heading',
    (width) => {
      const plenums = '2023年，青石镇认真学习贯彻二十届一中、二中全会精神和十九届一中、二中、三中全会精神。'
      const numbers = '镇人民政府深入学习十八届三中、四中，十九届二、三、四、五、六中全会精神，开展宣讲42场。'
      const all = [...paragraphs.slice(0, 3), plenums, numbers, ...paragraphs.slice(3)]
      expect(texts(wrapped(all, width, '　　', 2))).toEqual(all)
    },
  )

  it.each([27, 28, 29])('leaves title, addressee and signature alone in lines of %i', (width) => {
    const title = '云岭县青石镇人民政府2023年度法治建设情况报告'
    const text = [
      '',
      title,
      '云岭县委、县政府：',
      wrapped(paragraphs.slice(1), width),
      '云岭县青石镇人民政府',
    ]
    expect(texts(text.join('\n')).slice(0, 2)).toEqual(text.slice(1, 3))
    expect(texts(text.join('\n')).at(-1)).toBe('云岭县青石镇人民政府')
  })

  it('is joined with CRLF, and with blanks at the line ends', () => {
    expect(texts(wrapped(paragraphs, 28).replaceAll('\n', '  \r\n'))).toEqual(paragraphs)
  })

  it('maps every character of a joined paragraph to its place', () => {
    const text = wrapped(paragraphs, 28)
    for (const block of read(text).blocks)
      for (let at = 0; at < block.shape.text.length; at++) {
        const range = sourceRange(block, at, at + 1)
        expect(text.slice(range.start, range.end)).toBe(block.shape.text[at])
      }
  })

  it.each([
    ['引入Legal', 'Aid系统', ' '],
    ['reform,', 'and', ' '],
    ['办理2', '0件', ''],
    ['达到100', '件', ''],
    ['对接GB', '18030', ' '],
    ['推进改革，', 'APP上线', ''],
  ])('puts between %j and %j what belongs there', (before, after, glue) => {
    expect(glueBetween(before, after)).toBe(glue)
  })

  it('maps the blank between joined words to the break', () => {
    const lines = [...wrapped(paragraphs, 28).split('\n')]
    const text = `${lines.join('\n')}\n　　${'平台'.repeat(10)}，对接Legal\nAid系统。`
    const last = read(text).blocks.at(-1) as Block
    const at = last.shape.text.indexOf(' ')
    expect(last.shape.text).toMatch(/对接Legal Aid系统。$/)
    expect(sourceRange(last, at, at + 1)).toEqual({
      start: text.lastIndexOf('\n'),
      end: text.lastIndexOf('\n') + 1,
    })
  })
})

describe('lines that are paragraphs of their own', () => {
  it.each([
    [
      'a title, an issuer and an addressee',
      ['中共青石镇委员会 青石镇人民政府', '关于2023年度法治政府建设情况的报告', '云岭县委、县政府：'],
    ],
    [
      'headings without a full stop, each about as long',
      [
        '一、坚持党建引领，推动法治政府建设走深走实',
        '镇党委会议专题研究4次。',
        '二、坚持问题导向，补齐基层依法行政短板弱项',
        '开展自查2次。',
        '三、坚持服务为民，回应人民群众法治需求期盼',
        '受理咨询300件。',
      ],
    ],
    [
      'parallel slogans of equal length',
      [
        '坚持和加强党的全面领导，确保法治建设正确政治方向',
        '坚持以人民群众为中心，回应基层群众法治需求期盼盼',
        '坚持问题和结果导向，补齐基层依法行政短板弱项不足',
        '坚持系统和法治观念，完善基层依法行政制度体系建设',
      ],
    ],
    [
      'entries of a form',
      [
        '索引号：2024-00012',
        '发布机构：云岭县青石镇人民政府办公室',
        '发布日期：2024年1月8日',
        '有效性：有效',
      ],
    ],
    ['a signature and a date', ['特此报告。', '云岭县青石镇人民政府', '2024年1月8日']],
    [
      'rows in columns',
      [
        '指标名称            上年数量          本年数量',
        '行政处罚案件        136               142    ',
        '行政复议案件        12                9      ',
        '行政诉讼案件        3                 2      ',
      ],
    ],
    [
      'long paragraphs, one a line, some without a full stop',
      [
        '2023年，青石镇坚持以习近平法治思想为指导，办理行政处罚案件142件，办结率100%，无一件被行政复议机关撤销或者被人民法院判决败诉，群众满意率达98.5%',
        '2024年，青石镇将继续深入学习贯彻习近平法治思想，加强行政执法监督，全面落实行政执法公示制度、执法全过程记录制度和重大执法决定法制审核制度',
      ],
    ],
  ])('are not joined: %s', (_, lines) => {
    expect(texts(lines.join('\n'))).toEqual(lines.map((line) => line.trim()))
  })
})

describe('a table drawn with bars', () => {
  it('is read as one if it has a delimiter row', () => {
    const text =
      '附表：\n| 指标 | 数量 |\n|------|-----:|\n| 案件 | 42 |\n| 咨询 | 300 |\n以上数据截至12月底。'
    const document = read(text)
    expect(document.tables).toHaveLength(1)
    expect(document.tables[0]?.rows.map((row) => row.map((cell) => cell?.shape.text))).toEqual([
      ['指标', '数量'],
      ['案件', '42'],
      ['咨询', '300'],
    ])
    expect(document.tables[0]?.firstBlock).toBe(1)
    expect(text.slice(document.tables[0]?.range.start, document.tables[0]?.range.end)).toMatch(
      /^\| 指标[\s\S]*300 \|$/,
    )
    expect(document.blocks.at(-1)?.shape.text).toBe('以上数据截至12月底。')
    expect(document.tree.children.map((node) => node.type)).toEqual(['paragraph', 'table', 'paragraph'])
  })

  it('is text without one', () => {
    expect(read('索引号： | 2024-1 | 主题词： | 其他 |\n文号： | 无 |').tables).toEqual([])
  })
})
