import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { fullCapabilities, pullCapabilities, startClient } from './support/client.ts'
import { reportText } from './support/fixtures.ts'
import { builtServer } from './support/server.ts'

const uri = 'file:///drafts/report.md'

test('the server says what it can do, and leaves when it is told to', async () => {
  const client = await startClient()
  const { capabilities, serverInfo } = client.initialized
  expect(serverInfo?.name).toBe('hegao')
  expect(capabilities.positionEncoding).toBe('utf-16')
  expect(capabilities.textDocumentSync).toMatchObject({ openClose: true, change: 2 })
  expect(capabilities.codeActionProvider).toMatchObject({
    codeActionKinds: ['quickfix', 'source.fixAll.hegao'],
    resolveProvider: true,
  })
  expect(capabilities.diagnosticProvider).toBeUndefined()
  expect(await client.stop()).toBe(0)
})

test('pull diagnostics are offered to a client that pulls, resolving to one that can resolve', async () => {
  const pulling = await startClient({ capabilities: pullCapabilities })
  expect(pulling.initialized.capabilities.diagnosticProvider).toMatchObject({
    interFileDependencies: false,
    workspaceDiagnostics: true,
  })
  await pulling.stop()
  const bare = await startClient({ capabilities: {} })
  expect(bare.initialized.capabilities.codeActionProvider).toBe(true)
  expect(bare.initialized.capabilities.diagnosticProvider).toBeUndefined()
  await bare.stop()
})

test('the same server serves over node-ipc', async () => {
  const client = await startClient({ transport: 'ipc' })
  await client.open(uri, reportText)
  expect((await client.diagnostics(uri)).length).toBeGreaterThan(0)
  await client.connection.sendRequest('shutdown')
  const exited = once(client.process, 'exit')
  await client.connection.sendNotification('exit')
  expect((await exited)[0]).toBe(0)
})

test('a client that goes without a word leaves no server behind', async () => {
  const client = await startClient()
  await client.open(uri, reportText)
  const exited = once(client.process, 'exit')
  client.process.stdin?.end()
  expect((await exited)[0]).toBe(1)
})

test('a client that closes before it has said anything leaves no server behind', async () => {
  const child = spawn(process.execPath, [await builtServer(), '--stdio'])
  const exited = once(child, 'exit')
  child.stdin.end()
  const [code] = await exited
  expect(code).not.toBeNull()
})

test.each([
  ['no protocol at all', 'hello\r\n\r\nworld\r\n\r\n'],
  ['a header without a length', 'Content-Type: text/plain\r\n\r\n{}'],
  ['a length that is no number', 'Content-Length: abc\r\n\r\n{}'],
  ['a body that is no JSON', 'Content-Length: 9\r\n\r\nnot json!'],
  ['a message of no known kind', 'Content-Length: 2\r\n\r\n42'],
  ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0d, 0x0a, 0x0d, 0x0a])],
])('garbage (%s) neither hangs the server nor brings it down before its client leaves', async (_, bytes) => {
  const child = spawn(process.execPath, [await builtServer(), '--stdio'])
  let answers = ''
  child.stdout.on('data', (data: Buffer) => {
    answers += data.toString()
  })
  const exited = once(child, 'exit')
  child.stdin.write(bytes)
  child.stdin.end()
  const [, signal] = await exited
  expect(signal).toBeNull()
  expect(answers).not.toContain('"method":"textDocument')
})

test('messages of the wrong shape are answered with errors, and the next request is served', async () => {
  const client = await startClient()
  await client.open(uri, reportText)
  await client.notify('textDocument/didChange', { nonsense: true })
  await client.notify('textDocument/didChange', {
    textDocument: { uri: 'file:///never-opened.md', version: 3 },
    contentChanges: [{ text: 'x' }],
  })
  await client.notify('workspace/didChangeConfiguration', null)
  await expect(client.request('textDocument/hover', { position: 'nowhere' })).resolves.toBeNull()
  await expect(client.request('no/such-request', {})).rejects.toThrow()
  await expect(client.request('workspace/executeCommand', { command: 'no.such.command' })).resolves.toBeNull()
  const symbols = await client.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } })
  expect(symbols.length).toBeGreaterThan(0)
  expect(await client.stop()).toBe(0)
})

test('requests about documents that are not open have empty answers', async () => {
  const client = await startClient({ capabilities: fullCapabilities })
  const textDocument = { uri: 'file:///not-open.md' }
  const position = { line: 0, character: 0 }
  const range = { start: position, end: position }
  const params = {
    textDocument,
    position,
    range,
    positions: [position],
    context: { diagnostics: [], includeDeclaration: true },
    options: {},
  }
  for (const method of [
    'codeAction',
    'codeLens',
    'completion',
    'definition',
    'references',
    'documentSymbol',
    'foldingRange',
    'selectionRange',
    'formatting',
    'rangeFormatting',
    'documentLink',
    'inlayHint',
  ])
    expect(await client.request(`textDocument/${method}`, params), method).toEqual([])
  expect(await client.request('hegao/ledger', { uri: 'file:///not-open.md' })).toBeNull()
  await client.stop()
})
