// Runs inside VS Code's extension host, with the real `vscode` API. Prints `ok name` lines for the runner.
const assert = require('node:assert')
const vscode = require('vscode')

/** Asks again until there is an answer: right after diagnostics arrive, providers may answer `Canceled` or nothing. */
async function until(what, ask, seconds = 20) {
  const end = Date.now() + seconds * 1000
  let last
  for (;;) {
    try {
      last = await ask()
      if (last) return last
    } catch (error) {
      if (!/cancell?ed/i.test(String(error)) || Date.now() > end) throw error
    }
    if (Date.now() > end) throw new Error(`gave up waiting for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const own = (uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'hegao')
const codeOf = ({ code }) => (typeof code === 'object' ? code.value : code)
const has = (uri, code) => own(uri).some((diagnostic) => codeOf(diagnostic) === code)
const execute = (command, ...args) => vscode.commands.executeCommand(command, ...args)

async function show(name) {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name)
  const document = await vscode.workspace.openTextDocument(uri)
  const editor = await until('the editor', () => vscode.window.showTextDocument(document))
  return { uri, document, editor }
}

function placeOf(document, words) {
  const start = document.getText().indexOf(words)
  assert.notStrictEqual(start, -1, words)
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length))
}

const tests = {
  async 'a report has its findings, with link and evidence'() {
    const { uri, document } = await show('report.md')
    await until('findings', () => has(uri, 'figures/ratio'))
    const ratio = own(uri).find((diagnostic) => codeOf(diagnostic) === 'figures/ratio')
    assert.strictEqual(ratio.severity, vscode.DiagnosticSeverity.Error)
    assert.match(ratio.message, /93\.75%/)
    assert.strictEqual(ratio.code.target.scheme, 'command')
    assert.ok(ratio.relatedInformation.length > 0)
    const doubled = own(uri).find((diagnostic) => codeOf(diagnostic) === 'punctuation/doubled')
    assert.strictEqual(document.getText(doubled.range), '。。')
    assert.ok(has(uri, 'structure/missing-part'))
  },
  async 'each finding is shown once, though the server could push and pull'() {
    const { uri } = await show('report.md')
    const seen = own(uri).map((one) => `${codeOf(one)} ${JSON.stringify(one.range)} ${one.message}`)
    assert.deepStrictEqual(seen, [...new Set(seen)])
  },
  async 'other notes are left alone until the setting says otherwise'() {
    const { uri } = await show('README.md')
    await until('the status', async () => own(uri).length === 0)
    const settings = vscode.workspace.getConfiguration('hegao')
    await settings.update('check', 'all', vscode.ConfigurationTarget.Workspace)
    await until('findings', () => has(uri, 'punctuation/doubled'))
    await settings.update('check', undefined, vscode.ConfigurationTarget.Workspace)
    await until('no findings', () => own(uri).length === 0)
  },
  async 'a hover tells reason and basis'() {
    const { uri, document } = await show('report.md')
    const hovers = await until('a hover', async () => {
      const found = await execute('vscode.executeHoverProvider', uri, placeOf(document, '。。').start)
      return found.length > 0 && found
    })
    assert.match(hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join(), /依据/)
  },
  async 'lenses, symbols, folds, links of the outline'() {
    const { uri } = await show('report.md')
    const lenses = await until('lenses', async () => {
      const found = await execute('vscode.executeCodeLensProvider', uri, 50)
      return found.length > 0 && found
    })
    const titles = lenses.map(({ command }) => command?.title)
    assert.ok(titles.includes('由（一）落实'), titles.join())
    assert.ok(titles.includes('无对应安排'), titles.join())
    const symbols = await execute('vscode.executeDocumentSymbolProvider', uri)
    assert.ok(
      symbols.some(({ name, detail }) => name.startsWith('二、') && /不足/.test(detail)),
      JSON.stringify(symbols),
    )
    const folds = await execute('vscode.executeFoldingRangeProvider', uri)
    assert.ok(folds.length > 2)
  },
  async 'from a shortcoming to its measure'() {
    const { uri, document } = await show('report.md')
    const targets = await execute(
      'vscode.executeDefinitionProvider',
      uri,
      placeOf(document, '执法力量薄弱').start,
    )
    const ranges = targets.map((target) => target.range ?? target.targetRange)
    assert.ok(
      ranges.some(({ start }) => start.isEqual(placeOf(document, '充实一线执法人员').start)),
      JSON.stringify(targets),
    )
  },
  async 'a missing heading is completed, and then it is not missing'() {
    const { uri, document } = await show('report.md')
    const end = placeOf(document, '青石镇人民政府\n').start
    const edit = new vscode.WorkspaceEdit()
    edit.insert(uri, end, '\n\n')
    await vscode.workspace.applyEdit(edit)
    const list = await until('completions', async () => {
      const found = await execute('vscode.executeCompletionItemProvider', uri, end)
      return found.items.some(({ detail }) => /标题/.test(detail ?? '')) && found
    })
    const heading = list.items.find(({ detail }) => /第一责任人/.test(detail ?? ''))
    const insert = new vscode.WorkspaceEdit()
    insert.replace(
      uri,
      heading.range.inserting ?? heading.range,
      `${heading.insertText}\n\n镇党委、镇政府主要负责人认真履行推进法治建设第一责任人职责，带头学法用法。\n`,
    )
    await vscode.workspace.applyEdit(insert)
    await until('the part', () => !has(uri, 'structure/missing-part'))
    await execute('undo')
    await execute('undo')
    await until('the finding', () => has(uri, 'structure/missing-part'))
  },
  async 'a quick fix is applied, and the finding goes'() {
    const { uri, document } = await show('report.md')
    const range = placeOf(document, '。。')
    const actions = await until('actions', async () => {
      const found = await execute(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
      )
      return found.some(({ isPreferred }) => isPreferred) && found
    })
    const fix = actions.find(({ isPreferred }) => isPreferred)
    assert.ok(actions.some(({ title }) => /规则说明/.test(title)))
    await vscode.workspace.applyEdit(fix.edit)
    await until('the fix', () => !has(uri, 'punctuation/doubled'))
    assert.ok(has(uri, 'figures/ratio'))
    await execute('undo')
    await until('the finding again', () => has(uri, 'punctuation/doubled'))
  },
  async 'all safe fixes by command'() {
    const { uri, document } = await show('report.md')
    assert.strictEqual(await execute('hegao.fixAll'), true)
    await until('the fix', () => !has(uri, 'punctuation/doubled'))
    assert.ok(document.getText().includes('办结率100%'))
    await execute('undo')
    await until('the finding again', () => has(uri, 'punctuation/doubled'))
  },
  async 'ledger and trace open as panels'() {
    await show('report.md')
    await execute('hegao.showLedger')
    await execute('hegao.showTrace')
    const kinds = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.map(({ input }) => String(input?.viewType ?? '')),
      )
    await until(
      'the panels',
      () =>
        kinds().some((kind) => kind.endsWith('hegao.ledger')) &&
        kinds().some((kind) => kind.endsWith('hegao.trace')),
    )
  },
  async 'a rule page opens without a network'() {
    await execute('hegao.openRule', 'figures/ratio')
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('hegao-rule:/figures/ratio.md'))
    assert.match(page.getText(), /# figures\/ratio/)
    assert.match(page.getText(), /为什么/)
  },
  async 'the whole folder is checked by command'() {
    const outcome = await execute('hegao.checkWorkspace')
    assert.ok(outcome.drafts >= 1 && outcome.findings >= 3, JSON.stringify(outcome))
  },
  async 'the server can be restarted'() {
    const { uri } = await show('report.md')
    await execute('hegao.restart')
    await until('findings', () => has(uri, 'figures/ratio'))
  },
}

exports.run = async () => {
  let failed = 0
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test()
      console.log(`ok ${name}`)
    } catch (error) {
      failed++
      console.log(
        `not ok ${name} # ${String(error?.stack ?? error)
          .replaceAll('\n', ' | ')
          .slice(0, 800)}`,
      )
    }
  }
  console.log(`ok the suite ran to its end`)
  if (failed > 0) throw new Error(`${failed} failed`)
}
