import { MessageType, type Range } from 'vscode-languageserver'
import { commands } from './commands.ts'
import { reasonOf } from './features/diagnostics.ts'
import { fixAllEdits } from './features/fixes.ts'
import { editOf } from './features/workspace-edit.ts'
import { requests } from './protocol.ts'
import type { Publisher } from './publisher.ts'
import { pageOf, ruleOf } from './rules.ts'
import type { Session } from './session.ts'
import { tell } from './tell.ts'
import { wordsOf } from './words.ts'

/** Connects the commands; one that fails says why in the editor instead of failing silently. */
export function registerCommands(session: Session, publisher: Publisher): void {
  const { connection } = session
  const handlers: Readonly<Record<string, (args: readonly unknown[]) => Promise<unknown>>> = {
    [commands.showPlace]: ([uri, range]) => showPlace(session, uri as string, range as Range),
    [commands.openRule]: ([rule, uri]) => openRule(session, rule as string, uri as string | undefined),
    [commands.addToBaseline]: ([uri, rule, start, end]) =>
      addToBaseline(session, uri as string, rule as string, start as number, end as number),
    [commands.addTerm]: ([uri, word]) => addTerm(session, uri as string, word as string),
    [commands.fixAll]: ([uri]) => fixAll(session, uri as string),
    [commands.checkWorkspace]: () => checkWorkspace(session, publisher),
  }
  connection.onExecuteCommand(async ({ command, arguments: args }) => {
    try {
      return (await handlers[command]?.(args ?? [])) ?? null
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
      tell(connection, MessageType.Error, `${command}: ${reasonOf(error)}`)
      return null
    }
  })

  async function fixAll({ client }: Session, uri: string): Promise<boolean> {
    const draft = await session.draft(uri)
    if (!draft || !client.appliesEdits) return false
    const edits = fixAllEdits(draft, () => true)
    if (edits.length === 0) return false
    const { applied } = await connection.workspace.applyEdit(editOf(draft, edits, client))
    return applied
  }

  async function addToBaseline(
    { host }: Session,
    uri: string,
    rule: string,
    start: number,
    end: number,
  ): Promise<unknown> {
    const draft = await session.draft(uri)
    const findings = (draft?.result.findings ?? []).filter(
      (finding) => finding.rule === rule && finding.range.start === start && finding.range.end === end,
    )
    if (!draft || !host.addToBaseline || !session.scope().trusted || findings.length === 0) return null
    const written = await host.addToBaseline(uri, draft.result, findings, session.scope())
    await session.reload()
    tell(connection, MessageType.Info, wordsOf(draft.locale).baselineWritten(written))
    return written
  }

  /** Asks what to write instead where the client can ask; else the list is opened with the answer left to fill in. */
  async function addTerm({ host, client }: Session, uri: string, wrong: string): Promise<unknown> {
    if (!host.addTerm || !session.scope().trusted) return null
    const words = wordsOf((await session.about(uri)).locale)
    const right = client.panels
      ? await connection.sendRequest<string | null>(requests.ask, {
          prompt: words.writeInstead(wrong),
          value: wrong,
        })
      : words.fillIn
    if (right === null || right.trim() === '' || right === wrong) return null
    const list = await host.addTerm(uri, { wrong, right: right.trim() }, session.scope())
    await session.reload()
    if (!client.panels && client.showsDocuments)
      await connection.window.showDocument({ uri: list, takeFocus: true })
    return list
  }
}

async function showPlace({ connection, client }: Session, uri: string, range: Range): Promise<boolean> {
  if (!client.showsDocuments) return false
  const { success } = await connection.window.showDocument({ uri, selection: range, takeFocus: true })
  return success
}

/** Shows a rule's page: in our own extension's reader, else as a file, else as a message. Never needs a network. */
async function openRule(session: Session, id: string, uri: string | undefined): Promise<boolean> {
  const { connection, client, host } = session
  const { configuration, locale } = await session.about(uri)
  const rule = ruleOf(configuration.ruleset, id)
  if (!rule) {
    tell(connection, MessageType.Warning, wordsOf(locale).noSuchRule(id))
    return false
  }
  const markdown = pageOf(rule, locale)
  if (client.panels) {
    await connection.sendNotification(requests.showRule, { rule: id, markdown })
    return true
  }
  if (host.keepPage && client.showsDocuments) {
    const page = await host.keepPage(id, markdown)
    return (await connection.window.showDocument({ uri: page, takeFocus: true })).success
  }
  tell(connection, MessageType.Info, `${rule.id} ${rule.title[locale]}：${rule.message[locale]}`)
  return true
}

/** Checks all drafts of the open folders, with progress; the user may stop it. Returns how many drafts and findings. */
async function checkWorkspace(
  session: Session,
  publisher: Publisher,
): Promise<{ drafts: number; findings: number }> {
  const { connection, client, stored } = session
  const settings = await session.settingsOf(null)
  const words = wordsOf(settings.locale ?? 'zh-CN')
  const all = await stored.list(session.scope())
  const progress = client.progress ? await connection.window.createWorkDoneProgress() : null
  progress?.begin(words.checking, 0, '', true)
  let count = 0
  let findings = 0
  for (const [nth, uri] of all.entries()) {
    if (progress?.token.isCancellationRequested) break
    const open = await session.draft(uri)
    if (open) {
      count++
      findings += open.result.findings.length
    } else {
      const outcome = await stored.check(uri, session.scope(), settings)
      if (outcome.checked) count++
      findings += outcome.findings
      publisher.publishStored(uri, outcome.diagnostics)
    }
    progress?.report(Math.round(((nth + 1) / all.length) * 100), words.checkedCount(nth + 1, all.length))
    await new Promise<void>((resolve) => session.nextTurn(resolve))
  }
  progress?.done()
  tell(connection, MessageType.Info, count === 0 ? words.noDrafts : words.checkedAll(count, findings))
  return { drafts: count, findings }
}
