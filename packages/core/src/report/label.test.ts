import { describe, expect, test } from 'vitest'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import { inlineClauses, labelOf, numberOf } from './label.ts'

function paragraph(text: string) {
  return blockShape({
    kind: 'paragraph',
    text,
    map: identity,
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
}

describe('the label at the beginning of a paragraph', () => {
  test.each([
    ['一、主要工作', 'han-comma', 1, '一、'],
    ['十二、其他', 'han-comma', 12, '十二、'],
    ['二.存在问题', 'han-comma', 2, '二.'],
    ['（三）严格执法', 'han-bracket', 3, '（三）'],
    ['(三)严格执法', 'han-bracket', 3, '(三)'],
    ['（三）、严格执法', 'han-bracket', 3, '（三）、'],
    ['㈢严格执法', 'han-bracket', 3, '㈢'],
    ['1.加强制度建设', 'arabic-dot', 1, '1.'],
    ['１．加强制度建设', 'arabic-dot', 1, '１．'],
    ['2、加强制度建设', 'arabic-dot', 2, '2、'],
    ['3．10种有色金属', 'arabic-dot', 3, '3．'],
    ['1.2024年的工作', 'arabic-dot', 1, '1.'],
    ['（1）会议程序', 'arabic-bracket', 1, '（1）'],
    ['1)会议程序', 'arabic-bracket', 1, '1)'],
    ['②优化服务', 'circled', 2, '②'],
    ['第一部分 主要工作', 'chapter', 1, '第一部分 '],
    ['第三章 附则', 'chapter', 3, '第三章 '],
    ['一是加强领导', 'inline-is', 1, '一是'],
    ['第二，加强领导', 'inline-ordinal', 2, '第二，'],
    ['首先，加强领导', 'inline-ordinal', 1, '首先，'],
  ])('%s', (text, style, number, written) => {
    const label = labelOf(paragraph(text))
    expect(label).toMatchObject({ style, number })
    expect(text.slice(label?.from, label?.to)).toBe(written)
  })

  test.each([
    '3.5亿元投资',
    '一、二级网格员全部到位',
    '一、二、三产业融合发展',
    '1、2月份集中宣传',
    '一村一法律顾问',
    '第一责任人认真履职',
    '2024年，我镇认真落实',
    '(2024)云01行初5号',
    '',
  ])('%s has none', (text) => {
    expect(labelOf(paragraph(text))).toBeNull()
  })

  test('a Markdown list marker counts, and takes no room', () => {
    const shape = blockShape({
      kind: 'list-item',
      text: '加强制度建设',
      map: identity,
      sourceLength: 6,
      depth: 1,
      marker: '3.',
    })
    expect(labelOf(shape)).toEqual({ style: 'arabic-dot', number: 3, from: 0, to: 0 })
  })
})

describe('numbered clauses inside a paragraph', () => {
  test('run from number to number', () => {
    const text = '重点是：一是充实力量。二是加强培训；三是严格考核。'
    const clauses = inlineClauses(paragraph(text))
    expect(clauses.map(({ from, to }) => text.slice(from, to))).toEqual([
      '一是充实力量。',
      '二是加强培训；',
      '三是严格考核。',
    ])
  })

  test.each(['一是一，二是二', '这是第一次，也是第二次', '仅一是加强领导', '统一是前提，二者兼顾'])(
    '%s holds none',
    (text) => {
      expect(inlineClauses(paragraph(text)).length).toBeLessThan(2 + Number(text.startsWith('一是一')))
    },
  )
})

test('numbers of labels', () => {
  expect(['一', '九', '十', '十一', '二十', '二十三', '一百零五', '105'].map(numberOf)).toEqual([
    1, 9, 10, 11, 20, 23, 105, 105,
  ])
})
