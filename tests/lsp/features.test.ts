import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  SelectionRange,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol'
import { startClient, type TestClient } from './support/client.ts'
import { applied, placeOf, reportText } from './support/fixtures.ts'

const uri = 'file:///drafts/report.md'
const textDocument = { uri }
let client: TestClient

beforeAll(async () => {
  client = await startClient()
  await client.open(uri, reportText)
  await client.diagnostics(uri)
})
afterAll(() => client.stop())

const at = (words: string) => placeOf(reportText, words).start
const hoverAt = (words: string) =>
  client.request<Hover | null>('textDocument/hover', { textDocument, position: at(words) })
const actionsAt = (words: string, only?: string[]) =>
  client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: { start: at(words), end: at(words) },
    context: { diagnostics: [], ...(only && { only }) },
  })
const textOf = (hover: Hover | null) => (hover?.contents as MarkupContent | undefined)?.value
const editsOf = (action: CodeAction | undefined): TextEdit[] =>
  (action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits as TextEdit[]

test('a hover on a finding tells the reason and the basis', async () => {
  const hover = await hoverAt('。。')
  expect(textOf(hover)).toContain('标点重复')
  expect(textOf(hover)).toContain('为什么')
  expect(textOf(hover)).toContain('《标点符号用法》')
  expect(hover?.range).toEqual(placeOf(reportText, '。。'))
})

test('a hover on a figure tells its sum; on one that was not checked, why', async () => {
  expect(textOf(await hoverAt('30件，办结率'))).toMatch(/✗ 不符.*30件÷.*93\.75%/)
  expect(textOf(await hoverAt('40场次'))).toContain('未核对')
  expect(await hoverAt('影响了执法效能')).toBeNull()
})

test('a hover on a formula or a law tells since when and from where', async () => {
  expect(textOf(await hoverAt('习近平法治思想'))).toContain('2020-11-16')
  expect(textOf(await hoverAt('《行政处罚法》'))).toContain('行政处罚法')
})

test('a fix is offered first and preferred; then ways around and the rule page', async () => {
  const actions = await actionsAt('。。')
  expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true })
  expect(applied(reportText, editsOf(actions[0]))).toBe(reportText.replace('。。', '。'))
  expect(actions[0]?.diagnostics?.[0]?.code).toBe('punctuation/doubled')
  const titles = actions.map(({ title }) => title).join('\n')
  expect(titles).toContain('加注释')
  expect(titles).toContain('查看规则说明：punctuation/doubled')
})

test('a range of one character, or none, is enough; another range has no fixes', async () => {
  const { start, end } = placeOf(reportText, '。。')
  const ask = (range: unknown) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    })
  for (const range of [
    { start, end: { ...start, character: start.character + 1 } },
    { start, end: start },
    { start: end, end },
  ])
    expect((await ask(range))[0]?.isPreferred).toBe(true)
  const elsewhere = await ask(placeOf(reportText, '丰富普法宣传形式'))
  expect(elsewhere.filter(({ edit, diagnostics }) => edit ?? diagnostics)).toEqual([])
})

test('only the kinds that were asked for come back', async () => {
  expect((await actionsAt('。。', ['source.fixAll'])).map(({ kind }) => kind)).toEqual([
    'source.fixAll.hegao',
  ])
  expect((await actionsAt('。。', ['quickfix'])).every(({ kind }) => kind === 'quickfix')).toBe(true)
  expect(await actionsAt('。。', ['refactor'])).toEqual([])
})

test('fix all is resolved when it is chosen', async () => {
  const [action] = await actionsAt('。。', ['source.fixAll.hegao'])
  expect(action?.edit).toBeUndefined()
  const resolved = await client.request<CodeAction>('codeAction/resolve', action)
  expect(applied(reportText, editsOf(resolved))).not.toContain('。。')
  const stranger: CodeAction = { title: 'not ours' }
  expect(await client.request('codeAction/resolve', stranger)).toEqual(stranger)
})

test('formatting is applying the safe fixes', async () => {
  const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options: {} })
  const text = applied(reportText, edits)
  expect(text).not.toContain('。。')
  expect(text).toContain('办结率100%')
  const outside = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
    textDocument,
    range: placeOf(reportText, '丰富普法宣传形式'),
    options: {},
  })
  expect(outside).toEqual([])
})

test('lenses name the parts, and say which measure answers a shortcoming', async () => {
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument })
  const on = (words: string) =>
    lenses.filter(({ range }) => range.start.line === at(words).line).map(({ command }) => command)
  expect(on('## 二、')[0]?.title).toMatch(/存在的不足和原因 · 3条/)
  expect(on('执法力量薄弱')[0]?.title).toBe('由（一）落实')
  expect(on('合同审查制度')[0]?.title).toBe('无对应安排')
  const [, range] = (on('执法力量薄弱')[0]?.arguments ?? []) as [string, unknown]
  expect(
    await client.request('workspace/executeCommand', {
      command: 'hegao.server.showPlace',
      arguments: [uri, range],
    }),
  ).toBe(true)
  expect(await client.message('window/showDocument')).toMatchObject({
    uri,
    selection: { start: at('充实一线执法人员') },
  })
})

test('definition and references go from shortcoming to measure and back', async () => {
  const go = (method: string, words: string) =>
    client.request<Location[]>(`textDocument/${method}`, {
      textDocument,
      position: at(words),
      context: { includeDeclaration: false },
    })
  expect((await go('definition', '执法力量薄弱'))[0]?.range.start).toEqual(at('充实一线执法人员'))
  expect((await go('definition', '充实一线执法人员'))[0]?.range.start).toEqual(at('执法力量薄弱'))
  expect((await go('references', '普法宣传形式单一'))[0]?.range.start).toEqual(at('丰富普法宣传形式'))
  expect(await go('definition', '现将青石镇')).toEqual([])
})

test('symbols carry the outline with its roles', async () => {
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })
  expect(symbols.map(({ detail }) => detail)).toEqual([
    '主要举措和成效',
    '存在的不足和原因',
    '下一年度主要安排',
  ])
  expect(symbols[1]?.children?.map(({ name }) => name)).toEqual([
    '（一）执法力量薄弱',
    '（二）普法宣传形式单一',
    '（三）合同审查制度不健全',
  ])
})

test('sections fold, and selections grow from figure to draft', async () => {
  const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument })
  expect(folds.map(({ startLine }) => startLine)).toContain(at('## 二、').line)
  const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [at('30件，办结率')],
  })
  const sizes: number[] = []
  const offset = (place: { line: number; character: number }) => place.line * 1000 + place.character
  for (let range = selection; range; range = range.parent)
    sizes.push(offset(range.range.end) - offset(range.range.start))
  expect(selection?.range).toEqual(placeOf(reportText, '30件', reportText.indexOf('办结30件')))
  expect(sizes.length).toBeGreaterThanOrEqual(5)
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
})

test('inlay hints show the recomputed rate beside the stated one', async () => {
  const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
  })
  expect(hints.map(({ label }) => label)).toEqual(['＝93.75%'])
  expect(hints[0]?.position).toEqual(placeOf(reportText, '办结率100%').end)
})

test('a missing heading is completed with its number and year, and then it is not missing any more', async () => {
  const other = 'file:///drafts/completion.md'
  const text = `${reportText}\n`
  await client.open(other, text)
  const line = text.split('\n').length - 1
  const items = await client.request<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri: other },
    position: { line, character: 0 },
  })
  const heading = items.find(({ label }) => label.includes('第一责任人'))
  const edit = heading?.textEdit as TextEdit
  expect(edit.newText).toMatch(/^## 四、2024年度党政主要负责人/)
  await client.change(other, 2, [
    { range: edit.range, text: `${edit.newText}\n\n镇党委、镇政府主要负责人认真履行第一责任人职责。\n` },
  ])
  const after = await client.diagnostics(other, ({ version }) => version === 2)
  expect(after.map(({ code }) => code)).not.toContain('structure/missing-part')
  await client.close(other)
})

test('names of laws are completed after 《, set phrases by their beginning, rule ids in suppressions', async () => {
  const other = 'file:///drafts/names.md'
  const complete = async (line: string) => {
    const text = `# 青石镇2024年度法治政府建设情况报告\n\n${line}`
    await client.open(other, text)
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: other },
      position: { line: 2, character: line.length },
    })
    await client.close(other)
    return items
  }
  const laws = await complete('认真实施《行政处')
  expect(laws.map(({ label }) => label)).toContain('行政处罚法')
  const law = laws.find(({ label }) => label === '行政处罚法')
  expect(law?.textEdit).toMatchObject({ newText: '行政处罚法》' })
  expect((await complete('深入学习贯彻习近平法治')).map(({ label }) => label)).toContain('习近平法治思想')
  expect((await complete('<!-- hegao-disable-next-line punct')).map(({ label }) => label)).toContain(
    'punctuation/doubled',
  )
})

test('rule ids in suppressions are links to the rule pages', async () => {
  const other = 'file:///drafts/links.md'
  await client.open(
    other,
    reportText.replace('现将', '<!-- hegao-disable-next-line punctuation/doubled -->\n现将'),
  )
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', {
    textDocument: { uri: other },
  })
  expect(links.map(({ target }) => target)).toEqual(['https://hegao.dev/rules/punctuation/doubled'])
  await client.close(other)
})

test('every action that suppresses by comment really does', async () => {
  const other = 'file:///drafts/suppress.md'
  const text = reportText.replace(
    '（三）规范行政执法',
    '| 项目 | 说明 |\n| --- | --- |\n| 培训 | 已完成。。 |\n\n（三）规范行政执法',
  )
  await client.open(other, text)
  const before = await client.diagnostics(other)
  let version = 1
  for (const diagnostic of before) {
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: other },
      range: diagnostic.range,
      context: { diagnostics: [] },
    })
    const action = actions.find(
      ({ title, diagnostics }) =>
        title.includes('加注释') &&
        JSON.stringify(diagnostics?.[0]?.range) === JSON.stringify(diagnostic.range) &&
        diagnostics?.[0]?.code === diagnostic.code,
    )
    await client.change(other, ++version, [{ text: applied(text, editsOf(action)) }])
    const wanted = version
    const after = await client.diagnostics(other, (published) => published.version === wanted)
    expect(after.length, `${diagnostic.code} at line ${diagnostic.range.start.line}`).toBeLessThan(
      before.length,
    )
    await client.change(other, ++version, [{ text }])
  }
  await client.close(other)
})

test('the panels get ledger, trace and outline', async () => {
  const ledger = await client.request<{
    figures: { text: string }[]
    claims: { verdict: string; arithmetic: string }[]
  }>('hegao/ledger', { uri })
  expect(ledger.figures.map(({ text }) => text)).toContain('40场次')
  expect(ledger.claims.find(({ verdict }) => verdict === 'inconsistent')?.arithmetic).toContain('93.75%')
  const trace = await client.request<{ rows: { verdict: string; causes: unknown[] }[] }>('hegao/trace', {
    uri,
  })
  expect(trace.rows.map(({ verdict }) => verdict)).toEqual(['answered', 'answered', 'unanswered'])
  expect(trace.rows.every(({ causes }) => causes.length > 0)).toBe(true)
  const outline = await client.request<{ period: number; missing: string[] }>('hegao/outline', { uri })
  expect(outline).toMatchObject({ period: 2024, missing: ['党政主要负责人履行第一责任人职责情况'] })
})

test('why a figure was not checked is told in words, whatever the reason', async () => {
  const other = 'file:///drafts/unchecked.md'
  const figures = '全年受理案件40件，同比增长12.5%，群众满意率98%，培训3次。力争明年办结率达到99%。'
  await client.open(other, reportText.replace('没有发生行政复议被纠错的情形。', figures))
  const ledger = await client.request<{ figures: { unchecked: string | null }[] }>('hegao/ledger', {
    uri: other,
  })
  const reasons = ledger.figures.flatMap(({ unchecked }) => unchecked ?? [])
  expect(new Set(reasons).size).toBeGreaterThanOrEqual(3)
  for (const reason of reasons) expect(reason).toMatch(/\p{Script=Han}/u)
  await client.close(other)
})

test('a rule page needs no network: it comes from the server, and opens as a file', async () => {
  const page = await client.request<string>('hegao/rulePage', { rule: 'punctuation/doubled' })
  expect(page).toContain('# punctuation/doubled')
  expect(await client.request('hegao/rulePage', { rule: 'no/such' })).toBeNull()
  await client.request('workspace/executeCommand', {
    command: 'hegao.server.openRule',
    arguments: ['punctuation/doubled', uri],
  })
  const shown = await client.message<{ uri: string }>('window/showDocument', (params) =>
    params.uri.includes('punctuation-doubled'),
  )
  expect(shown.uri).toMatch(/^file:/)
})

test('a new report has the mandated headings and the right years', async () => {
  const types = await client.request<{ profile: string }[]>('hegao/reportTypes', {})
  expect(types.map(({ profile }) => profile)).toEqual(['law-based-government'])
  const wanted = { profile: 'law-based-government', issuer: '青石镇', year: 2024, format: 'markdown' }
  const text = await client.request<string>('hegao/newReport', wanted)
  expect(text).toContain('# 青石镇2024年度法治政府建设情况报告')
  const other = 'untitled:Untitled-1'
  await client.open(other, text)
  const rules = (await client.diagnostics(other)).map(({ code }) => code)
  expect(rules).not.toContain('structure/missing-part')
  await client.close(other)
})
