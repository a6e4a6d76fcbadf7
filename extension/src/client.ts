import { type InitializationOptions, requests } from '@hegao/language-server/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'

/** The documents that are handed to the server: drafts wherever they come from, and the configuration. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web']

/** What the client tells the server, on the desktop and in the browser alike. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    trusted: vscode.workspace.isTrusted,
    panels: true,
    rulePage: 'command:hegao.openRule?%5B%22{rule}%22%5D',
    // A plain copy: the object itself has methods, which cannot be sent to a worker.
    settings: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('hegao'))),
  }
  return {
    documentSelector: [
      ...schemes.flatMap((scheme) => [
        { scheme, language: 'markdown' },
        { scheme, language: 'plaintext' },
      ]),
      { scheme: 'file', pattern: '**/hegao.yaml' },
    ],
    initializationOptions,
    outputChannel: output,
    traceOutputChannel: output,
    diagnosticCollectionName: 'hegao',
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    markdown: { isTrusted: { enabledCommands: ['hegao.openRule'] } },
  }
}

/** What an activated extension keeps: its client, which may be restarted. */
export interface Running {
  readonly client: BaseLanguageClient
  readonly output: vscode.LogOutputChannel
}

/** Tells the server when the user begins to trust the folders. */
export function watchTrust(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.onDidGrantWorkspaceTrust(() => client.sendNotification(requests.trust))
}
