import { fileURLToPath } from 'node:url'
import { startVscode } from '../lib/vscode.mjs'
import { makeWorkspace } from '../lib/workspace.mjs'

const suite = fileURLToPath(new URL('./suite.js', import.meta.url))

/** Runs the suite inside VS Code's extension host against the unpacked extension. */
export async function testInHost(report, { installed, browser, extension }) {
  const workspace = makeWorkspace()
  const vscode = await startVscode({ ...installed, smokeTest: true })
  const page = await browser.page()
  try {
    const lines = []
    const ended = new Promise((resolve) => {
      setTimeout(() => resolve('it took more than two minutes'), 120_000).unref()
      void page.exposeFunction('codeAutomationExit', resolve)
    })
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      for (const line of args.map(String).join(' ').split('\n')) lines.push(line.trim())
    })
    const remote = (path) => `vscode-remote://${vscode.address}${path}`
    const payload = [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(suite)],
    ]
    const query = `folder=${encodeURIComponent(workspace.folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`
    await page.goto(`http://${vscode.address}/?${query}`)
    const code = await ended
    report.tellLines(
      'vscode host',
      lines.map((line) => line.replace(/^.*?((?:not )?ok )/, '$1')),
    )
    report.tell(
      'vscode host',
      'the suite ends well',
      code === 0,
      `exit ${code}; ${lines.slice(-5).join(' | ')}`,
    )
  } finally {
    await page.context().close()
    await vscode.stop()
    workspace.remove()
  }
}
