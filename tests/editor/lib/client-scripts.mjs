import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeWorkspace } from './workspace.mjs'

const clients = fileURLToPath(new URL('../clients', import.meta.url))

/** Editors with an LSP client of their own, and how each runs its script. */
const editors = [
  {
    client: 'neovim',
    tests: 5,
    command: 'nvim',
    args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(clients, 'neovim.lua')}`],
  },
  { client: 'eglot', tests: 4, command: 'emacs', args: ['--batch', '-l', join(clients, 'eglot.el')] },
  {
    client: 'ale',
    tests: 4,
    command: 'vim',
    args: ['-Nu', 'NONE', '-es', '-i', 'NONE', '-S', join(clients, 'ale.vim')],
    resultFile: true,
  },
]

/** Runs the script of each editor against the bundled server. A missing editor and a missing line are failures. */
export async function testClients(report, server) {
  for (const { client, tests, command, args, resultFile } of editors) {
    const { folder, draft, remove } = makeWorkspace()
    const result = join(folder, 'result.txt')
    const env = {
      ...process.env,
      SERVER: server,
      DRAFT: draft,
      RESULT: result,
      HOME: folder,
      LANG: 'C.UTF-8',
    }
    const { output, error } = await run(command, args, { cwd: folder, env })
    const text = resultFile && existsSync(result) ? readFileSync(result, 'utf8') : output
    const before = report.outcomes.length
    report.tellLines(client, text.split(/\r?\n/))
    const told = report.outcomes.length - before
    if (told < tests)
      report.tell(
        client,
        `all ${tests} checks are made`,
        false,
        error || `${told} made: ${output.slice(-500)}`,
      )
    remove()
  }
}

/** Runs a program to its end, or for a minute. */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = (data) => {
      output += data
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ output, error: error.message })
    })
    child.on('close', () => {
      clearTimeout(timer)
      resolve({ output, error: '' })
    })
  })
}
