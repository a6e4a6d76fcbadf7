import { PassThrough } from 'node:stream'
import type { CheckResult } from '@hegao/core'
import { expect, test } from 'vitest'
import {
  createConnection,
  createMessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import type { Host } from './host.ts'
import { nodeHost } from './node-host.ts'
import { startServer } from './server.ts'

const reportText =
  '# 青石镇2024年度法治政府建设情况报告\n\n现将有关情况报告如下。。\n\n## 一、主要举措和成效\n\n全年办理案件三件。\n'

/** A server in this process, with a host of the test's own making. */
async function serveHere(host: Host) {
  const toServer = new PassThrough()
  const toClient = new PassThrough()
  startServer(createConnection(ProposedFeatures.all, toServer, toClient), host, setImmediate)
  const connection = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  )
  const received: { method: string; params: unknown }[] = []
  let wake: () => void = () => {}
  connection.onNotification((method, params) => {
    received.push({ method, params })
    wake()
  })
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  const until = async (holds: () => boolean) => {
    while (!holds())
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
  return { connection, received, until }
}

test('a draft whose analysis crashes is reported once, the others are checked, and it is tried again after an edit', async () => {
  const host = nodeHost()
  let broken = true
  const { connection, received, until } = await serveHere({
    ...host,
    async configurationOf(uri, scope) {
      const configuration = await host.configurationOf(uri, scope)
      const finish = (result: CheckResult): CheckResult => {
        if (broken && uri.includes('broken')) throw new Error('out of ink')
        return configuration.finish(result)
      }
      return { ...configuration, finish }
    },
  })
  const uri = 'file:///drafts/broken.md'
  const open = (name: string) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: `file:///drafts/${name}.md`,
        languageId: 'markdown',
        version: 1,
        text: reportText,
      },
    })
  const change = (version: number) =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: `${reportText}${version}` }],
    })
  const published = (version: number) =>
    received.find(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' &&
        (params as { uri: string; version: number }).uri === uri &&
        (params as { version: number }).version === version,
    )
  const diagnosticsOf = (version: number) =>
    (published(version)?.params as { diagnostics: { message: string }[] } | undefined)?.diagnostics ?? []
  await open('broken')
  await open('whole')
  for (const version of [2, 3, 4]) {
    await change(version)
    await until(() => published(version) !== undefined)
  }
  expect(diagnosticsOf(4)).toHaveLength(1)
  expect(diagnosticsOf(4)[0]?.message).toContain('out of ink')
  const messages = () => received.filter(({ method }) => method === 'window/showMessage')
  expect(messages()).toHaveLength(1)
  expect(
    await connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 3 },
    }),
  ).toBeNull()
  const symbols = await connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri: 'file:///drafts/whole.md' },
  })
  expect(symbols).not.toEqual([])
  broken = false
  await change(5)
  await until(() => published(5) !== undefined)
  expect(diagnosticsOf(5).length).toBeGreaterThan(1)
  expect(messages()).toHaveLength(1)
  connection.dispose()
})

test('the host is told the length of each draft that is opened', async () => {
  const lengths: number[] = []
  const { connection, received, until } = await serveHere({
    ...nodeHost(),
    opened: (length) => lengths.push(length),
  })
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///drafts/a.md', languageId: 'markdown', version: 1, text: reportText },
  })
  await until(() => received.some(({ method }) => method === 'textDocument/publishDiagnostics'))
  expect(lengths).toEqual([reportText.length])
  connection.dispose()
})
