import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftFormat } from '../text/draft.ts'
import { commonEnds } from './common-ends.ts'
import type { Document } from './document.ts'
import { read } from './read.ts'
import { reread } from './reread.ts'

function draft(text: string, format: DraftFormat = 'markdown') {
  return { path: '青石镇', format, text }
}

/** Everything that a document says, without what it was made of. */
function content(document: Document): unknown {
  const { blocks, tables, comments, frontMatter, problems, tree } = document
  return { blocks, tables, comments, frontMatter, problems, tree: JSON.parse(JSON.stringify(tree)) }
}

function expectLikeRead(document: Document): void {
  const fresh = content(read(document.draft))
  const actual = content(document)
  if (!isDeepStrictEqual(actual, fresh)) expect(actual).toEqual(fresh)
}

const report = `# 青石镇2023年法治政府建设情况的报告

云岭县人民政府：

2023年，办结率98%[^1]，见[总纲]。

## 一、主要做法

- 加强领导
- 提升能力

  续段

| 指标 | 数 |
|------|----|
| 案件 | 42 |

## 二、存在的问题

一是力量不足。

二是形式单一。[2020]

[^1]: 截至12月底。

[总纲]: /a

特此报告。
`

describe('rereading after an edit', () => {
  it.each(['markdown', 'text'] as const)('takes over all blocks but the changed one in %s', (format) => {
    const before = read(draft(report, format))
    const after = reread(before, draft(report.replace('力量不足', '执法力量不足'), format))
    expectLikeRead(after)
    const changed = after.blocks.findIndex((block) => block.shape.text.includes('执法力量'))
    after.blocks.forEach((block, index) => {
      if (index !== changed) expect(block).toBe(before.blocks[index])
    })
    expect(after.blocks[changed]?.shape).not.toBe(before.blocks[changed]?.shape)
  })

  it('moves the blocks behind one that comes in, and none stands in two places', () => {
    const before = read(draft(report))
    const last = before.blocks.at(-1)
    const after = reread(before, draft(report.replace('## 一', '新的一段。\n\n## 一')))
    expectLikeRead(after)
    expect(after.blocks.length).toBe(before.blocks.length + 1)
    expect(after.blocks.at(-1)).toBe(last)
    expect(new Set(after.blocks).size).toBe(after.blocks.length)
  })

  it('keeps all blocks when nothing is changed', () => {
    const before = read(draft(report))
    const after = reread(before, draft(report))
    expect(after.blocks.every((block, index) => block === before.blocks[index])).toBe(true)
  })

  it('keeps the shapes of the other items when one is changed', () => {
    const before = read(draft(report))
    const after = reread(before, draft(report.replace('提升能力', '提升执法能力')))
    const item = before.blocks.find((block) => block.shape.text === '加强领导')
    expect(after.blocks.find((block) => block.shape.text === '加强领导')?.shape).toBe(item?.shape)
  })

  it.each([
    ['a definition is taken away', report.replace('[总纲]: /a', '')],
    ['a definition comes in', report.replace('[总纲]: /a', '[总纲]: /a\n[2020]: /b')],
    ['a fence is opened', report.replace('## 一', '```\n## 一')],
    ['a fence is opened in a note', report.replace('[^1]: ', '[^1]: ```\n')],
    ['a comment is opened', report.replace('## 一', '<!--\n\n## 一')],
    ['front matter is closed far down', `---\n${report.replace('特此', '---\n\n特此')}`],
    ['a blank line goes', report.replace('一是力量不足。\n\n', '一是力量不足。\n')],
    ['everything goes', ''],
  ])('is like reading when %s, and when it is undone', (_, changed) => {
    const before = read(draft(changed.startsWith('---') ? `---\n${report}` : report))
    const after = reread(before, draft(changed))
    expectLikeRead(after)
    expectLikeRead(reread(after, before.draft))
  })

  it('is like reading when a definition comes in beside a label that ends in a blank', () => {
    const before = read(draft(report.replace('[^1]: ', '[^1 ]: ')))
    expectLikeRead(reread(before, draft(`[2020]: /x\n${before.draft.text}`)))
  })

  it('reads anew when the format is another or the document is not one of ours', () => {
    const before = read(draft(report))
    expectLikeRead(reread(before, draft(report, 'text')))
    expectLikeRead(reread({ ...before }, draft(`${report}完`)))
  })

  const inserts = fc.oneof(
    fc.constantFrom(
      ...[
        '字',
        '\n',
        '\n\n',
        '- ',
        '> ',
        '# ',
        '```\n',
        '~~~',
        '<!--',
        '-->',
        '<div>\n',
        '[',
        ']',
        '[2020]: /x\n',
      ],
      ...[
        '[^1]: 注\n',
        '[\n^1]: 注\n',
        '---\n',
        '| a |\n|--|\n| b |\n',
        '    ',
        '　　',
        '。',
        '\r\n',
        '\r',
        '**',
        '\0',
        '\ud800',
        '',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  const edit = fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(60)),
    insert: inserts,
  })

  it.each(['markdown', 'text'] as const)('is like reading after any edits of %s', (format) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let document = read(draft(report, format))
        for (const { at, length, insert } of edits) {
          const { text } = document.draft
          const from = at % (text.length + 1)
          const edited = text.slice(0, from) + insert + text.slice(from + length)
          document = reread(document, draft(edited, format))
          expectLikeRead(document)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is like reading after edits of hard-wrapped text', () => {
    const wrapped = [
      '　　2023年，青石镇办理行政处罚案件142件，办结率100%，无一',
      '件被撤销，群众满意率98.5%，比上年提高2个百分点，位居全县',
      '各镇前列，获评法治建设先进单位，经验做法被云岭县推广。',
      '　　一是执法力量不足。',
    ].join('\n')
    const long = '2023年，青石镇坚持以习近平法治思想为指导，'.repeat(6)
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let document = read(draft(`${wrapped}\n${long}\n${wrapped}`, 'text'))
        for (const { at, length, insert } of edits) {
          const { text } = document.draft
          const from = at % (text.length + 1)
          document = reread(document, draft(text.slice(0, from) + insert + text.slice(from + length), 'text'))
          expectLikeRead(document)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('the common ends of two texts', () => {
  it('never overlap and leave nothing equal at the seams', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙'), maxLength: 12 })
    const longText = fc.tuple(text, fc.nat(3)).map(([part, times]) => part + '丙'.repeat(4096 * times) + part)
    fc.assert(
      fc.property(fc.oneof(text, longText), fc.oneof(text, longText), (before, after) => {
        const { prefix, suffix } = commonEnds(before, after)
        const least = Math.min(before.length, after.length)
        expect(prefix + suffix).toBeLessThanOrEqual(least)
        expect(before.slice(0, prefix)).toBe(after.slice(0, prefix))
        expect(before.slice(before.length - suffix)).toBe(after.slice(after.length - suffix))
        if (prefix < least) expect(before[prefix]).not.toBe(after[prefix])
        if (prefix + suffix < least)
          expect(before[before.length - suffix - 1]).not.toBe(after[after.length - suffix - 1])
      }),
    )
  })
})
