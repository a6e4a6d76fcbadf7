#!/usr/bin/env node
// The pre-commit hook: sets hegao up in its own folder, then checks the drafts that are about to be committed, in theirs.
import { join } from 'node:path'
import { root } from './lib/files.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup.mjs'

await setUp()
const program = join(root, 'packages/cli/dist/hegao.js')
process.exitCode = run(process.execPath, [program, 'check', ...process.argv.slice(2)], {
  cwd: process.cwd(),
  shell: false,
})
