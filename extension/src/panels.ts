import { type LedgerView, requests, type TraceView } from '@hegao/language-server/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ledgerPage } from './panel-pages/ledger-page.ts'
import { randomNonce, type Translate } from './panel-pages/page.ts'
import { tracePage } from './panel-pages/trace-page.ts'

const translate: Translate = (text, ...args) => vscode.l10n.t(text, ...args)

/** A kind of panel: where its content comes from and how it looks. */
interface PanelKind<View> {
  readonly id: string
  readonly title: string
  readonly request: string
  readonly page: (view: View, nonce: string, t: Translate, language: string) => string
}

/** An open panel and the draft that it shows. */
interface OpenPanel {
  readonly panel: vscode.WebviewPanel
  uri: string
}

/** The ledger and the trace beside the draft: they follow each check, and choosing a row shows its place. */
export function registerPanels(
  client: BaseLanguageClient,
  onChecked: vscode.Event<string>,
): vscode.Disposable {
  const { t } = vscode.l10n
  const kinds = [
    { id: 'hegao.ledger', title: t('Ledger of Figures'), request: requests.ledger, page: ledgerPage },
    { id: 'hegao.trace', title: t('Shortcomings and Measures'), request: requests.trace, page: tracePage },
  ] as const
  const open = new Map<string, OpenPanel>()

  async function refresh(kind: PanelKind<LedgerView> | PanelKind<TraceView>): Promise<void> {
    const shown = open.get(kind.id)
    if (!shown) return
    const uri = client.code2ProtocolConverter.asUri(vscode.Uri.parse(shown.uri))
    const view = await client.sendRequest<(LedgerView & TraceView) | null>(kind.request, { uri })
    if (open.get(kind.id) !== shown || view === null) return
    shown.panel.webview.html = kind.page(view, randomNonce(), translate, vscode.env.language)
  }

  async function show(kind: PanelKind<LedgerView> | PanelKind<TraceView>): Promise<void> {
    const editor = vscode.window.activeTextEditor
    const known = open.get(kind.id)
    const uri = editor?.document.uri.toString() ?? known?.uri
    if (uri === undefined) return
    if (known) {
      known.uri = uri
      known.panel.reveal(undefined, true)
    } else {
      const panel = vscode.window.createWebviewPanel(
        kind.id,
        kind.title,
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
      )
      open.set(kind.id, { panel, uri })
      panel.onDidDispose(() => open.delete(kind.id))
      panel.webview.onDidReceiveMessage((message: unknown) => jump(open.get(kind.id)?.uri, message))
    }
    await refresh(kind)
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('hegao.showLedger', () => show(kinds[0])),
    vscode.commands.registerCommand('hegao.showTrace', () => show(kinds[1])),
    onChecked((uri) => {
      for (const kind of kinds) if (open.get(kind.id)?.uri === uri) void refresh(kind)
    }),
    {
      dispose() {
        for (const { panel } of open.values()) panel.dispose()
      },
    },
  )
}

/** Shows the place that a row stands for, in the column of the draft. Anything but four numbers is ignored. */
async function jump(uri: string | undefined, message: unknown): Promise<void> {
  const place = (message as { place?: unknown } | null)?.place
  if (uri === undefined || !Array.isArray(place) || place.length !== 4 || !place.every(Number.isInteger))
    return
  const [startLine, startCharacter, endLine, endCharacter] = place as [number, number, number, number]
  const selection = new vscode.Range(startLine, startCharacter, endLine, endCharacter)
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document)
  const viewColumn = visible?.viewColumn ?? vscode.ViewColumn.One
  await vscode.window.showTextDocument(document, { selection, viewColumn, preserveFocus: false })
}
