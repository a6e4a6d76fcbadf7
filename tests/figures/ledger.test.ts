import { check, type Ledger, textOf } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'
import { rateDecoys } from './rate-decoys.ts'
import { rateSentences } from './rate-sentences.ts'

function ledgerOf(text: string, format: 'text' | 'markdown' = 'text'): Ledger {
  return check({ path: 'draft', format, text }, builtinRuleset, { profile: 'generic' }).analysis.ledger
}

describe('every figure is accounted for', () => {
  test.each([...rateSentences.map(({ text }) => text), ...rateDecoys])('%s', (text) => {
    const { figures, claims, unchecked } = ledgerOf(text)
    const checked = new Set(
      claims
        .filter(({ verdict }) => verdict !== 'unchecked')
        .flatMap(({ operands }) => operands.map(({ figure }) => figure)),
    )
    const left = unchecked.map(({ figure }) => figure)
    expect(figures.map(({ index }) => index)).toEqual(figures.map((_, at) => at))
    expect([...checked, ...left].sort((a, b) => a - b)).toEqual(figures.map(({ index }) => index))
    for (const { reason } of unchecked) expect(reason).toMatch(/^[a-z-]+$/)
    for (const figure of figures) expect(textOf(figure.place)).toBe(figure.text)
    for (const { evidence, arithmetic } of claims) {
      for (const { place } of evidence) expect(textOf(place)).not.toBe('')
      expect(arithmetic).not.toMatch(/NaN|undefined|\n/)
    }
  })
})

test('why a figure was not checked', () => {
  const { figures, unchecked } = ledgerOf('全年受理来信120件。群众满意率98.2%。力争明年达到99%以上。')
  const reasons = unchecked.map(({ figure, reason }) => [figures[figure]?.text, reason])
  expect(reasons).toContainEqual(['99%以上', 'target'])
})

test('the cells of a table are figures with the unit and the subject of their header', () => {
  const table = `| 类别 | 受理（件） | 办结率 |\n| --- | --- | --- |\n| 民事 | 30 | 93.3% |\n| 行政 | 12 | 100% |\n`
  const { figures } = ledgerOf(`青石镇案件办理情况如下。\n\n${table}`, 'markdown')
  expect(figures.map(({ text, unit, subject }) => [text, unit.name, subject])).toEqual([
    ['30', '件', '民事·受理'],
    ['93.3%', '%', '民事·办结率'],
    ['12', '件', '行政·受理'],
    ['100%', '%', '行政·办结率'],
  ])
})
