#!/usr/bin/env node
// How long the editor waits: edit → publishDiagnostics over stdio, requests after that, and memory over 10,000 edits.
// Prints figures, never fails on them.   node tests/bench/lsp.mjs [draft…]
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'
import { bundleServer } from '../../extension/build.mjs'
import { generate } from '../../scripts/generate.mjs'
import { root } from '../../scripts/lib/files.mjs'

/** No row takes longer than this, in milliseconds: on a loaded machine it has fewer samples. */
const patience = 15_000

const server = join(root, '.cache/lsp/bench-server.cjs')
const report = readFileSync(join(root, 'tests/lsp/fixtures/report.md'), 'utf8')

/** A draft of about so many characters: sections of the report again and again, with other numbers. */
function longDraft(length) {
  const [head, ...sections] = report.split(/(?=^## )/m)
  let text = head
  for (let copy = 0; text.length < length; copy++)
    text += sections.join('').replaceAll(/\d+(?=件|场次)/g, (digits) => String(Number(digits) + copy))
  return text
}

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]

function line(name, times) {
  const sorted = [...times].sort((a, b) => a - b)
  const [p50, p95, max] = [quantile(sorted, 0.5), quantile(sorted, 0.95), sorted.at(-1)]
  console.log(
    `${name.padEnd(44)} p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms  max ${max.toFixed(1)} ms`,
  )
}

/** A server with one open document, and what can be measured of it. */
async function startServer(text) {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const uri = 'file:///drafts/report.md'
  let published = () => {}
  connection.onNotification('textDocument/publishDiagnostics', ({ version }) => published(version))
  connection.listen()
  const started = performance.now()
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
  const start = performance.now() - started
  void connection.sendNotification('initialized', {})
  const shown = (wanted) =>
    new Promise((resolve) => {
      published = (version) => version >= wanted && resolve()
    })
  const first = shown(1)
  const opened = performance.now()
  void connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })
  await first
  const open = performance.now() - opened
  const lines = text.split('\n')
  let version = 1
  let seed = 1
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  const prose = lines.flatMap((content, index) =>
    content.length > 20 && !content.startsWith('#') ? [index] : [],
  )
  /** Types a character into some line, or takes the one typed before away again. */
  const edits = () => {
    const at = { line: prose[random(prose.length)], character: 6 }
    const next = { ...at, character: 7 }
    return [
      { range: { start: at, end: at }, text: '的' },
      { range: { start: at, end: next }, text: '' },
    ]
  }
  return {
    start,
    open,
    pid: child.pid,
    async edit(pairs) {
      const times = []
      const end = performance.now() + patience
      for (let pair = 0; pair < pairs && performance.now() < end; pair++) {
        for (const change of edits()) {
          const answer = shown(++version)
          const from = performance.now()
          void connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [change],
          })
          await answer
          times.push(performance.now() - from)
        }
      }
      return times
    },
    async request(method, params, count) {
      const times = []
      for (let turn = 0; turn < count; turn++) {
        const position = { line: prose[random(prose.length)], character: 6 + random(12) }
        const from = performance.now()
        await connection.sendRequest(method, {
          textDocument: { uri },
          position,
          range: { start: position, end: position },
          ...params,
        })
        times.push(performance.now() - from)
      }
      return times
    },
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      await ended
      connection.dispose()
    },
  }
}

await generate()
await bundleServer(server)
const given = process.argv.slice(2).map((path) => [basename(path), readFileSync(path, 'utf8')])
const drafts = [['one report', report], ['200,000 characters', longDraft(200_000)], ...given]
for (const [name, text] of drafts) {
  const session = await startServer(text)
  console.log(
    `\n${name}: ${text.length} characters; start ${session.start.toFixed(0)} ms, open ${session.open.toFixed(0)} ms`,
  )
  await session.edit(30)
  line('edit → diagnostics', await session.edit(150))
  const context = { context: { diagnostics: [] } }
  line('hover', await session.request('textDocument/hover', {}, 200))
  line('completion', await session.request('textDocument/completion', {}, 200))
  line('code actions', await session.request('textDocument/codeAction', context, 200))
  await session.stop()
}

const session = await startServer(report)
const marks = []
for (let thousand = 0; thousand < 10; thousand++) {
  await session.edit(500)
  marks.push(session.memory())
}
console.log(
  `\nmemory over 10,000 edits (MiB after each 1,000): ${marks.map((mark) => mark.toFixed(0)).join(' ')}`,
)
await session.stop()
