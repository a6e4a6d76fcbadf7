import type { InitializeParams } from 'vscode-languageserver'

/** What the client at the other end can do; everything that it does not declare, it cannot. */
export interface Client {
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly refreshesLenses: boolean
  readonly refreshesHints: boolean
  readonly relatedInformation: boolean
  readonly ruleLinks: boolean
  readonly diagnosticTags: boolean
  readonly actionLiterals: boolean
  /** An action's edit may be computed when the action is chosen, and the client brings back what it needs for that. */
  readonly resolvesActions: boolean
  readonly documentChanges: boolean
  readonly appliesEdits: boolean
  readonly configuration: boolean
  readonly configurationChanges: boolean
  readonly watchesFiles: boolean
  readonly folderChanges: boolean
  readonly showsDocuments: boolean
  readonly progress: boolean
  readonly nestedSymbols: boolean
  readonly foldsLinesOnly: boolean
  readonly markdownHover: boolean
  /** Our own extension: takes `hegao/status` and `hegao/openRule`. */
  readonly panels: boolean
  /** How an address of a rule page is made: `{rule}` stands for the rule's id. */
  readonly rulePage: string
}

/** Where rule pages are published. */
export const publishedRulePage = 'https://hegao.dev/rules/{rule}'

/** Options that a client may send with `initialize`. */
export interface InitializationOptions {
  readonly settings?: unknown
  readonly trusted?: boolean
  readonly panels?: boolean
  readonly rulePage?: string
}

/** The initialization options in whatever the client sent. */
export function initializationOptions(params: InitializeParams): InitializationOptions {
  const sent: unknown = params.initializationOptions
  return typeof sent === 'object' && sent !== null ? (sent as InitializationOptions) : {}
}

/** Reads a client's capabilities. */
export function clientFrom(params: InitializeParams): Client {
  const { textDocument, workspace, window } = params.capabilities
  const options = initializationOptions(params)
  const action = textDocument?.codeAction
  return Object.freeze({
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    ruleLinks:
      textDocument?.publishDiagnostics?.codeDescriptionSupport === true ||
      textDocument?.diagnostic?.codeDescriptionSupport === true,
    diagnosticTags:
      textDocument?.publishDiagnostics?.tagSupport !== undefined ||
      textDocument?.diagnostic?.tagSupport !== undefined,
    actionLiterals: action?.codeActionLiteralSupport !== undefined,
    resolvesActions:
      action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits: workspace?.applyEdit === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    showsDocuments: window?.showDocument?.support === true,
    progress: window?.workDoneProgress === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldsLinesOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') !== false,
    panels: options.panels === true,
    rulePage: typeof options.rulePage === 'string' ? options.rulePage : publishedRulePage,
  })
}

/** The address of a rule's page for this client. */
export function rulePageOf(client: Client, rule: string): string {
  return client.rulePage.replaceAll('{rule}', rule)
}
