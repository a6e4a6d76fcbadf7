import { requests, type StatusView } from '@hegao/language-server/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Shows for the active draft how many findings it has and what it was recognised as; calls back after each check. */
export function showStatus(client: BaseLanguageClient, checked: (uri: string) => void): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('hegao.status', vscode.StatusBarAlignment.Right, 110)
  item.name = 'hegao'
  const known = new Map<string, StatusView>()

  function show(): void {
    const document = vscode.window.activeTextEditor?.document
    const isDraft = document && /^(?:markdown|plaintext)$/.test(document.languageId)
    const status = document && known.get(document.uri.toString())
    void vscode.commands.executeCommand('setContext', 'hegao.checked', status?.checked === true)
    if (!isDraft || !status) {
      item.hide()
      return
    }
    const view = status.checked ? checkedView(status) : uncheckedView()
    item.text = view.text
    item.tooltip = view.tooltip
    item.command = view.command
    item.accessibilityInformation = { label: view.tooltip }
    item.show()
  }

  const listening = [
    client.onNotification(requests.status, (status: StatusView) => {
      const uri = client.protocol2CodeConverter.asUri(status.uri).toString()
      known.set(uri, status)
      show()
      checked(uri)
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
    item,
  ]
  return vscode.Disposable.from(...listening)
}

interface View {
  readonly text: string
  readonly tooltip: string
  readonly command: string | vscode.Command
}

function checkedView({ counts, profileName, period, recognised, notes }: StatusView): View {
  const { t } = vscode.l10n
  const all = counts.error + counts.warning + counts.info + counts.hint
  const found =
    all === 0
      ? '$(check)'
      : [
          ...(counts.error > 0 ? [`$(error) ${counts.error}`] : []),
          ...(counts.warning > 0 ? [`$(warning) ${counts.warning}`] : []),
          ...(counts.info + counts.hint > 0 ? [`$(info) ${counts.info + counts.hint}`] : []),
        ].join(' ')
  const type = period === null ? profileName : `${profileName} ${period}`
  const lines = [
    t('{0} errors, {1} warnings, {2} notes', counts.error, counts.warning, counts.info + counts.hint),
    recognised
      ? t('Recognised as: {0}', type)
      : t('Not recognised as a known type of report: checked as {0}', type),
    ...(notes > 0 ? [t('{0} things could not be checked; see the problems', notes)] : []),
  ]
  return {
    text: `${t('hegao')} ${found} · ${type}`,
    tooltip: lines.join('\n'),
    command: 'workbench.actions.view.problems',
  }
}

function uncheckedView(): View {
  const { t } = vscode.l10n
  return {
    text: `$(circle-slash) ${t('hegao')}`,
    tooltip: t(
      'This document is not checked: it was not recognised as a report and no hegao.yaml governs it. Choose to change which documents are checked.',
    ),
    command: {
      title: t('Settings'),
      command: 'workbench.action.openSettings',
      arguments: ['hegao.check'],
    },
  }
}
