import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, formatOfPath } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/lib/files.mjs'
import { builtinRuleset } from '../support/builtin.ts'

const corpus = process.env.HEGAO_CORPUS

/** What the terms/ and citations/ rules say of a draft, as `severity rule text`. */
function said(path: string, profile?: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const draft = { path, format: formatOfPath(path), text }
  const { findings, notes } = check(draft, builtinRuleset, profile ? { profile } : {})
  expect(notes.filter(({ kind }) => kind === 'rule-failed')).toEqual([])
  return findings
    .filter(({ rule }) => /^(?:terms|citations)\//.test(rule))
    .map(({ severity, rule, range }) => `${severity} ${rule} ${text.slice(range.start, range.end)}`)
}

const drafts = join(root, 'tests/fixtures/drafts')

describe('our own drafts', () => {
  const clean = readdirSync(drafts).filter((name) => name.startsWith('clean-'))

  test('there are clean ones', () => {
    expect(clean.length).toBeGreaterThan(3)
  })

  test.each(clean)('%s: nothing to warn of', (name) => {
    expect(said(join(drafts, name)).filter((line) => !line.startsWith('info'))).toEqual([])
  })
})

if (corpus) {
  describe('real drafts', () => {
    const workReports = readdirSync(join(corpus, 'work-reports'))

    test('there are some', () => {
      expect(workReports.length).toBeGreaterThan(20)
    })

    test.each(workReports)('%s: nothing to warn of', (name) => {
      const loud = said(join(corpus, 'work-reports', name), 'generic').filter(
        (line) => !line.startsWith('info'),
      )
      expect(loud).toEqual([])
    })

    test('a report of 2020 written in 2021', () => {
      expect(said(join(corpus, 'reports', '001_c38c80df23ae400c.txt'))).toEqual([
        'warning terms/variant-glyph 渉',
        'warning terms/confused-word 国家宪法周',
        'warning terms/superseded-formula 习近平总书记全面依法治国新理念新思想新战略',
        'warning terms/misspelt-formula 遵法学法守法用法',
        'warning terms/superseded-formula 刑释解教人员',
      ])
    })

    test('a report on 2019 keeps the formulas of its time', () => {
      expect(said(join(corpus, 'reports', '004_7c113a0bdd53422e.txt'))).toEqual([])
    })
  })
}
