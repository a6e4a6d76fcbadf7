import { severityNames } from '@hegao/core'
import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import type { CheckedDraft } from './drafts.ts'
import { isConfiguration } from './drafts.ts'
import { codeActions, resolveAction } from './features/code-actions.ts'
import { codeLenses } from './features/code-lens.ts'
import { completion, configurationCompletion } from './features/completion.ts'
import { diagnosticsOfOutcome } from './features/diagnostics.ts'
import { configurationLinks, documentLinks } from './features/document-links.ts'
import { documentSymbols } from './features/document-symbols.ts'
import { foldingRanges } from './features/folding.ts'
import { format, formatRange } from './features/formatting.ts'
import { hover } from './features/hover.ts'
import { inlayHints } from './features/inlay-hints.ts'
import { definition, references } from './features/navigation.ts'
import { type NewReport, newReport, reportTypes } from './features/new-report.ts'
import { ledgerView, outlineView, traceView } from './features/panels.ts'
import { selectionRanges } from './features/selection-ranges.ts'
import { workspaceDiagnostics } from './features/workspace-diagnostics.ts'
import { type ReportType, type RuleView, requests } from './protocol.ts'
import type { Publisher } from './publisher.ts'
import { pageOf, ruleOf } from './rules.ts'
import type { Session } from './session.ts'

interface About {
  readonly textDocument: { readonly uri: string }
}

/** Connects each feature with its request. */
export function registerFeatures(session: Session, publisher: Publisher): void {
  const { connection, client, host, drafts } = session

  /**
   * A handler that answers from the draft at its present version. Without a draft the answer is `none`; a cancelled
   * request is answered at once; a feature that throws is logged and answers `none`: it takes nothing else down.
   */
  function onDraft<P, R>(
    uriOf: (params: P) => string,
    feature: (draft: CheckedDraft, params: P) => R,
    none: R,
  ) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
      if (token.isCancellationRequested) return cancelled()
      try {
        const draft = await session.draft(uriOf(params))
        if (token.isCancellationRequested) return cancelled()
        return draft ? feature(draft, params) : none
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
        return none
      }
    }
  }
  const ofDocument = (params: About): string => params.textDocument.uri
  const onText = <P extends About, R>(feature: (draft: CheckedDraft, params: P) => R, none: R) =>
    onDraft<P, R>(ofDocument, feature, none)
  const onUri = <R>(request: string, feature: (draft: CheckedDraft) => R): void => {
    const handler = onDraft<{ readonly uri: string }, R | null>((params) => params.uri, feature, null)
    connection.onRequest(
      request,
      handler as (params: { readonly uri: string }, token: CancellationToken) => unknown,
    )
  }

  connection.onHover(onText((draft, params) => hover(draft, params.position, client), null))
  connection.onCodeAction(
    onText((draft, params) => codeActions(draft, params, client, session.scope().trusted ? host : null), []),
  )
  connection.onCodeActionResolve(async (action) => {
    const uri: unknown = (action.data as { uri?: unknown } | undefined)?.uri
    const draft = typeof uri === 'string' ? await session.draft(uri) : null
    return resolveAction(action, () => draft, client)
  })
  connection.onCodeLens(onText((draft) => codeLenses(draft), []))
  connection.onDefinition(onText((draft, params) => definition(draft, params.position), []))
  connection.onReferences(
    onText((draft, params) => references(draft, params.position, params.context.includeDeclaration), []),
  )
  connection.onDocumentSymbol(onText((draft) => documentSymbols(draft, client), []))
  connection.onFoldingRanges(onText((draft) => foldingRanges(draft), []))
  connection.onSelectionRanges(onText((draft, params) => selectionRanges(draft, params.positions), []))
  connection.onDocumentFormatting(onText((draft) => format(draft), []))
  connection.onDocumentRangeFormatting(onText((draft, params) => formatRange(draft, params.range), []))
  connection.languages.inlayHint.on(onText((draft, params) => inlayHints(draft, params.range), []))

  const links = onText((draft) => documentLinks(draft, client), [])
  connection.onDocumentLinks((params, token) => {
    const settled = configurationAt(params.textDocument.uri)
    return settled ? configurationLinks(settled.document, settled.ruleset, client) : links(params, token)
  })
  const completions = onText(
    (draft, params: About & { position: { line: number; character: number } }) =>
      completion(draft, params.position),
    [],
  )
  connection.onCompletion((params, token) => {
    const settled = configurationAt(params.textDocument.uri)
    return settled
      ? configurationCompletion(settled.document, params.position, settled.ruleset, settled.locale)
      : completions(params, token)
  })

  onUri(requests.ledger, ledgerView)
  onUri(requests.trace, traceView)
  onUri(requests.outline, outlineView)
  connection.onRequest(requests.rulePage, async ({ rule, uri }: { rule: string; uri?: string }) => {
    const { configuration, locale } = await session.about(uri)
    const found = ruleOf(configuration.ruleset, rule)
    return found ? pageOf(found, locale) : null
  })
  connection.onRequest(requests.rules, async (): Promise<RuleView[]> => {
    const { configuration, locale } = await session.about(undefined)
    return configuration.ruleset.rules.map(({ id, title, severity }) => ({
      rule: id,
      title: title[locale],
      severity: severityNames[severity][locale],
    }))
  })
  connection.onRequest(requests.reportTypes, async (): Promise<ReportType[]> => {
    const { configuration, locale } = await session.about(undefined)
    return reportTypes(configuration.ruleset.profiles).map(({ id, name }) => ({
      profile: id,
      name: name[locale],
    }))
  })
  connection.onRequest(requests.newReport, async (wanted: NewReport) => {
    const { configuration } = await session.about(undefined)
    const profile = configuration.ruleset.profiles.find(({ id }) => id === wanted.profile)
    return profile ? newReport(profile, wanted) : null
  })

  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    const { uri } = params.textDocument
    await session.draft(uri)
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'cancelled', { retriggerRequest: false })
    const document = drafts.documentOf(uri)
    if (!document) return { kind: 'full', items: [] }
    const resultId = drafts.resultId(uri)
    if (params.previousResultId === resultId) return { kind: 'unchanged', resultId }
    return { kind: 'full', resultId, items: diagnosticsOfOutcome(drafts.now(uri), document, client) }
  })
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    workspaceDiagnostics(session, publisher, params, token, partial),
  )

  function configurationAt(uri: string) {
    const document = drafts.documentOf(uri)
    const configuration = drafts.configurationOf(uri)
    if (!isConfiguration(uri) || !document || !configuration) return null
    return {
      document,
      ruleset: configuration.ruleset,
      locale: configuration.options.locale ?? 'zh-CN',
    } as const
  }
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
}
