import * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateWith } from './activate.ts'
import { clientOptions } from './client.ts'

/** Starts the bundled server in a process of its own, so that typing never waits for it. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('hegao', { log: true })
  const module = context.asAbsolutePath('dist/server.js')
  const server = { module, transport: TransportKind.ipc }
  const client = new LanguageClient(
    'hegao',
    'hegao',
    { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    clientOptions(output),
  )
  await activateWith(context, client, output)
}
