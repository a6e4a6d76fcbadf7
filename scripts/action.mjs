#!/usr/bin/env node
// The GitHub Action: annotations on the lines, a summary of the job, and a SARIF file for code scanning.
import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './lib/files.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup.mjs'

const input = (name) => (process.env[`HEGAO_${name}`] ?? '').trim()

await setUp()
const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd()
const summary = join(process.env.RUNNER_TEMP ?? tmpdir(), `hegao-summary-${process.pid}.md`)
const sarif = input('SARIF')
const words = [
  'check',
  ...input('PATHS')
    .split(/\s*\n\s*/)
    .filter(Boolean),
  '--format',
  'github',
  '--format',
  `markdown=${summary}`,
  ...(sarif === '' ? [] : ['--format', `sarif=${sarif}`]),
  ...(input('FAIL_ON') === '' ? [] : ['--fail-on', input('FAIL_ON')]),
  ...(input('PROFILE') === '' ? [] : ['--profile', input('PROFILE')]),
]
const code = run(process.execPath, [join(root, 'packages/cli/dist/hegao.js'), ...words], {
  cwd: workspace,
  shell: false,
})
if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, readFileSync(summary))
rmSync(summary, { force: true })
if (process.env.GITHUB_OUTPUT)
  appendFileSync(process.env.GITHUB_OUTPUT, `exit-code=${code}\nsarif=${sarif}\n`)
process.exitCode = code
