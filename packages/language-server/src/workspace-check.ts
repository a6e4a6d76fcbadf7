import { checkDocument, formatOfPath, type Locale, read } from '@hegao/core'
import type { Diagnostic } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from './client.ts'
import { type CheckedDraft, isWanted, type NoDraft, nameOf } from './drafts.ts'
import { diagnosticsOfOutcome, fileNameOf } from './features/diagnostics.ts'
import type { Host, WorkspaceScope } from './host.ts'
import type { Settings } from './settings.ts'
import { wordsOf } from './words.ts'

/** What checking a stored draft gave; `id` changes whenever the diagnostics may have. */
export interface StoredOutcome {
  readonly uri: string
  readonly id: string
  readonly diagnostics: readonly Diagnostic[]
  readonly findings: number
  /** False for a draft that the settings leave alone. */
  readonly checked: boolean
}

/** The drafts that are not open: each is read and checked again only when its file or its configuration has changed. */
export interface WorkspaceCheck {
  /** The drafts below all folders, each once. */
  list(scope: WorkspaceScope): Promise<readonly string[]>
  check(uri: string, scope: WorkspaceScope, settings: Settings): Promise<StoredOutcome>
  /** Configuration or settings changed: everything is checked again when it is next asked for. */
  forget(): void
}

/** Makes the check of stored drafts. */
export function makeWorkspaceCheck(host: Host, client: Client): WorkspaceCheck {
  const known = new Map<string, { readonly stamp: string; readonly outcome: StoredOutcome }>()
  let serial = 0

  return {
    async list(scope) {
      const found = new Set<string>()
      for (const folder of scope.folders)
        for (const uri of await host.findDrafts(folder, scope)) found.add(uri)
      return [...found]
    },
    async check(uri, scope, settings) {
      const stamp = (await host.stampOf(uri)) ?? ''
      const last = known.get(uri)
      if (last?.stamp === stamp) return last.outcome
      const outcome = {
        uri,
        id: `stored-${++serial}`,
        ...(await checkStored(uri, host, client, scope, settings)),
      }
      known.set(uri, { stamp, outcome })
      return outcome
    },
    forget() {
      known.clear()
    },
  }
}

/** Reads and checks one stored draft. A draft that cannot be read or checked says so; it is never silently clean. */
async function checkStored(
  uri: string,
  host: Host,
  client: Client,
  scope: WorkspaceScope,
  settings: Settings,
): Promise<Omit<StoredOutcome, 'uri' | 'id'>> {
  const configuration = await host.configurationOf(uri, scope)
  if (configuration.ignored) return { diagnostics: [], findings: 0, checked: false }
  const stored = await host.readDraft(uri)
  const locale: Locale = settings.locale ?? configuration.options.locale ?? 'zh-CN'
  if ('problem' in stored) {
    const message = wordsOf(locale).unreadable(fileNameOf(uri), stored.problem)
    const start = { line: 0, character: 0 }
    const diagnostic: Diagnostic = { range: { start, end: start }, severity: 2, source: 'hegao', message }
    return { diagnostics: [diagnostic], findings: 0, checked: true }
  }
  const path = nameOf(uri)
  const document = TextDocument.create(uri, '', 0, stored.text)
  let outcome: CheckedDraft | NoDraft
  try {
    const draft = { path, format: formatOfPath(path), text: stored.text }
    // Not `check`, which would forget what the open drafts keep for their next edit.
    const checked = checkDocument(read(draft), configuration.ruleset, { ...configuration.options, locale })
    outcome = isWanted(checked, configuration, settings)
      ? { uri, version: 0, document, result: configuration.finish(checked), locale, settings, configuration }
      : { kind: 'not-checked' }
  } catch (error) {
    outcome = { kind: 'failed', error }
  }
  const isDraft = 'result' in outcome
  return {
    diagnostics: diagnosticsOfOutcome(outcome, document, client),
    findings: isDraft ? (outcome as CheckedDraft).result.findings.length : 0,
    checked: isDraft || (outcome as NoDraft).kind === 'failed',
  }
}
