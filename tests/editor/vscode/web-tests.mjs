import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { startVscode } from '../lib/vscode.mjs'
import { makeWorkspace } from '../lib/workspace.mjs'

const patience = { timeout: 90_000 }

/** The web entry: the extension in VS Code's web worker host, its server in a worker of the browser. */
export async function testWeb(report, { installed, browser, extension }) {
  await testWorker(report, { browser, extension })
  const workspace = makeWorkspace()
  const vscode = await startVscode(installed)
  const files = await serveFolder(extension)
  const page = await browser.page()
  try {
    await page.route(
      ({ host, pathname }) => host === vscode.address && pathname === '/',
      async (route) => {
        const response = await route.fetch()
        // The page may ask only its own origin; the extension comes from another port of this machine.
        const headers = { ...response.headers() }
        delete headers['content-security-policy']
        delete headers['content-length']
        await route.fulfill({
          status: 200,
          headers,
          body: withExtension(await response.text(), files.address),
        })
      },
    )
    await page.goto(`http://${vscode.address}/?folder=${encodeURIComponent(workspace.folder)}`)
    const file = page.getByRole('treeitem', { name: /report\.md/ }).first()
    await file.dblclick({ timeout: 60_000 })
    await page.locator('.squiggly-error').first().waitFor(patience)
    await page.locator('.statusbar-item', { hasText: '法治政府建设年度报告 2024' }).first().waitFor(patience)
    await page.locator('.codelens-decoration', { hasText: '由（一）落实' }).first().waitFor(patience)
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
    await files.stop()
    workspace.remove()
  }
}

/**
 * The workbench page with the extension among those that come with it, loaded by address: the way to have one in the web
 * host with a worker of its own. (An extension that the remote server has installed may not start workers there.)
 */
function withExtension(page, address) {
  const [host, port] = address.split(':')
  const extension = { scheme: 'http', authority: `${host}:${port}`, path: '/' }
  return page.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_, head, settings) => {
      const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
      configuration.additionalBuiltinExtensions = [
        ...(configuration.additionalBuiltinExtensions ?? []),
        extension,
      ]
      const encoded = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
      return `${head}${encoded}"`
    },
  )
}

const types = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' }

/** Serves a folder's files to pages of any origin on this machine. */
async function serveFolder(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url, 'http://localhost').pathname)
    response.setHeader('Access-Control-Allow-Origin', '*')
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    response.end(readFileSync(path))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `localhost:${server.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
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
