import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { activateWith } from './activate.ts'
import { clientOptions } from './client.ts'

/** Starts the bundled server in a worker of the browser. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('hegao', { log: true })
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.browser.js')
  const worker = new Worker(script.toString(true))
  const client = new LanguageClient('hegao', 'hegao', worker, clientOptions(output))
  await activateWith(context, client, output)
}
