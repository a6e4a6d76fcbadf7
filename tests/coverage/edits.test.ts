import { analyse, type Document, read, reread, traceTable } from '@hegao/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'
import { draftOf } from './draft-of.ts'

const shortcomings = [
  '执法力量薄弱。镇综合行政执法队仅有4人，难以满足日常巡查需要',
  '普法宣传形式单一',
  '政务公开质量不高',
  '殡葬管理有待规范',
]
const measures = [
  '充实一线执法人员，组织开展轮训',
  '创新普法载体，通过以案释法让群众愿听愿看',
  '对应问题（三），逐项改进有关工作',
  '针对殡葬管理不规范的问题，会同民政部门开展整治',
]
/** More measures on one subject than are compared with a shortcoming. */
const many = Array.from(
  { length: 45 },
  (_, at) => `开展普法宣传第${at + 1}场，${at % 3 ? '送法进企业' : '组织法治讲座'}`,
)

const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 100_000 }),
    length: fc.constantFrom(0, 0, 1, 3, 12),
    text: fc.constantFrom(
      '',
      '字',
      '执法',
      '普法',
      '，',
      '。',
      '殡葬',
      '对应问题（二）',
      '\n（九）政务公开。',
    ),
  }),
  { minLength: 1, maxLength: 8 },
)

/** All of the trace table, and of the links behind it. */
function traced(document: Document): string {
  const { report, coverage } = analyse(document, builtinRuleset, { profile: 'law-based-government' })
  return JSON.stringify([
    traceTable(report, coverage),
    coverage.shortcomings.map(({ best, score }) => [best?.score, score]),
  ])
}

test.each([
  ['a few measures', measures],
  ['more measures on one subject than are compared', [...measures, ...many]],
])('after every edit all links are those of the draft read as a whole: %s', (_, planned) => {
  const text = draftOf(shortcomings, planned)
  const from = text.indexOf('二、')
  const start = { path: 'draft.txt', format: 'text', text } as const
  fc.assert(
    fc.property(edits, (steps) => {
      let document = read(start)
      traced(document)
      for (const { at, length, text: typed } of steps) {
        const before = document.draft.text
        const place = from + (at % (before.length - from))
        const edited = before.slice(0, place) + typed + before.slice(place + length)
        document = reread(document, { ...start, text: edited })
        expect(traced(document)).toBe(traced(read({ ...start, text: edited })))
      }
    }),
    { numRuns: 25 },
  )
})
