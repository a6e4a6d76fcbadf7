import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { watchTrust } from './client.ts'
import { registerCommands } from './commands.ts'
import { registerPanels } from './panels.ts'
import { registerRulePages } from './rule-pages.ts'
import { showStatus } from './status-bar.ts'

/** Starts the client and everything around it. The returned promise ends when the server answers. */
export async function activateWith(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  output: vscode.LogOutputChannel,
): Promise<void> {
  const statuses = new vscode.EventEmitter<string>()
  const rulePages = registerRulePages(client)
  context.subscriptions.push(
    output,
    statuses,
    rulePages,
    watchTrust(client),
    registerPanels(client, statuses.event),
    registerCommands(client, output, rulePages.open),
    showStatus(client, (uri) => statuses.fire(uri)),
    { dispose: () => void client.stop() },
  )
  try {
    await client.start()
  } catch (error) {
    output.error(error instanceof Error ? error : String(error))
    const show = vscode.l10n.t('Show Output')
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t('hegao could not start its language server; drafts are not checked.'),
      show,
    )
    if (chosen === show) output.show()
  }
}
