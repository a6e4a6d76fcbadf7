import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { builtinPack, check, type Draft, formatOfPath, type Locale, type Range } from '@hegao/core'
import { expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { builtinRuleset } from '../support/builtin.ts'

const drafts: Draft[] = ['tests/fixtures/drafts', 'tests/fixtures/figures', 'examples']
  .flatMap((folder) => [...listFiles(`${root}/${folder}`, '.md'), ...listFiles(`${root}/${folder}`, '.txt')])
  .map((path) => ({
    path: basename(path),
    format: formatOfPath(path),
    text: readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
  }))

test('there are drafts to hold the findings to', () => {
  expect(drafts.length).toBeGreaterThan(10)
})

for (const locale of ['zh-CN', 'en'] satisfies Locale[]) {
  test.each(drafts.map((draft) => [draft.path, draft] as const))(
    `every finding of %s is well formed (${locale})`,
    (_name, draft) => {
      const { findings, notes } = check(draft, builtinRuleset, { locale })
      expect(notes.filter((note) => note.kind === 'rule-failed')).toEqual([])
      const inside = ({ start, end }: Range): boolean =>
        0 <= start && start <= end && end <= draft.text.length
      for (const finding of findings) {
        const rule = builtinPack.rules.find((candidate) => candidate.id === finding.rule)
        expect(rule, finding.rule).toBeDefined()
        expect(inside(finding.range), finding.message).toBe(true)
        expect(finding.range.end, finding.message).toBeGreaterThan(finding.range.start)
        for (const entry of finding.evidence) {
          expect(inside(entry.range), entry.label).toBe(true)
          expect(entry.label).not.toBe('')
        }
        for (const fix of finding.fixes) {
          expect(fix.title).not.toBe('')
          for (const edit of fix.edits) expect(inside(edit.range), fix.title).toBe(true)
        }
        for (const sentence of [finding.message, finding.advice]) {
          expect(sentence).not.toMatch(/\{[a-z][A-Za-z]*\}|undefined|NaN|\[object/)
        }
        expect(finding.advice).toMatch(locale === 'en' ? /\.$/ : /。$/)
        expect(
          finding.document || finding.range.end - finding.range.start <= 300,
          `${finding.rule} marks too much`,
        ).toBe(true)
      }
    },
  )
}

test('findings do not depend on anything but the draft', () => {
  for (const draft of drafts) {
    const once = check(draft, builtinRuleset)
    const twice = check({ ...draft }, builtinRuleset)
    expect(twice.findings).toEqual(once.findings)
  }
})
