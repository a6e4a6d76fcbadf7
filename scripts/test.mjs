#!/usr/bin/env node
// `npm test`: sets up, then runs all tests. Words behind `--` go to vitest; with HEGAO_TEST_REPORT the outcome is also
// written there as JSON.
import { join } from 'node:path'
import { root } from './lib/files.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup.mjs'

await setUp()
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const report = process.env.HEGAO_TEST_REPORT
const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
process.exitCode = run(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  shell: false,
})
