import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

interface Row {
  readonly name: string
  readonly median: number
  readonly ratio?: number
}

const bench = join(import.meta.dirname, 'run.mjs')

function smoke(parts: string): Record<string, { readonly rows: readonly Row[] }> {
  const { stdout, stderr } = spawnSync(process.execPath, [bench, '--smoke', '--json', '--only', parts], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

it('measures what it says it measures, and gives numbers', () => {
  const results = smoke('stages,additions,growth')
  expect(Object.keys(results)).toEqual(['stages', 'additions', 'growth'])
  for (const { rows } of Object.values(results)) {
    expect(rows.length).toBeGreaterThan(3)
    for (const { name, median } of rows) expect(median, name).toBeGreaterThan(0)
  }
  const stages = results.stages?.rows.map(({ name }) => name)
  expect(stages).toEqual(
    expect.arrayContaining(['remark-parse', 'read', 'report', 'ledger', 'coverage', 'all rules']),
  )
})

it('refuses a part that is not there', () => {
  const { status, stderr } = spawnSync(process.execPath, [bench, '--only', 'nothing'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('start-up')
})
