import { expect, test } from 'vitest'
import { writeRulePages } from '../../scripts/docs.mjs'

test('docs/rules is what the rules say', async () => {
  expect(await writeRulePages({ check: true })).toEqual([])
})
