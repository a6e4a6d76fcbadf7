import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CheckResult,
  check,
  checkDocument,
  type Draft,
  formatOfPath,
  rangeOf,
  read,
  reread,
} from '@hegao/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'

const folder = join(import.meta.dirname, '../fixtures/drafts')
const names = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name))

/** What writers type, and what changes the meaning of much that stands around it. */
const typed = fc.constantFrom(
  '',
  '加',
  '3',
  '。',
  '\n',
  '\n\n',
  '（',
  '“',
  '## ',
  '二、存在的问题\n',
  '（一）执法力量不足。',
  '办结率90%',
  '其中',
  '- ',
  '|',
  '```\n',
  '[x]: y\n',
)
const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 100_000 }),
    length: fc.constantFrom(0, 0, 0, 1, 2, 40),
    text: typed,
    copied: fc.tuple(fc.nat({ max: 100_000 }), fc.constantFrom(0, 0, 0, 12, 120)),
  }),
  { minLength: 1, maxLength: 6 },
)

/** All that is said of a draft: findings and notes, every claim and every link. */
function told({ findings, notes, profile, period, analysis }: CheckResult): string {
  const { ledger, coverage } = analysis
  const claims = ledger.claims.map(({ place, ...claim }) => [
    claim.kind,
    claim.verdict,
    claim.operands,
    claim.arithmetic,
    rangeOf(place),
    claim.evidence.map((evidence) => [evidence.label, rangeOf(evidence.place)]),
  ])
  const links = coverage.shortcomings.map(({ item, verdict, links }) => [
    rangeOf(item.head),
    verdict,
    links.map(({ measure, score }) => [measure, score]),
  ])
  return JSON.stringify({ findings, notes, profile, period, claims, links })
}

describe('a draft that was edited step by step has the findings of one that is read as a whole', () => {
  it.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const start: Draft = { path: name, format: formatOfPath(name), text }
    fc.assert(
      fc.property(edits, (steps) => {
        let document = read(start)
        checkDocument(document, builtinRuleset)
        for (const { at, length, text: inserted, copied } of steps) {
          const before = document.draft.text
          const from = at % (before.length + 1)
          const source = copied[0] % (before.length + 1)
          const added = inserted + before.slice(source, source + copied[1])
          const draft = { ...start, text: before.slice(0, from) + added + before.slice(from + length) }
          document = reread(document, draft)
          const edited = checkDocument(document, builtinRuleset)
          expect(told(edited)).toBe(told(check({ ...draft }, builtinRuleset)))
        }
      }),
      { numRuns: 12 },
    )
  })
})
