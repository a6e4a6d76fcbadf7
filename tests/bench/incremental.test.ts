import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, checkDocument, type Draft, formatOfPath, read, reread } from '@hegao/core'
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
  fc.record({ at: fc.nat({ max: 100_000 }), length: fc.constantFrom(0, 0, 0, 1, 2, 40), text: typed }),
  { minLength: 1, maxLength: 6 },
)

describe('a draft that was edited step by step has the findings of one that is read as a whole', () => {
  it.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const start: Draft = { path: name, format: formatOfPath(name), text }
    fc.assert(
      fc.property(edits, (steps) => {
        let document = read(start)
        checkDocument(document, builtinRuleset)
        for (const { at, length, text: inserted } of steps) {
          const before = document.draft.text
          const from = at % (before.length + 1)
          const draft = { ...start, text: before.slice(0, from) + inserted + before.slice(from + length) }
          document = reread(document, draft)
          const { findings, notes, profile, period } = checkDocument(document, builtinRuleset)
          const whole = check({ ...draft }, builtinRuleset)
          expect(JSON.stringify({ findings, notes, profile, period })).toBe(
            JSON.stringify({
              findings: whole.findings,
              notes: whole.notes,
              profile: whole.profile,
              period: whole.period,
            }),
          )
        }
      }),
      { numRuns: 12 },
    )
  })
})
