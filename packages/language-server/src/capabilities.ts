import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver'
import type { Client } from './client.ts'
import { commands } from './commands.ts'
import { actionKinds } from './features/code-actions.ts'
import { completionTriggers } from './features/completion.ts'

/** What the server offers this client. Pull diagnostics only to clients that pull: to those nothing is pushed for open drafts. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'hegao',
        interFileDependencies: false,
        workspaceDiagnostics: true,
        workDoneProgress: false,
      },
    }),
    codeActionProvider: client.actionLiterals
      ? { codeActionKinds: [...actionKinds], resolveProvider: client.resolvesActions }
      : true,
    codeLensProvider: { resolveProvider: false },
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: false },
    definitionProvider: true,
    referencesProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentLinkProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    executeCommandProvider: { commands: Object.values(commands) },
    foldingRangeProvider: true,
    hoverProvider: true,
    inlayHintProvider: { resolveProvider: false },
    selectionRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: client.folderChanges } },
  }
}
