import { requests } from '@hegao/language-server/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Documents of this scheme are rule pages: `hegao-rule:/figures/ratio.md`. They come from the server, never from a network. */
const scheme = 'hegao-rule'

/** Shows rule pages. */
export interface RulePages extends vscode.Disposable {
  readonly open: (rule: string) => Promise<void>
}

/** Serves the pages that the server renders, and shows one in the Markdown preview beside the draft. */
export function registerRulePages(client: BaseLanguageClient): RulePages {
  const pages = new Map<string, string>()

  async function open(rule: string): Promise<void> {
    const markdown =
      pages.get(rule) ?? (await client.sendRequest<string | null>(requests.rulePage, { rule })) ?? null
    if (markdown === null) {
      void vscode.window.showWarningMessage(vscode.l10n.t('There is no rule "{0}".', rule))
      return
    }
    pages.set(rule, markdown)
    const uri = vscode.Uri.from({ scheme, path: `/${rule}.md` })
    try {
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri)
    } catch {
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true })
    }
  }

  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const rule = uri.path.replace(/^\//, '').replace(/\.md$/, '')
      return pages.get(rule) ?? (await client.sendRequest<string | null>(requests.rulePage, { rule })) ?? ''
    },
  })
  const shown = client.onNotification(
    requests.showRule,
    ({ rule, markdown }: { rule: string; markdown: string }) => {
      pages.set(rule, markdown)
      void open(rule)
    },
  )
  return { open, dispose: () => vscode.Disposable.from(provider, shown).dispose() }
}
