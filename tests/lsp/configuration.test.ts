import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CodeAction, CompletionItem, Diagnostic, DocumentLink } from 'vscode-languageserver-protocol'
import { fullCapabilities, pullCapabilities, startClient } from './support/client.ts'
import { placeOf, reportText } from './support/fixtures.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao-lsp-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const uriOf = (...names: string[]) => pathToFileURL(join(folder, ...names)).toString()
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const changed = (name: string) => ({ changes: [{ uri: uriOf(name), type: 2 }] })

test('a programmer’s notes are left alone, unless the settings or a hegao.yaml want them checked', async () => {
  let check = 'recognised'
  const client = await startClient({ folders: [uriOf()], configuration: () => ({ check }) })
  const uri = uriOf('README.md')
  const notes = '# A library\n\n说明如下。。\n'
  await client.open(uri, notes)
  expect(await client.diagnostics(uri)).toEqual([])
  check = 'all'
  await client.notify('workspace/didChangeConfiguration', { settings: null })
  expect(codes(await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0))).toContain(
    'punctuation/doubled',
  )
  await client.stop()
  write('hegao.yaml', 'root: true\n')
  const governed = await startClient({ folders: [uriOf()] })
  await governed.open(uri, notes)
  expect(codes(await governed.diagnostics(uri))).toContain('punctuation/doubled')
  await governed.stop()
})

test('hegao.yaml counts, and a change of it is taken up at once', async () => {
  write('hegao.yaml', 'root: true\nrules:\n  punctuation/doubled: error\n')
  const client = await startClient({ folders: [uriOf()] })
  const uri = uriOf('report.md')
  await client.open(uri, reportText)
  const doubled = (await client.diagnostics(uri)).find(({ code }) => code === 'punctuation/doubled')
  expect(doubled?.severity).toBe(1)
  const registered = await client.message<{ registrations: { method: string }[] }>(
    'client/registerCapability',
    ({ registrations }) => registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'),
  )
  expect(JSON.stringify(registered)).toContain('hegao.yaml')
  write('hegao.yaml', 'root: true\nrules:\n  punctuation/doubled: off\n')
  await client.notify('workspace/didChangeWatchedFiles', changed('hegao.yaml'))
  await client.diagnostics(uri, ({ diagnostics }) => !codes(diagnostics).includes('punctuation/doubled'))
  await client.stop()
})

test('a mistake in hegao.yaml is shown in that file, and goes when it is mended', async () => {
  write('hegao.yaml', 'root: true\nrules:\n  punctuation/doubledd: error\n')
  const client = await startClient({ folders: [uriOf()] })
  await client.open(uriOf('report.md'), reportText)
  const [problem] = await client.diagnostics(uriOf('hegao.yaml'))
  expect(problem?.range.start.line).toBe(2)
  expect(problem?.message).toContain('punctuation/doubled')
  expect(codes(await client.diagnostics(uriOf('report.md')))).toContain('punctuation/doubled')
  write('hegao.yaml', 'root: true\n')
  await client.notify('workspace/didChangeWatchedFiles', changed('hegao.yaml'))
  expect(
    await client.diagnostics(uriOf('hegao.yaml'), ({ diagnostics }) => diagnostics.length === 0),
  ).toEqual([])
  await client.stop()
})

test('folders have each their own configuration', async () => {
  for (const [name, severity] of [
    ['甲', 'off'],
    ['乙', 'error'],
  ] as const) {
    mkdirSync(join(folder, name))
    write(join(name, 'hegao.yaml'), `root: true\nrules:\n  punctuation/doubled: ${severity}\n`)
  }
  const client = await startClient({ folders: [uriOf('甲'), uriOf('乙')] })
  await client.open(uriOf('甲', 'report.md'), reportText)
  await client.open(uriOf('乙', 'report.md'), reportText)
  expect(codes(await client.diagnostics(uriOf('甲', 'report.md')))).not.toContain('punctuation/doubled')
  expect(codes(await client.diagnostics(uriOf('乙', 'report.md')))).toContain('punctuation/doubled')
  await client.stop()
})

test('rule ids in hegao.yaml are completed and linked', async () => {
  write('hegao.yaml', 'root: true\nrules:\n  punctuation/doubled: error\n')
  const text = 'root: true\nrules:\n  punctuation/doubled: error\n  pun'
  const client = await startClient({ folders: [uriOf()] })
  const textDocument = { uri: uriOf('hegao.yaml') }
  await client.open(textDocument.uri, text, 'yaml')
  await client.diagnostics(textDocument.uri)
  const complete = (line: number, character: number) =>
    client.request<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line, character },
    })
  expect((await complete(3, 5)).map(({ label }) => label)).toContain('punctuation/doubled')
  expect((await complete(2, 24)).map(({ label }) => label)).toContain('hint')
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument })
  expect(links.map(({ target }) => target)).toEqual(['https://hegao.dev/rules/punctuation/doubled'])
  await client.stop()
})

test('a finding goes into the baseline, and is not shown again', async () => {
  write('hegao.yaml', 'root: true\n')
  const client = await startClient({ folders: [uriOf()] })
  const uri = uriOf('report.md')
  write('report.md', reportText)
  await client.open(uri, reportText)
  const before = await client.diagnostics(uri)
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: placeOf(reportText, '。。'),
    context: { diagnostics: [] },
  })
  const action = actions.find(({ command }) => command?.command === 'hegao.server.addToBaseline')
  await client.request('workspace/executeCommand', action?.command)
  const after = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length < before.length)
  expect(codes(after)).toEqual(codes(before).filter((code) => code !== 'punctuation/doubled'))
  expect(JSON.parse(readFileSync(join(folder, 'hegao.baseline.json'), 'utf8'))).toMatchObject({
    version: 1,
    drafts: { 'report.md': [{ rule: 'punctuation/doubled' }] },
  })
  await client.stop()
})

test('a selected word goes into the office’s term list', async () => {
  write('hegao.yaml', 'root: true\n')
  const client = await startClient({ folders: [uriOf()], initializationOptions: { panels: true } })
  client.connection.onRequest('hegao/ask', () => '一线执法力量')
  const uri = uriOf('report.md')
  await client.open(uri, reportText)
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: placeOf(reportText, '一线执法人员'),
    context: { diagnostics: [] },
  })
  const action = actions.find(({ command }) => command?.command === 'hegao.server.addTerm')
  await client.request('workspace/executeCommand', action?.command)
  expect(readFileSync(join(folder, 'hegao.terms.yaml'), 'utf8')).toBe(
    '- wrong: "一线执法人员"\n  right: "一线执法力量"\n',
  )
  expect(readFileSync(join(folder, 'hegao.yaml'), 'utf8')).toBe('root: true\nterms: ./hegao.terms.yaml\n')
  await client.stop()
})

test('in a folder that is not trusted drafts are checked and nothing is written', async () => {
  write('hegao.yaml', 'root: true\nrules:\n  punctuation/doubled: error\n')
  const client = await startClient({ folders: [uriOf()], initializationOptions: { trusted: false } })
  const uri = uriOf('report.md')
  await client.open(uri, reportText)
  expect((await client.diagnostics(uri)).find(({ code }) => code === 'punctuation/doubled')?.severity).toBe(1)
  const ask = () =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: placeOf(reportText, '。。'),
      context: { diagnostics: [] },
    })
  const writes = (actions: CodeAction[]) =>
    actions.filter(({ command }) => /baseline|Term/i.test(command?.command ?? ''))
  expect(writes(await ask())).toEqual([])
  const { start, end } = { start: reportText.indexOf('。。'), end: reportText.indexOf('。。') + 2 }
  await client.request('workspace/executeCommand', {
    command: 'hegao.server.addToBaseline',
    arguments: [uri, 'punctuation/doubled', start, end],
  })
  expect(existsSync(join(folder, 'hegao.baseline.json'))).toBe(false)
  await client.notify('hegao/trust', {})
  expect(writes(await ask())).toHaveLength(1)
  await client.stop()
})

test('the whole folder is checked on command, with progress', async () => {
  write('一.md', reportText)
  write('二.txt', reportText.replaceAll(/^#+ /gm, ''))
  write('notes.md', '# notes。。\n')
  const client = await startClient({ folders: [uriOf()] })
  const outcome = await client.request('workspace/executeCommand', { command: 'hegao.server.checkWorkspace' })
  expect(outcome).toMatchObject({ drafts: 2 })
  expect(codes(await client.diagnostics(uriOf('一.md')))).toContain('figures/ratio')
  expect(codes(await client.diagnostics(uriOf('二.txt')))).toContain('figures/ratio')
  const progress = client.received
    .filter(({ method }) => method === '$/progress')
    .map(({ params }) => (params as { kind: string }).kind)
  expect(progress[0]).toBe('begin')
  expect(progress.at(-1)).toBe('end')
  await client.stop()
})

test('workspace diagnostics: all drafts that are not open, then only what has changed', async () => {
  write('一.md', reportText)
  write('二.md', reportText)
  const client = await startClient({ folders: [uriOf()], capabilities: pullCapabilities })
  interface Report {
    uri: string
    kind: string
    resultId: string
    items?: Diagnostic[]
  }
  const pull = (previousResultIds: { uri: string; value: string }[]) =>
    client.request<{ items: Report[] }>('workspace/diagnostic', { previousResultIds })
  const first = await pull([])
  expect(first.items.map(({ uri }) => uri)).toEqual([uriOf('一.md'), uriOf('二.md')])
  expect(codes(first.items[0]?.items ?? [])).toContain('punctuation/doubled')
  write('二.md', reportText.replace('。。', '。'))
  const ids = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }))
  const second = pull(ids)
  await client.notify('workspace/didChangeWatchedFiles', changed('二.md'))
  const { items } = await second
  expect(items.map(({ kind }) => kind)).toEqual(['unchanged', 'full'])
  expect(codes(items[1]?.items ?? [])).not.toContain('punctuation/doubled')
  rmSync(join(folder, '一.md'))
  const third = pull(ids)
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('一.md'), type: 3 }] })
  expect((await third).items.find(({ uri }) => uri === uriOf('一.md'))).toMatchObject({
    kind: 'full',
    items: [],
  })
  await client.stop()
})

test('messages are in Chinese, or in the language that settings or configuration ask for', async () => {
  const uri = uriOf('report.md')
  const message = async (settings: unknown) => {
    const client = await startClient({
      folders: [uriOf()],
      capabilities: { ...fullCapabilities, workspace: {} },
      initializationOptions: { settings },
    })
    await client.open(uri, reportText)
    const found = (await client.diagnostics(uri)).find(({ code }) => code === 'punctuation/doubled')?.message
    await client.stop()
    return found
  }
  expect(await message({ locale: 'auto' })).toMatch(/\p{Script=Han}{4}/u)
  expect(await message({ locale: 'en' })).toMatch(/[a-z]{3} [a-z]{2}/)
  write('hegao.yaml', 'root: true\nlocale: en\n')
  expect(await message({})).toMatch(/[a-z]{3} [a-z]{2}/)
  expect(await message({ locale: 'zh-CN' })).toMatch(/\p{Script=Han}{4}/u)
})
