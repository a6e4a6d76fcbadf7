import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { applyFixes, builtinPack, check, type Draft, type Finding, formatOfPath } from '@hegao/core'
import { expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { builtinRuleset } from '../support/builtin.ts'
import { describeFinding } from '../support/labels.ts'

const drafts: Draft[] = listFiles(join(root, 'tests/fixtures/drafts'), '').map((path) => ({
  path: basename(path),
  format: formatOfPath(path),
  text: readFileSync(path, 'utf8'),
}))

/** How many passes a fix-all may take until nothing changes. */
const passes = 10

function withFix(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.fixes.length > 0)
}

test.each(drafts.map((draft) => [draft.path, draft] as const))(
  'safe fixes of %s converge and leave nothing to fix',
  (_name, draft) => {
    let { text } = draft
    for (let pass = 0; pass < passes; pass++) {
      const { findings } = check({ ...draft, text }, builtinRuleset)
      const fixed = applyFixes(text, findings)
      if (fixed.applied === 0) {
        expect(findings.filter((finding) => finding.fixes.some((fix) => fix.kind === 'safe'))).toEqual([])
        return
      }
      expect(fixed.text).not.toBe(text)
      text = fixed.text
    }
    throw new Error('the safe fixes do not converge')
  },
)

test.each(drafts.map((draft) => [draft.path, draft] as const))(
  'every fix of %s mends its own finding and stays inside the text',
  (_name, draft) => {
    const { findings } = check(draft, builtinRuleset)
    for (const finding of withFix(findings)) {
      const rule = builtinPack.rules.find((candidate) => candidate.id === finding.rule)
      expect(rule?.fix, finding.rule).not.toBe('none')
      for (const fix of finding.fixes) {
        for (const edit of fix.edits) {
          expect(edit.range.start).toBeGreaterThanOrEqual(0)
          expect(edit.range.end).toBeLessThanOrEqual(draft.text.length)
          expect(edit.range.start).toBeLessThanOrEqual(edit.range.end)
        }
        const { text } = applyFixes(draft.text, [{ ...finding, fixes: [fix] }], { suggestions: true })
        const after = check({ ...draft, text }, builtinRuleset).findings
        const count = (all: readonly Finding[], of: string): number =>
          all.filter((candidate) => candidate.rule === of).length
        expect(
          count(after, finding.rule),
          `${describeFinding(finding, draft.text)} after “${fix.title}”`,
        ).toBeLessThan(count(findings, finding.rule))
      }
    }
  },
)
