import { asPlainText, report } from '../corpora.mjs'
import { converse, median, p95, quiet } from '../measure.mjs'
import { hegao } from '../program.mjs'
import { seeded } from '../seeded.mjs'

/** Keystroke → publishDiagnostics over standard input and output, a real server process. */
export async function editor({ smoke, patience, edits }) {
  const rows = []
  const count = smoke ? 5 : (edits ?? 200)
  for (const [name, format, text, target, stretch] of [
    ['one report, Markdown', 'markdown', report(3, smoke ? 1_000 : 6_000), [4, 8], [2.5, 5]],
    ['one report, text', 'plaintext', asPlainText(report(3, smoke ? 1_000 : 6_000)), [4, 8], [2.5, 5]],
    ['200,000 characters, Markdown', 'markdown', report(2, smoke ? 4_000 : 200_000), [12, 25], [6, 10]],
    [
      '200,000 characters, text',
      'plaintext',
      asPlainText(report(2, smoke ? 4_000 : 200_000)),
      [12, 25],
      [6, 10],
    ],
  ]) {
    await quiet(patience)
    const { times, start, diagnostics } = await typeInto(
      format,
      text,
      text.length > 100_000 ? Math.ceil(count / 5) : count,
    )
    rows.push(
      {
        name: `${name}: median`,
        unit: 'ms',
        median: median(times),
        target: target[0],
        stretch: stretch[0],
        judged: median(times),
        note: `${diagnostics} diagnostics; initialize ${start.toFixed(0)} ms`,
      },
      {
        name: `${name}: p95`,
        unit: 'ms',
        median: p95(times),
        target: target[1],
        stretch: stretch[1],
        judged: p95(times),
      },
    )
  }
  return { title: 'Editor: one character typed → diagnostics, over stdio', against: null, rows }
}

/** Types characters into an open draft one by one, each after the diagnostics of the one before. */
async function typeInto(language, text, count) {
  const server = client()
  const began = performance.now()
  await server.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
    },
  })
  const start = performance.now() - began
  server.notify('initialized', {})
  const uri = 'file:///bench/draft.md'
  let published = server.next('textDocument/publishDiagnostics', (params) => params.diagnostics)
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version: 1, text } })
  let diagnostics = await published
  const random = seeded(11)
  const lines = text.split('\n')
  const long = lines.flatMap((line, at) => (line.length > 30 ? [at] : []))
  const times = []
  for (let nth = 0; nth < count + 10; nth++) {
    const version = nth + 2
    const line = long[Math.floor(random() * long.length)]
    const character = 5 + Math.floor(random() * (lines[line].length - 10))
    const typed = nth % 2 === 0 ? '加' : String(nth % 10)
    lines[line] = lines[line].slice(0, character) + typed + lines[line].slice(character)
    published = server.next(
      'textDocument/publishDiagnostics',
      (params) => params.version === version && params.diagnostics,
    )
    const at = performance.now()
    const position = { line, character }
    server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: typed }],
    })
    diagnostics = await published
    if (nth >= 10) times.push(performance.now() - at)
  }
  await server.request('shutdown', null)
  server.notify('exit', null)
  await server.ended
  return { times, start, diagnostics: diagnostics.length }
}

/** The least that a client needs: messages with a header, in both directions. */
function client() {
  const process = converse(['node', hegao, 'lsp', '--stdio'])
  const answers = new Map()
  let waiting = []
  let buffer = Buffer.alloc(0)
  let serial = 0
  process.stdout.on('data', (data) => {
    buffer = buffer.length === 0 ? data : Buffer.concat([buffer, data])
    for (;;) {
      const header = buffer.indexOf('\r\n\r\n')
      if (header === -1) return
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, header))[1])
      if (buffer.length < header + 4 + length) return
      const message = JSON.parse(buffer.toString('utf8', header + 4, header + 4 + length))
      buffer = buffer.subarray(header + 4 + length)
      take(message)
    }
  })
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    process.stdin.write(body)
  }
  const take = (message) => {
    if (message.method === undefined) answers.get(message.id)?.(message.result)
    else if (message.id !== undefined) send({ id: message.id, result: null })
    else
      waiting = waiting.filter(({ method, wanted, resolve }) => {
        const value = method === message.method && wanted(message.params)
        if (value) resolve(value)
        return !value
      })
  }
  return {
    ended: new Promise((resolve) => process.on('exit', resolve)),
    notify: (method, params) => send({ method, params }),
    request: (method, params) =>
      new Promise((resolve) => {
        serial++
        answers.set(serial, resolve)
        send({ id: serial, method, params })
      }),
    next: (method, wanted) =>
      new Promise((resolve) => {
        waiting.push({ method, wanted, resolve })
      }),
  }
}
