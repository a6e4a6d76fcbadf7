import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { check, formatOfPath } from '@hegao/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleCli } from '../../scripts/lib/bundle.mjs'
import { root } from '../../scripts/lib/files.mjs'
import { builtinRuleset } from '../support/builtin.ts'
import { startClient, type TestClient } from './support/client.ts'
import { reportText } from './support/fixtures.ts'

interface Place {
  readonly rule: string
  readonly severity: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

const folder = mkdtempSync(join(tmpdir(), 'hegao-same-'))
const drafts = [
  { name: 'report.md', text: reportText },
  ...readdirSync(join(root, 'tests/fixtures/drafts'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => ({
      name: name.replaceAll(/[\\/]/g, '-'),
      text: readFileSync(join(root, 'tests/fixtures/drafts', name), 'utf8'),
    })),
]
let client: TestClient

beforeAll(async () => {
  for (const { name, text } of drafts) writeFileSync(join(folder, name), text)
  await bundleCli()
  client = await startClient({ initializationOptions: { settings: { check: 'all' } }, capabilities: {} })
})
afterAll(async () => {
  await client.stop()
  rmSync(folder, { recursive: true })
})

const severities = ['', 'error', 'warning', 'info', 'hint']

test('editor, command line and core say the same of every fixture', { timeout: 120_000 }, async () => {
  expect(drafts.length).toBeGreaterThan(1)
  const run = spawnSync(
    process.execPath,
    [join(root, 'packages/cli/dist/hegao.js'), 'check', '--format', 'json', folder],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const reported = JSON.parse(run.stdout) as {
    drafts: {
      path: string
      findings: { rule: string; severity: string; message: string; range: Omit<Place, 'rule' | 'severity'> }[]
    }[]
  }
  for (const { name, text } of drafts) {
    const uri = pathToFileURL(join(folder, name)).toString()
    await client.open(uri, text, name.endsWith('.md') ? 'markdown' : 'plaintext')
    const editor = (await client.diagnostics(uri))
      .filter(({ code }) => String(code).includes('/'))
      .map(({ code, severity, range }) => ({
        rule: String(code),
        severity: severities[severity ?? 0],
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      }))
    const result = check({ path: name, format: formatOfPath(name), text }, builtinRuleset)
    const core = result.findings.map(({ rule, severity, range }) => {
      const start = result.analysis.document.lines.at(range.start)
      const end = result.analysis.document.lines.at(range.end)
      return {
        rule,
        severity,
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      }
    })
    const commandLine = reported.drafts
      .find(({ path }) => path.endsWith(name))
      ?.findings.map(({ rule, severity, range: { startLine, startColumn, endLine, endColumn } }) => ({
        rule,
        severity,
        startLine,
        startColumn,
        endLine,
        endColumn,
      }))
    expect(editor, name).toEqual(core)
    expect(editor, name).toEqual(commandLine)
    await client.close(uri)
  }
})
