#!/usr/bin/env node
// Drives the language server and the extension with clients that nobody here wrote: Neovim, Emacs with eglot, Vim with
// ALE, and real VS Code in Chromium. A client that is missing is a failure. Debian packages: apt-packages.txt.
//   node tests/editor/run.mjs [clients] [host] [ui] [web]      (all of them when none is named)
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { packExtension } from '../../extension/package.mjs'
import { generate } from '../../scripts/generate.mjs'
import { root } from '../../scripts/lib/files.mjs'
import { startBrowser } from './lib/browser.mjs'
import { testClients } from './lib/client-scripts.mjs'
import { installVscode } from './lib/install-vscode.mjs'
import { makeReport } from './lib/report.mjs'
import { testInHost } from './vscode/host-tests.mjs'
import { testUi } from './vscode/ui-tests.mjs'
import { testWeb } from './vscode/web-tests.mjs'

const suites = { clients: testClients, host: testInHost, ui: testUi, web: testWeb }
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in suites))
if (unknown.length > 0) {
  console.error(`no suite ${unknown.join(', ')}; known: ${Object.keys(suites).join(', ')}`)
  process.exit(2)
}

const output = join(root, '.cache/editor')
const extension = join(root, 'extension')
const report = makeReport()
let browser

/** Runs one suite; whatever keeps it from running counts as its failure. */
async function attempt(name, run) {
  if (wanted.length > 0 && !wanted.includes(name)) return
  try {
    await run()
  } catch (error) {
    report.tell(name, 'the suite can run', false, String(error?.message ?? error).split('\n')[0])
  }
}

mkdirSync(output, { recursive: true })
await generate()
const vsix = await packExtension(join(output, 'hegao.vsix'))
await attempt('clients', () => testClients(report, join(extension, 'dist/server.js')))
const inVscode = (suite) => async () => {
  const installed = installVscode()
  browser ??= await startBrowser()
  await suite(report, { installed, browser, vsix, extension, screenshots: join(output, 'screenshots') })
}
await attempt('host', inVscode(testInHost))
await attempt('ui', inVscode(testUi))
await attempt('web', inVscode(testWeb))
await browser?.stop()

const { passed, failed } = report.summary()
console.log(`editor: ${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
