import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Finding } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'

interface Entry {
  readonly rule: readonly string[]
  readonly anchor: string | null
  readonly about?: string
}

interface Labels {
  readonly file: string
  readonly expect: readonly Entry[]
  readonly forbid: readonly Entry[]
}

/** Defines tests that hold the plans/ findings on the real reports of a corpus against its labels. */
export function testRealReports(corpus: string): void {
  const files = readdirSync(join(corpus, 'labels')).filter((name) => name.endsWith('.json'))
  describe.each(files)('%s', (name) => {
    const labels = JSON.parse(readFileSync(join(corpus, 'labels', name), 'utf8')) as Labels
    const text = readFileSync(join(corpus, 'reports', labels.file), 'utf8').replace(/^\uFEFF/, '')
    const { findings } = check({ path: labels.file, format: 'text', text }, builtinRuleset)
    const own = findings.filter((finding) => finding.rule.startsWith('plans/'))
    const about = (entry: Entry): Finding[] => {
      const at = text.indexOf(entry.anchor ?? '')
      const end = at + (entry.anchor ?? '').length
      return own.filter(({ range }) => range.start < end && at < range.end && range.end - range.start <= 300)
    }
    const mine = (entry: Entry): boolean =>
      entry.anchor !== null && entry.rule.some((rule) => rule.startsWith('plans/'))

    test('what a reviewer must be told of the plan is told', () => {
      const expected = labels.expect.filter(mine)
      expect(expected.length).toBeGreaterThan(0)
      for (const entry of expected) expect(about(entry), entry.about).not.toEqual([])
    })

    test('what must not be told is not', () => {
      for (const entry of labels.forbid.filter(mine)) {
        const told = about(entry).filter((finding) =>
          entry.rule.some((rule) => finding.rule.startsWith(rule)),
        )
        expect(told, entry.about).toEqual([])
      }
    })
  })
}
