import { type Claim, check, type DraftFormat } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'
import { disguises } from './disguises.ts'
import { rateDecoys } from './rate-decoys.ts'
import { rateSentences } from './rate-sentences.ts'

function findingsOf(text: string) {
  const { findings } = check({ path: 'draft.txt', format: 'text', text }, builtinRuleset, {
    profile: 'generic',
  })
  return findings.filter((finding) => finding.rule.startsWith('figures/'))
}

function claimsOf(text: string, format: DraftFormat): string[] {
  const { analysis } = check({ path: 'draft', format, text }, builtinRuleset, { profile: 'generic' })
  return analysis.ledger.claims.map(claimed).sort()
}

/** A claim without what a disguise may change: the width of digits and marks. */
function claimed({ kind, rule, verdict, arithmetic }: Claim): string {
  return `${kind} ${rule} ${verdict} ${arithmetic.normalize('NFKC')}`
}

describe('rates and the numbers that they are made of', () => {
  test.each(rateSentences.map((entry) => [entry.text, entry] as const))('%s', (_, { text, verdict, at }) => {
    const findings = findingsOf(text)
    if (verdict === 'nothing' || at === undefined) {
      expect(findings).toEqual([])
      return
    }
    const from = text.indexOf(at)
    const hit = findings.find(({ range }) => range.start < from + at.length && range.end > from)
    expect(hit?.severity).toBe(verdict === 'question' ? 'warning' : hit?.severity)
    expect(hit).toBeDefined()
    expect(findings.map(({ range }) => text.slice(range.start, range.end))).toHaveLength(1)
  })
})

describe('numbers that only look as if they belonged together', () => {
  test.each(rateDecoys)('%s', (text) => expect(findingsOf(text)).toEqual([]))
})

describe.each(disguises)('claims are the same $name', ({ apply, format }) => {
  test.each(rateSentences.map(({ text }) => text))('%s', (text) => {
    expect(claimsOf(apply(text), format)).toEqual(claimsOf(text, 'text'))
  })
})
