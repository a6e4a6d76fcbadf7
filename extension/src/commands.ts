import { type ReportType, type RuleView, requests, commands as server } from '@hegao/language-server/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Registers the commands of the palette. */
export function registerCommands(
  client: BaseLanguageClient,
  output: vscode.LogOutputChannel,
  openRulePage: (rule: string) => Promise<void>,
): vscode.Disposable {
  const register = vscode.commands.registerCommand
  const asking = client.onRequest(
    requests.ask,
    async ({ prompt, value }: { prompt: string; value: string }) => {
      return (await vscode.window.showInputBox({ prompt, value, ignoreFocusOut: true })) ?? null
    },
  )
  return vscode.Disposable.from(
    asking,
    register('hegao.checkWorkspace', () => execute(client, server.checkWorkspace)),
    register('hegao.fixAll', () => fixAll(client)),
    register('hegao.newReport', () => newReport(client)),
    register('hegao.openRule', (rule?: unknown) => openRule(client, rule, openRulePage)),
    register('hegao.showOutput', () => output.show()),
    register('hegao.restart', () => restart(client)),
  )
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop()
  await client.start()
}

function execute<R>(client: BaseLanguageClient, command: string, ...args: unknown[]): Promise<R> {
  return client.sendRequest<R>('workspace/executeCommand', { command, arguments: args })
}

async function fixAll(client: BaseLanguageClient): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document
  if (!document) return false
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const changed = await execute<boolean>(client, server.fixAll, uri)
  if (!changed) void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to fix safely.'))
  return changed
}

async function openRule(
  client: BaseLanguageClient,
  asked: unknown,
  open: (rule: string) => Promise<void>,
): Promise<void> {
  if (typeof asked === 'string') {
    await open(asked)
    return
  }
  const rules = await client.sendRequest<RuleView[]>(requests.rules, {})
  const chosen = await vscode.window.showQuickPick(
    rules.map(({ rule, title, severity }) => ({ label: title, description: rule, detail: severity, rule })),
    { placeHolder: vscode.l10n.t('Rule'), matchOnDescription: true },
  )
  if (chosen) await open(chosen.rule)
}

/** Asks for type, issuer and year, and opens a skeleton that is not saved yet. */
async function newReport(client: BaseLanguageClient): Promise<void> {
  const { t } = vscode.l10n
  const types = await client.sendRequest<ReportType[]>(requests.reportTypes, {})
  const only = types.length === 1 ? types[0] : undefined
  const type =
    only ??
    (await vscode.window.showQuickPick(
      types.map((one) => ({ ...one, label: one.name })),
      { placeHolder: t('Type of report') },
    ))
  if (!type) return
  const issuer = await vscode.window.showInputBox({
    title: type.name,
    ignoreFocusOut: true,
    prompt: t('Who reports? The name as it stands in the title'),
    placeHolder: t('e.g. 青石镇'),
    validateInput: (value) => (value.trim() === '' ? t('The issuer is needed for the title') : undefined),
  })
  if (issuer === undefined) return
  const year = await vscode.window.showInputBox({
    title: type.name,
    ignoreFocusOut: true,
    prompt: t('Which year is the report about?'),
    value: String(new Date().getFullYear() - 1),
    validateInput: (value) => (/^(?:19|20)\d\d$/.test(value) ? undefined : t('A year in four digits')),
  })
  if (year === undefined) return
  const wanted = { profile: type.profile, issuer: issuer.trim(), year: Number(year), format: 'markdown' }
  const content = await client.sendRequest<string | null>(requests.newReport, wanted)
  if (content === null) return
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
  await vscode.window.showTextDocument(document)
}
