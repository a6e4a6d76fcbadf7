import type { BlockRange, Report } from '@hegao/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineOf, reportOf } from './report-of.ts'

const line = fc.oneof(
  fc.constantFrom(
    '青石镇2023年度法治政府建设情况报告',
    '中共云岭县委、云岭县人民政府：',
    '一、主要举措和成效',
    '二、存在的不足和原因',
    '三、2024年度主要安排',
    '存在问题和下一步打算',
    '（一）加强制度建设。全年制定制度3项，办理案件46件。',
    '（二）执法力量不足',
    '1.健全规则；2.落实责任。',
    '①规范程序。②优化服务。',
    '一是由于编制少，力量不足；二是普法不够。下一步，我镇将充实力量。',
    '第一部分 总体情况',
    '附件：统计表',
    '发布日期：2024-03-05 来源：青石镇',
    '特此报告。',
    '青石镇人民政府',
    '二〇二四年二月三十日',
    '2024年1月8日',
    '打印 关闭窗口',
    '### 小标题',
    '- 列表项',
    '| 指标 | 数量 |',
    '',
  ),
  fc.string({
    unit: fc.constantFrom(
      '一',
      '、',
      '（',
      '）',
      '1',
      '.',
      '。',
      '；',
      '年',
      '《',
      ' ',
      '\u3000',
      '是',
      '第',
      '\ud800',
    ),
  }),
)
const draft = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))
const format = fc.constantFrom('text' as const, 'markdown' as const)

function placesOf(report: Report): BlockRange[] {
  const { metadata } = report
  return [
    ...report.sections.flatMap((section) => [section.titlePlace, ...section.body, section.label?.place]),
    ...report.parts.flatMap((part) => part.mentions),
    ...[...report.shortcomings, ...report.measures].flatMap((item) => [
      item.head,
      ...item.places,
      ...item.cues.map((cue) => cue.place),
    ]),
    metadata.title,
    metadata.issuer?.place,
    metadata.period?.place,
    metadata.addressee?.place,
    metadata.signedOn?.place,
    metadata.publishedOn?.place,
    metadata.writtenOn?.place,
    metadata.documentNumber,
    ...metadata.signatures.map((signature) => signature.place),
  ].filter((place) => place != null)
}

test('any text: places lie inside their blocks, sections nest, furniture and report share the blocks', () => {
  fc.assert(
    fc.property(draft, format, (text, kind) => {
      const report = reportOf(text, kind, 'law-based-government')
      for (const { block, from, to } of placesOf(report)) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(to).toBeLessThanOrEqual(block.shape.text.length)
      }
      for (const [index, section] of report.sections.entries()) {
        expect(section.index).toBe(index)
        expect(section.from).toBeLessThan(section.to)
        const parent = report.sections[section.parent]
        if (section.parent === -1) continue
        expect(parent?.level).toBeLessThan(section.level)
        expect(parent?.children).toContain(index)
        expect(parent?.from).toBeLessThanOrEqual(section.from)
        expect(parent?.to).toBeGreaterThanOrEqual(section.to)
      }
      const furniture = report.furniture.reduce((sum, { from, to }) => sum + to - from, 0)
      expect(report.blocks.length + furniture).toBe(report.document.blocks.length)
      for (const block of report.blocks) {
        const section = report.sectionOf(block)
        if (section) expect(section.from <= block.index && block.index < section.to).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

/** Full-width punctuation folded to half width, as text extraction does. */
function folded(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

test('a draft and the same draft folded to half width have the same outline, parts and items', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const wide = reportOf(text, 'text', 'law-based-government')
      const narrow = reportOf(folded(text), 'text', 'law-based-government')
      expect(outlineOf(narrow)).toEqual(outlineOf(wide).map(folded))
      expect(narrow.furniture).toEqual(wide.furniture)
      expect(narrow.shortcomings.map(({ head }) => [head.block.index, head.from, head.to])).toEqual(
        wide.shortcomings.map(({ head }) => [head.block.index, head.from, head.to]),
      )
    }),
    { numRuns: 200 },
  )
})

test('a thousand headings and a very long line', () => {
  const many = Array.from({ length: 1000 }, (_, nth) => `（${nth % 2 ? '二' : '一'}）标题\n内容。`).join('\n')
  expect(reportOf(`青石镇2023年度法治政府建设情况报告\n一、主要工作\n${many}`).sections).toHaveLength(1001)
  const long = `一、存在的不足\n${'一是力量不足；二是普法不够。'.repeat(20_000)}`
  expect(reportOf(`青石镇2023年度法治政府建设情况报告\n${long}`).shortcomings).toHaveLength(40_000)
})
