import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type CheckResult, check } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { builtinRuleset } from '../support/builtin.ts'

/**
 * All figures/ findings and the verdicts of all claims over the 31 work reports of the corpus, as hashes and counts: a change
 * of a rule shows here what else it changes. `HEGAO_UPDATE=1` writes what was found.
 */
interface Snapshot {
  /** Rule, severity, variant and the hash of the words around, by draft. */
  readonly findings: Readonly<Record<string, readonly string[]>>
  /** How many claims of each kind have which verdict. */
  readonly claims: Readonly<Record<string, number>>
  /** How many figures were read. */
  readonly figures: number
}

const corpus = process.env.HEGAO_CORPUS
const snapshotPath = `${root}/tests/corpus/work-reports.json`
/** How many characters around a finding tell it apart. */
const around = 24
/** False alarms must stay rarer than one in this many characters; the findings of the snapshot have been looked at. */
const charactersAFinding = 200_000

/** Checks one report with the figures rules alone. */
function checked(path: string): CheckResult {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const rules = builtinRuleset.rules.filter((rule) => rule.id.startsWith('figures/'))
  return check(
    { path: basename(path), format: 'text', text },
    { ...builtinRuleset, rules },
    { profile: 'generic' },
  )
}

function snapshotOf(results: readonly CheckResult[]): Snapshot {
  const findings: Record<string, string[]> = {}
  const claims: Record<string, number> = {}
  let figures = 0
  for (const { draft, findings: found, analysis } of results) {
    figures += analysis.ledger.figures.length
    for (const { kind, verdict } of analysis.ledger.claims) {
      const key = `${kind} ${verdict}`
      claims[key] = (claims[key] ?? 0) + 1
    }
    if (found.length === 0) continue
    findings[hash(draft.text)] = found.map(({ rule, severity, variant, range }) => {
      const context = draft.text.slice(Math.max(0, range.start - around), range.end + around)
      return [rule, severity, variant ?? '-', hash(context)].join(' ')
    })
  }
  return { findings: sorted(findings), claims: sorted(claims), figures }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function sorted<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)))
}

if (corpus) {
  describe('the work reports', () => {
    const results = listFiles(join(corpus, 'work-reports'), '.txt').map(checked)
    const snapshot = snapshotOf(results)

    test('are all read, and no rule fails on them', () => {
      expect(results).toHaveLength(31)
      for (const { notes } of results) expect(notes.filter(({ kind }) => kind === 'rule-failed')).toEqual([])
      expect(snapshot.figures).toBeGreaterThan(5000)
    })

    test('have the findings that were looked at, and no others', () => {
      if (process.env.HEGAO_UPDATE || !existsSync(snapshotPath))
        writeFileSync(snapshotPath, `${JSON.stringify(snapshot, null, 2)}\n`)
      expect(snapshot).toEqual(JSON.parse(readFileSync(snapshotPath, 'utf8')))
    })

    test('have few warnings and errors', () => {
      const characters = results.reduce((sum, { draft }) => sum + draft.text.length, 0)
      const loud = results.flatMap(({ findings }) =>
        findings.filter(({ severity }) => severity === 'error' || severity === 'warning'),
      )
      expect(loud.length).toBeLessThanOrEqual(characters / charactersAFinding)
    })
  })
}
