import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './files.mjs'

const fixture = (name) => join(root, 'tests/fixtures/drafts', name)

/** What is edited; it has front matter, for which a library is needed. */
const edited = fixture('defects-county-2023.md')
/** What is checked. */
const drafts = [
  edited,
  ...['clean-long-county-2024.md', 'defects-traffic-bureau-2021.md', 'defects-district-2024.txt'].map(
    fixture,
  ),
]

/**
 * Has the program leave its code caches: the first check and the first language server do so, and keep what they have
 * compiled. Four drafts as they come, Markdown and plain text, with and without findings, need what most drafts need. A
 * short one would leave half of it to be compiled in every run; many would have every run make ready at once, as V8 does with
 * what was warm when the cache was made, what is warm in few of them.
 */
export async function compileAhead(program) {
  spawnSync(process.execPath, [program, 'check', ...drafts], { cwd: root, stdio: 'ignore' })
  await serveOneDraft(program)
}

/** Characters typed in a session: what an edit needs is there when the first one comes. */
const typed = 4

/** A session of an editor: one draft is opened, characters are typed each behind the diagnostics before, the editor leaves. */
async function serveOneDraft(program) {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const ended = new Promise((resolve) => server.once('close', resolve))
  const document = {
    uri: 'file:///draft.md',
    languageId: 'markdown',
    version: 1,
    text: readFileSync(edited, 'utf8'),
  }
  const lines = document.text.split('\n')
  const long = lines.flatMap((line, at) => (line.length > 30 ? [at] : []))
  const type = (version) => {
    const line = long[Math.floor((long.length * (version - 1)) / (typed + 1))]
    const place = { line, character: 20 }
    const change = { range: { start: place, end: place }, text: version % 2 === 0 ? '加' : '2' }
    send({
      method: 'textDocument/didChange',
      params: { textDocument: { uri: document.uri, version }, contentChanges: [change] },
    })
  }
  let said = ''
  let version = 1
  server.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
    if (!said.includes('textDocument/publishDiagnostics')) return
    said = ''
    if (version <= typed) type(++version)
    else {
      send({ id: 2, method: 'shutdown', params: null })
      send({ method: 'exit', params: null })
    }
  })
  send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } })
  send({ method: 'initialized', params: {} })
  send({ method: 'textDocument/didOpen', params: { textDocument: document } })
  await ended
}
