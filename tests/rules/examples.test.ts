import { builtinDocs, builtinPack, runExample } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'

describe.each(builtinPack.rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const docs = builtinDocs.find((entry) => entry.id === id)
  for (const expectation of ['fail', 'pass'] as const) {
    for (const [nth, example] of (docs?.[expectation] ?? []).entries()) {
      test(`${expectation} ${nth + 1}: ${example.title ?? example.draft.slice(0, 24)}`, () => {
        expect(runExample(rule, example, expectation, builtinRuleset)).toEqual([])
      })
    }
  }
})
