#!/usr/bin/env node
// `npm test`: sets up, then runs all tests. Words behind `--` go to vitest.
import { join } from 'node:path'
import { root } from './lib/files.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup.mjs'

await setUp()
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
process.exitCode = run(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { shell: false })
