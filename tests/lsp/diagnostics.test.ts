import { expect, test } from 'vitest'
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol'
import { fullCapabilities, pullCapabilities, startClient } from './support/client.ts'
import { placeOf, reportText } from './support/fixtures.ts'

const uri = 'file:///drafts/report.md'
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)

/** The document's publications so far. */
function publications(received: readonly { method: string; params: unknown }[]): PublishDiagnosticsParams[] {
  return received
    .filter(({ method }) => method === 'textDocument/publishDiagnostics')
    .map(({ params }) => params as PublishDiagnosticsParams)
}

test('opening a draft publishes its findings with rule, link, evidence and version', async () => {
  const client = await startClient()
  await client.open(uri, reportText)
  const diagnostics = await client.diagnostics(uri)
  expect(codes(diagnostics)).toEqual(
    expect.arrayContaining(['structure/missing-part', 'punctuation/doubled', 'figures/ratio']),
  )
  const ratio = diagnostics.find(({ code }) => code === 'figures/ratio')
  expect(ratio).toMatchObject({ severity: 1, source: 'hegao' })
  expect(ratio?.message).toContain('30件÷')
  expect(ratio?.codeDescription?.href).toBe('https://hegao.dev/rules/figures/ratio')
  expect(ratio?.relatedInformation?.length).toBeGreaterThan(0)
  expect(ratio?.relatedInformation?.every(({ location }) => location.uri === uri)).toBe(true)
  const doubled = diagnostics.find(({ code }) => code === 'punctuation/doubled')
  expect(doubled?.range).toEqual(placeOf(reportText, '。。'))
  expect(doubled?.tags).toEqual([1])
  expect(publications(client.received)[0]?.version).toBe(1)
  await client.stop()
})

test('what a client cannot show is not sent to it', async () => {
  const client = await startClient({ capabilities: {} })
  await client.open(uri, reportText)
  for (const diagnostic of await client.diagnostics(uri)) {
    expect(diagnostic.relatedInformation).toBeUndefined()
    expect(diagnostic.codeDescription).toBeUndefined()
    expect(diagnostic.tags).toBeUndefined()
  }
  await client.stop()
})

test('an edit that mends a finding takes it away, and the others stay', async () => {
  const client = await startClient()
  await client.open(uri, reportText)
  const before = await client.diagnostics(uri)
  await client.change(uri, 2, [{ range: placeOf(reportText, '。。'), text: '。' }])
  const after = await client.diagnostics(uri, ({ version }) => version === 2)
  expect(codes(after)).toEqual(codes(before).filter((code) => code !== 'punctuation/doubled'))
  await client.close(uri)
  expect(await client.diagnostics(uri, ({ version }) => version === undefined)).toEqual([])
  await client.stop()
})

test('a burst of 1,000 edits costs a few runs, and what is shown last is the last version', async () => {
  const client = await startClient()
  await client.open(uri, reportText)
  await client.diagnostics(uri)
  const line = placeOf(reportText, '现将青石镇').start
  const edits = 1000
  for (let edit = 0; edit < edits; edit++) {
    await client.change(uri, edit + 2, [{ range: { start: line, end: line }, text: '我' }])
  }
  const last = await client.diagnostics(uri, ({ version }) => version === edits + 1)
  const own = publications(client.received)
  expect(own.length).toBeLessThan(edits / 2)
  expect(own.map(({ version }) => version)).toEqual(
    own.map(({ version }) => version).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  )
  const doubled = last.find(({ code }) => code === 'punctuation/doubled')
  const moved = placeOf(reportText, '。。')
  expect(doubled?.range.start).toEqual({ ...moved.start, character: moved.start.character + edits })
  await client.stop()
})

test('edits in one notification count as one version', async () => {
  const client = await startClient()
  await client.open(uri, '')
  await client.change(uri, 2, [{ text: reportText }, { range: placeOf(reportText, '。。'), text: '。' }])
  expect(codes(await client.diagnostics(uri, ({ version }) => version === 2))).not.toContain(
    'punctuation/doubled',
  )
  await client.stop()
})

test('a client that pulls gets the same findings, unchanged reports, and no pushes beside them', async () => {
  const pushing = await startClient({ capabilities: fullCapabilities })
  await pushing.open(uri, reportText)
  const pushed = await pushing.diagnostics(uri)
  await pushing.stop()
  const client = await startClient({ capabilities: pullCapabilities })
  await client.open(uri, reportText)
  const pull = (previousResultId?: string) =>
    client.request<{ kind: string; resultId: string; items?: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    })
  const first = await pull()
  expect(first.items).toEqual(pushed)
  expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId })
  await client.change(uri, 2, [{ range: placeOf(reportText, '。。'), text: '。' }])
  const second = await pull(first.resultId)
  expect(second.kind).toBe('full')
  expect(second.resultId).not.toBe(first.resultId)
  expect(codes(second.items ?? [])).not.toContain('punctuation/doubled')
  await client.close(uri)
  await client.open(uri, reportText)
  expect((await pull(first.resultId)).kind).toBe('full')
  expect(publications(client.received)).toEqual([])
  await client.stop()
})

test('a cancelled request is answered as cancelled', async () => {
  const { CancellationTokenSource } = await import('vscode-jsonrpc/node')
  const client = await startClient({ capabilities: pullCapabilities })
  await client.open(uri, reportText)
  const source = new CancellationTokenSource()
  const answer = client.connection.sendRequest(
    'textDocument/diagnostic',
    { textDocument: { uri } },
    source.token,
  )
  source.cancel()
  await expect(answer).rejects.toMatchObject({ code: -32802 })
  await client.stop()
})
