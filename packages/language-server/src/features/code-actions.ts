import type { Finding, Range as OffsetRange } from '@hegao/core'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Client } from '../client.ts'
import { commands } from '../commands.ts'
import type { CheckedDraft } from '../drafts.ts'
import type { Host } from '../host.ts'
import { toOffsets, touches } from '../places.ts'
import { ruleOf } from '../rules.ts'
import { wordsOf } from '../words.ts'
import { diagnosticOf } from './diagnostics.ts'
import { editsOf, fixAllEdits, hasSafeFix } from './fixes.ts'
import { suppressionEdits } from './suppressions.ts'
import { editOf } from './workspace-edit.ts'

/** The source action that applies every safe fix. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.hegao`

/** The kinds of action that the server offers. */
export const actionKinds = [CodeActionKind.QuickFix, fixAllKind] as const

/** What an action carries so that its edit can be computed when it is chosen. */
interface ActionData {
  readonly uri: string
  /** Rule whose findings are to be mended; null: all. */
  readonly rule: string | null
}

/**
 * The actions for a range: for every finding that the range touches its fixes first, then ways to live with it. All of it
 * follows from the draft's own findings; what the client sends back about diagnostics is not read. Without a host nothing
 * is offered that writes a file.
 */
export function codeActions(
  draft: CheckedDraft,
  params: CodeActionParams,
  client: Client,
  host: Host | null,
): CodeAction[] {
  const only = params.context.only
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`) || asked === '')
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const asked = toOffsets(draft.document, params.range)
    const here = draft.result.findings.filter((finding) => touches(finding.range, asked))
    actions.push(...here.flatMap((finding) => fixesOf(finding, draft, client)))
    actions.push(...onePerRule(here).flatMap((finding) => fixAllOfRule(finding, draft, client)))
    actions.push(...here.flatMap((finding) => waysAround(finding, draft, client, host)))
    actions.push(...onePerRule(here).map((finding) => openRule(finding, draft, client)))
    // Not for the light bulb that comes up by itself: it would shine on every selection.
    const isAsked = params.context.triggerKind !== CodeActionTriggerKind.Automatic
    if (host?.addTerm && isAsked) actions.push(...addTermOf(asked, draft))
  }
  const asksForSource = only?.some((asked) => fixAllKind === asked || fixAllKind.startsWith(`${asked}.`))
  if ((asksForSource || only === undefined) && draft.result.findings.some(hasSafeFix))
    actions.push(withFixAll({ title: wordsOf(draft.locale).fixAll, kind: fixAllKind }, draft, null, client))
  return actions
}

/** Fills in the edit of an action that was sent without one; an action that carries nothing of ours comes back as it is. */
export function resolveAction(
  action: CodeAction,
  draftOf: (uri: string) => CheckedDraft | null,
  client: Client,
): CodeAction {
  const data = action.data as ActionData | undefined
  if (typeof data?.uri !== 'string') return action
  const draft = draftOf(data.uri)
  return draft ? { ...action, edit: fixAllEdit(draft, data.rule, client) } : action
}

function fixesOf(finding: Finding, draft: CheckedDraft, client: Client): CodeAction[] {
  const safe = finding.fixes.filter((fix) => fix.kind === 'safe')
  return [...safe, ...finding.fixes.filter((fix) => fix.kind !== 'safe')].map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, draft, client)],
    ...(fix === safe[0] && { isPreferred: true }),
    edit: editOf(draft, editsOf(fix, draft.document), client),
  }))
}

function fixAllOfRule(finding: Finding, draft: CheckedDraft, client: Client): CodeAction[] {
  const count = draft.result.findings.filter(
    (other) => other.rule === finding.rule && hasSafeFix(other),
  ).length
  if (count < 2 || !hasSafeFix(finding)) return []
  const title = ruleOf(draft.configuration.ruleset, finding.rule)?.title[draft.locale] ?? finding.rule
  const action: CodeAction = {
    title: wordsOf(draft.locale).fixRule(title, count),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, draft, client)],
  }
  return [withFixAll(action, draft, finding.rule, client)]
}

/** Disable by comment (where the format has comments), or record in the baseline. */
function waysAround(finding: Finding, draft: CheckedDraft, client: Client, host: Host | null): CodeAction[] {
  const said = wordsOf(draft.locale)
  const diagnostics = [diagnosticOf(finding, draft, client)]
  const kind = CodeActionKind.QuickFix
  const actions: CodeAction[] = []
  if (draft.result.draft.format === 'markdown') {
    const title = finding.document ? said.disableDraft(finding.rule) : said.disableLine(finding.rule)
    const edit = editOf(draft, suppressionEdits(finding, draft), client)
    actions.push({ title, kind, diagnostics, edit })
  }
  if (host?.addToBaseline) {
    const { start, end } = finding.range
    const title = said.baseline
    const command = {
      title,
      command: commands.addToBaseline,
      arguments: [draft.uri, finding.rule, start, end],
    }
    actions.push({ title, kind, diagnostics, command })
  }
  return actions
}

/** So long may a word be that an office lists. */
const longestTerm = 20

/** Lists the selected word among those that the office writes otherwise. */
function addTermOf({ start, end }: OffsetRange, draft: CheckedDraft): CodeAction[] {
  const word = draft.result.draft.text.slice(start, end)
  if (word.length < 2 || word.length > longestTerm || /[\s\p{P}]/u.test(word)) return []
  const title = wordsOf(draft.locale).addTerm(word)
  const command = { title, command: commands.addTerm, arguments: [draft.uri, word] }
  return [{ title, kind: CodeActionKind.QuickFix, command }]
}

function openRule(finding: Finding, draft: CheckedDraft, client: Client): CodeAction {
  const title = wordsOf(draft.locale).openRule(finding.rule)
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, draft, client)],
    command: { title, command: commands.openRule, arguments: [finding.rule, draft.uri] },
  }
}

/**
 * The action with what is needed to compute its edit when it is chosen, if the client can ask again; else with the edit of
 * one pass, since actions are asked for at every move of the caret and must cost nothing.
 */
function withFixAll(
  action: CodeAction,
  draft: CheckedDraft,
  rule: string | null,
  client: Client,
): CodeAction {
  const data: ActionData = { uri: draft.uri, rule }
  return client.resolvesActions
    ? { ...action, data }
    : { ...action, edit: fixAllEdit(draft, rule, client, true) }
}

function fixAllEdit(draft: CheckedDraft, rule: string | null, client: Client, once = false): WorkspaceEdit {
  return editOf(
    draft,
    fixAllEdits(draft, (finding) => rule === null || finding.rule === rule, once),
    client,
  )
}

function onePerRule(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.rule, finding])).values()]
}
