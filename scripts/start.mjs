#!/usr/bin/env node
// `npm start`: sets up, then checks the example draft, or does what the words behind `--` say.
import { join } from 'node:path'
import { root } from './lib/files.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup.mjs'

await setUp()
const words = process.argv.slice(2)
const program = join(root, 'packages/cli/dist/hegao.js')
// npm changes to the project's folder; paths are meant from where the user stands.
const cwd = words.length > 0 ? (process.env.INIT_CWD ?? root) : root
process.exitCode = run(
  process.execPath,
  [program, ...(words.length > 0 ? words : ['check', 'examples', '--fail-on', 'never'])],
  {
    cwd,
    shell: false,
  },
)
