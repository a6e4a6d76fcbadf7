import { check, type DraftFormat, type Finding } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'
import { changeSentences } from './change-sentences.ts'
import { claimDecoys } from './claim-decoys.ts'
import type { ClaimSentence } from './claim-sentence.ts'
import { disguises } from './disguises.ts'
import { sumSentences } from './sum-sentences.ts'
import { tallySentences } from './tally-sentences.ts'

const figureRules = {
  ...builtinRuleset,
  rules: builtinRuleset.rules.filter((rule) => rule.id.startsWith('figures/')),
}

function findingsOf(text: string): readonly Finding[] {
  return check({ path: 'draft.txt', format: 'text', text }, figureRules, { profile: 'generic' }).findings
}

/** The verdicts on a text, by rule. */
function verdictsOf(text: string, format: DraftFormat): string[] {
  const { analysis } = check({ path: 'draft', format, text }, figureRules, { profile: 'generic' })
  return analysis.ledger.claims
    .map(({ rule, verdict, arithmetic }) => `${rule} ${verdict} ${arithmetic.normalize('NFKC')}`)
    .sort()
}

function expectVerdict({ text, verdict, at }: ClaimSentence): void {
  const findings = findingsOf(text)
  if (verdict === 'nothing') {
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    return
  }
  const from = text.indexOf(at)
  expect(from, 'the words stand in the passage').toBeGreaterThanOrEqual(0)
  const hit = findings.find(({ range }) => range.start < from + at.length && range.end > from)
  expect(hit).toBeDefined()
  if (verdict === 'question') for (const { severity } of findings) expect(severity).not.toBe('error')
}

describe.each([
  ['totals and parts', sumSentences],
  ['changes', changeSentences],
  ['counts, repetitions and bounds', tallySentences],
] as const)('%s', (_, sentences) => {
  test.each(sentences.map((entry) => [entry.text, entry] as const))('%s', (_text, entry) =>
    expectVerdict(entry),
  )
})

describe('numbers that only look as if they belonged together', () => {
  test.each(claimDecoys)('%s', (text) => {
    expect(findingsOf(text).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })
})

describe.each(disguises)('verdicts are the same $name', ({ apply, format }) => {
  const texts = [...sumSentences, ...changeSentences, ...tallySentences].map(({ text }) => text)
  test.each(texts.filter((text) => !text.includes('\n')))('%s', (text) => {
    expect(verdictsOf(apply(text), format)).toEqual(verdictsOf(text, 'text'))
  })
})
