import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startVscode } from '../lib/vscode.mjs'
import { makeWorkspace } from '../lib/workspace.mjs'

const patience = { timeout: 30_000 }

/** The web entry: the extension in VS Code's web worker host, its server in a worker of the browser. */
export async function testWeb(report, { installed, browser, vsix, extension }) {
  await testWorker(report, { browser, extension })
  const workspace = makeWorkspace()
  const settings = { 'remote.extensionKind': { 'hegao.hegao-vscode': ['ui'] } }
  const vscode = await startVscode({ ...installed, vsix, settings })
  const page = await browser.page()
  const workers = []
  page.on('worker', (worker) => workers.push(worker.url()))
  try {
    await page.goto(`http://${vscode.address}/?folder=${encodeURIComponent(workspace.folder)}`)
    const file = page.getByRole('treeitem', { name: /report\.md/ }).first()
    await file.dblclick({ timeout: 60_000 })
    await page.locator('.squiggly-error').first().waitFor(patience)
    await page.locator('.statusbar-item', { hasText: '法治政府建设年度报告 2024' }).first().waitFor(patience)
    report.tell('vscode web', 'a report is checked in the web extension host', true)
  } catch (error) {
    report.tell(
      'vscode web',
      'a report is checked in the web extension host',
      false,
      String(error.message).split('\n')[0],
    )
  } finally {
    await page.context().close()
    await vscode.stop()
    workspace.remove()
  }
}

/** The browser build by itself: a page without an editor talks to it as any web editor would. */
async function testWorker(report, { browser, extension }) {
  const page = await browser.page()
  const { draft, remove } = makeWorkspace()
  const text = readFileSync(draft, 'utf8')
  try {
    await page.route('http://127.0.0.1:9/**', (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({
            contentType: 'text/javascript',
            body: readFileSync(join(extension, 'dist/server.browser.js'), 'utf8'),
          })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    )
    await page.goto('http://127.0.0.1:9/')
    const codes = await page.evaluate(async (content) => {
      const worker = new Worker('/server.js')
      const diagnostics = new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message))
        worker.onmessage = ({ data }) => {
          if (data.id === 1) {
            worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} })
            const textDocument = {
              uri: 'memory:/report.md',
              languageId: 'markdown',
              version: 1,
              text: content,
            }
            worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } })
          } else if (data.method === 'textDocument/publishDiagnostics') resolve(data.params.diagnostics)
        }
      })
      const params = { processId: null, rootUri: null, capabilities: {} }
      worker.postMessage({ jsonrpc: '2.0', id: 1, method: 'initialize', params })
      return (await diagnostics).map(({ code }) => code)
    }, text)
    const expected = ['structure/missing-part', 'punctuation/doubled', 'figures/ratio']
    report.tell(
      'browser worker',
      'a report is checked',
      expected.every((code) => codes.includes(code)),
      codes.join(),
    )
  } catch (error) {
    report.tell('browser worker', 'a report is checked', false, String(error.message).split('\n')[0])
  } finally {
    await page.context().close()
    remove()
  }
}
