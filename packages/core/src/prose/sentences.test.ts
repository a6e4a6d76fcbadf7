import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import { phrases, sentences, sentencesOf } from './sentences.ts'

function shape(text: string) {
  return blockShape({
    kind: 'paragraph',
    text,
    map: identity,
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
}

/** The pieces of a text where it shows `|`. */
function split(marked: string): string[] {
  const text = marked.replaceAll('|', '')
  return sentencesOf(text).map((piece) => text.slice(piece.from, piece.to))
}

describe('the sentences of a text', () => {
  it.each([
    '办结率98%。|同比增长3个百分点！|是否属实？|再说……|',
    '一是力量不足；|二是形式单一；|三是保障不够。|',
    '办结率3.5%，同比2.0。|完成1.5倍',
    '1.加强领导。|2.提升能力。|',
    '一、加强领导',
    '见No.5号。|另见No. 6号。|',
    '要求“办成一件事。办好一件事。”|各镇（街道；园区）照办。|',
    '他说：“好！”|随后离开。|',
    '他说“好。”，随后离开。|',
    '见《条例；办法。》第三条。|',
    '案件42件（其中3件在办；1件中止）。|另有2件。|',
    '办结42件。|（数据截至12月底。）|下一步继续。|',
    '办结率98%（截至12月底。）同比提高。|',
    '“没有闭合。|继续。|',
    '多余的）。|继续。|',
    '等等……，还有。|',
    '真的？！|好！！”|再说',
    '好!|是吗?|a;|b；|c',
    '见https://a.cn/b?c=d&e!f。|下文',
    '第一行\n|第二行。|\n',
    '他“（一）办。（二）结。”的做法。|',
    'The work is done. |They saw No. 5 there.|',
    '责任落实到位.',
    '',
  ])('%j', (marked) => {
    const pieces = marked.split('|').map((piece) => piece.trim())
    expect(split(marked)).toEqual(pieces.filter((piece) => piece !== ''))
  })

  it('end as their marks say', () => {
    expect(sentencesOf('甲。乙；丙\n丁！').map((piece) => piece.end)).toEqual([
      'sentence',
      'clause',
      'none',
      'sentence',
    ])
  })

  it('are found once a shape, whatever the width of its marks', () => {
    const wide = shape('一是甲；二是乙！三是丙？')
    const narrow = shape('一是甲;二是乙!三是丙?')
    expect(sentences(wide)).toEqual(sentences(narrow))
    expect(sentences(wide)).toBe(sentences(wide))
  })
})

describe('the phrases of a text', () => {
  it.each([
    [
      '办结率98%，同比增长3%：其中甲、乙、丙各1件。',
      ['办结率98%，', '同比增长3%：', '其中甲、', '乙、', '丙各1件。'],
    ],
    ['罚没12,345元,同比增长', ['罚没12,345元,', '同比增长']],
    [
      '根据《甲、乙，丙办法》（国发〔2023〕5号，有效），开展',
      ['根据《甲、乙，丙办法》（国发〔2023〕5号，有效），', '开展'],
    ],
    ['一、甲，乙', ['一、甲，', '乙']],
    ['2、甲、乙', ['2、甲、', '乙']],
    ['比例为3:2，时间为10:30', ['比例为3:2，', '时间为10:30']],
  ])('of %j are %j', (text, expected) => {
    expect(phrases(shape(text)).map((piece) => text.slice(piece.from, piece.to))).toEqual(expected)
  })
})

describe('any text', () => {
  const prose = fc
    .array(fc.constantFrom(...'甲乙。！；，、：（）“”《》…\n 1a.,;!?()"', '98.5%', '一是'), { maxLength: 60 })
    .map((parts) => parts.join(''))

  it('falls into pieces in order, with nothing but white space between', () => {
    fc.assert(
      fc.property(fc.oneof(prose, fc.string({ unit: 'binary' })), (text) => {
        for (const pieces of [sentences(shape(text)), phrases(shape(text))]) {
          let at = 0
          for (const { from, to } of pieces) {
            expect(to).toBeGreaterThan(from)
            expect(text.slice(at, from)).toMatch(/^[\s\u3000\u00a0]*$/)
            at = to
          }
          expect(text.slice(at)).toMatch(/^[\s\u3000\u00a0]*$/)
        }
      }),
    )
  })

  it('splits at the same places when nothing is nested and a sentence is put before it', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const alone = sentencesOf(text)
        const behind = sentencesOf(`前一句。\n${text}`)
        expect(behind.slice(1).map(({ from, to, end }) => ({ from: from - 5, to: to - 5, end }))).toEqual(
          alone.map(({ from, to, end }) => ({ from, to, end })),
        )
      }),
    )
  })
})
