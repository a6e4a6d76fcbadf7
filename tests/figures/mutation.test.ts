import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { check, type Finding, formatOfPath } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { builtinRuleset } from '../support/builtin.ts'
import { type Mutation, mutationsOf } from './mutations.ts'
import { groupsOf, isBroken, readFixture } from './relations.ts'

const figureRules = {
  ...builtinRuleset,
  rules: builtinRuleset.rules.filter((rule) => rule.id.startsWith('figures/')),
}
const fixtures = ['.md', '.txt'].flatMap((ending) => listFiles(`${root}/tests/fixtures/figures`, ending))

/** Warnings and errors of the figures family. */
function objections(path: string, text: string): Finding[] {
  const { findings } = check({ path: basename(path), format: formatOfPath(path), text }, figureRules, {
    profile: 'generic',
  })
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
}

/** Whether a finding touches what the mutation changed, or rests on it. */
function isFound(path: string, { group, fixture }: Mutation): boolean {
  const marks = groupsOf(fixture.marks).get(group) ?? []
  const start = Math.min(...marks.map((entry) => entry.start))
  const end = Math.max(...marks.map((entry) => entry.start + entry.text.length))
  return objections(path, fixture.text).some((finding) =>
    [finding.range, ...finding.evidence.map(({ range }) => range)].some(
      (range) => range.start < end && range.end > start,
    ),
  )
}

describe.each(fixtures.map((path) => [basename(path), path] as const))('%s', (_, path) => {
  const marked = readFileSync(path, 'utf8')
  const clean = readFixture(marked)

  test('the fixture itself holds and has no finding', () => {
    for (const [group, marks] of groupsOf(clean.marks)) expect(isBroken(marks), group).toBe(false)
    expect(objections(path, clean.text).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })

  test('a mutation inside rounding has no finding', () => {
    const groups = (mutation: Mutation) => groupsOf(mutation.fixture.marks).values()
    for (const mutation of mutationsOf(marked)) {
      if ([...groups(mutation)].some(isBroken)) continue
      const found = objections(path, mutation.fixture.text).map(({ rule, message }) => `${rule}: ${message}`)
      expect(found, mutation.about).toEqual([])
    }
  })
})

test('at least 95 of 100 mutations that break a relation are found', () => {
  const missed: string[] = []
  let broken = 0
  for (const path of fixtures) {
    for (const mutation of mutationsOf(readFileSync(path, 'utf8'))) {
      const marks = groupsOf(mutation.fixture.marks).get(mutation.group) ?? []
      if (!isBroken(marks)) continue
      broken++
      if (!isFound(path, mutation)) missed.push(`${basename(path)} ${mutation.about}`)
    }
  }
  expect(broken).toBeGreaterThan(400)
  expect(missed.length / broken, missed.join('\n')).toBeLessThanOrEqual(0.05)
})
