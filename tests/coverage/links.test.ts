import { readFileSync } from 'node:fs'
import { check, contentKey, type Item, textOf, traceTable } from '@hegao/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { builtinRuleset } from '../support/builtin.ts'
import { analysisOf, draftOf } from './draft-of.ts'

describe('references', () => {
  test('a measure that names the shortcoming answers it, whatever its subject', () => {
    const { coverage } = analysisOf(
      ['殡葬管理有待规范'],
      ['加强普法宣传', '针对殡葬管理不规范的问题，会同民政部门开展整治'],
    )
    const [entry] = coverage.shortcomings
    expect(entry?.verdict).toBe('answered')
    expect(entry?.best?.measure).toBe(1)
    expect(entry?.best?.evidence.some(({ kind }) => kind === 'reference')).toBe(true)
  })

  test('a measure that names the shortcoming by its number answers it', () => {
    const { coverage } = analysisOf(
      ['执法力量薄弱', '政务公开质量不高'],
      ['充实执法力量', '对应问题（二），逐项改进有关工作'],
    )
    expect(coverage.shortcomings[1]?.verdict).toBe('answered')
    expect(coverage.shortcomings[1]?.best?.evidence[0]).toMatchObject({ kind: 'reference', text: '（2）' })
  })
})

describe('links confirmed by hand', () => {
  const shortcomings = ['政务公开质量不高', '执法力量薄弱']
  const measures = ['推行阳光账本', '充实执法力量']
  const { report } = analysisOf(shortcomings, measures)
  const link = {
    shortcoming: contentKey(report.shortcomings[0] as Item),
    measure: contentKey(report.measures[0] as Item),
  }

  test('a confirmed link answers the shortcoming', () => {
    expect(
      analysisOf(shortcomings, ['推行账本制度', '充实执法力量']).coverage.shortcomings[0]?.verdict,
    ).not.toBe('answered')
    const { coverage } = analysisOf(shortcomings, measures, { confirmedLinks: [link] })
    expect(coverage.shortcomings[0]).toMatchObject({ verdict: 'answered', score: 1, missing: [] })
    expect(coverage.shortcomings[0]?.best?.measure).toBe(0)
    expect(coverage.suspect).toEqual([])
  })

  test('it becomes suspect when either side changes, and counts no more', () => {
    const measureChanged = analysisOf(shortcomings, ['推行一窗受理', '充实执法力量'], {
      confirmedLinks: [link],
    })
    expect(measureChanged.coverage.suspect).toEqual([{ link, shortcoming: 0, measure: null }])
    expect(measureChanged.coverage.shortcomings[0]?.verdict).toBe('unanswered')
    const shortcomingChanged = analysisOf(['政务公开内容不全', '执法力量薄弱'], measures, {
      confirmedLinks: [link],
    })
    expect(shortcomingChanged.coverage.suspect).toEqual([{ link, shortcoming: null, measure: 0 }])
  })

  test('it holds when only numbers, marks or order change', () => {
    const { coverage } = analysisOf([...shortcomings].reverse(), [...measures].reverse(), {
      confirmedLinks: [link],
    })
    expect(coverage.suspect).toEqual([])
    expect(coverage.shortcomings[1]?.best?.measure).toBe(1)
  })
})

describe('trace table', () => {
  test('gives shortcoming, cause, measure and evidence with places in the source', () => {
    const shortcomings = ['执法力量薄弱。由于编制少，一线执法人员不足', '政务公开质量不高']
    const measures = ['充实一线执法力量', '加强社区矫正管理']
    const text = draftOf(shortcomings, measures)
    const { report, coverage } = analysisOf(shortcomings, measures)
    const table = traceTable(report, coverage)
    const said = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
    const [first, second] = table.rows
    expect(first).toMatchObject({ verdict: 'answered', reason: null })
    expect(first?.shortcoming).toMatchObject({ index: 0, label: '（一）', quote: '（一）执法力量薄弱' })
    expect(first?.causes.map(({ range }) => said(range))).toEqual(['由于编制少，一线执法人员不足'])
    expect(first?.measures[0]).toMatchObject({ index: 0, confirmed: false })
    for (const { measure, shortcoming } of first?.measures[0]?.evidence ?? []) {
      for (const place of [measure, shortcoming]) expect(place && said(place.range)).toBe(place?.text)
    }
    expect(second).toMatchObject({ verdict: 'unanswered', missing: ['政务公开'] })
    expect(table.unmotivated.map(({ quote }) => quote)).toEqual(['（二）加强社区矫正管理'])
    expect(table.counts).toEqual({ answered: 1, weak: 0, unanswered: 1, 'not-checkable': 0 })
    expect(JSON.parse(JSON.stringify(table))).toEqual(table)
  })
})

const pairs = parse(readFileSync(new URL('pairs.yaml', import.meta.url), 'utf8')) as {
  readonly answered: readonly (readonly [string, string])[]
}
const shortcoming = fc.constantFrom(...pairs.answered.map(([text]) => text))
const measure = fc.constantFrom(...pairs.answered.map(([, text]) => text))

describe('any plan', () => {
  test('a further measure never makes a shortcoming less answered', () => {
    fc.assert(
      fc.property(
        shortcoming,
        fc.array(measure, { minLength: 1, maxLength: 4 }),
        measure,
        (asked, plan, more) => {
          const before = analysisOf([asked], plan).coverage.shortcomings[0]?.score ?? 0
          const after = analysisOf([asked], [...plan, more]).coverage.shortcomings[0]?.score ?? 0
          expect(after).toBeGreaterThanOrEqual(before - 1e-9)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('scores lie between 0 and 1, links are sorted, and evidence stands inside the items', () => {
    fc.assert(
      fc.property(
        fc.array(shortcoming, { minLength: 1, maxLength: 4 }),
        fc.array(measure, { minLength: 1, maxLength: 6 }),
        (asked, plan) => {
          const { report, coverage } = analysisOf(asked, plan)
          for (const { score, links } of coverage.shortcomings) {
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1)
            expect(links.map((link) => link.score)).toEqual(
              links.map((link) => link.score).sort((a, b) => b - a),
            )
            for (const link of links) {
              const side = report.measures[link.measure] as Item
              for (const { measurePlace } of link.evidence) {
                if (measurePlace) expect(side.places.map(textOf).join('')).toContain(textOf(measurePlace))
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('hundreds of measures on one subject are not all held against each shortcoming', () => {
    const lines = Array.from(
      { length: 400 },
      (_, at) => `${at + 1}.执法力量第${at}项不足，需要充实执法人员。`,
    )
    const text = [
      '青石镇2024年度法治政府建设情况报告',
      '一、存在的不足和原因',
      ...lines,
      '二、2025年度主要安排',
      ...lines.map((line) => line.replace('不足，需要', '，')),
    ].join('\n')
    const draft = { path: 'long.txt', format: 'text', text } as const
    const { analysis } = check(draft, builtinRuleset, { profile: 'law-based-government' })
    expect(analysis.report.measures.length).toBeGreaterThan(300)
    for (const { links } of analysis.coverage.shortcomings) expect(links.length).toBeLessThanOrEqual(5)
  })
})
