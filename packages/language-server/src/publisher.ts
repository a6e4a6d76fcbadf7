import { type Diagnostic, MessageType } from 'vscode-languageserver'
import { type CheckedDraft, isChecked, type NoDraft } from './drafts.ts'
import { fileNameOf, reasonOf } from './features/diagnostics.ts'
import { statusView } from './features/panels.ts'
import { nothingShown, type Shown, shownAfter } from './features/same-diagnostics.ts'
import type { ConfigurationProblem } from './host.ts'
import { requests, type StatusView } from './protocol.ts'
import type { Session } from './session.ts'
import { tell } from './tell.ts'
import { wordsOf } from './words.ts'

/** Sends out what the server knows: diagnostics, status, and each failure once. */
export interface Publisher {
  /** Diagnostics and status of the document's present version; to clients that pull, only the status. */
  publish(uri: string): void
  opened(uri: string): void
  closed(uri: string): void
  /** Diagnostics of a draft that is not open. */
  publishStored(uri: string, diagnostics: readonly Diagnostic[]): void
  configurationProblems(problems: readonly ConfigurationProblem[]): void
  configurationChanged(): void
  storedChanged(): void
  /** Looks at an outcome that a request has caused: a failure is reported as it is when nobody asks. */
  noteOutcome(uri: string, outcome: CheckedDraft | NoDraft): void
  failed(uri: string, error: unknown): void
  /** Resolves when something that workspace diagnostics depend on has changed since `seen`. */
  changeSince(seen: number): Promise<void>
  /** Counts the changes that workspace diagnostics depend on. */
  readonly changes: number
}

/** Makes the publisher of a session. */
export function makePublisher(session: Session): Publisher {
  const { connection, client, drafts } = session
  /** The failure that was last reported for a document, so that each is reported once. */
  const reported = new Map<string, string>()
  /** What was last sent for an open document. */
  const sent = new Map<string, Shown>()
  const withStored = new Set<string>()
  const withProblems = new Set<string>()
  let changes = 0
  let waiting: (() => void)[] = []

  function changed(): void {
    changes++
    for (const wake of waiting) wake()
    waiting = []
  }

  function failed(uri: string, error: unknown): void {
    const reason = reasonOf(error)
    if (reported.get(uri) === reason) return
    reported.set(uri, reason)
    connection.console.error(error instanceof Error ? (error.stack ?? reason) : reason)
    tell(connection, MessageType.Error, wordsOf('zh-CN').failed(fileNameOf(uri), reason))
  }

  function noteOutcome(uri: string, outcome: CheckedDraft | NoDraft): void {
    if (isChecked(outcome)) reported.delete(uri)
    else if (outcome.kind === 'failed') failed(uri, outcome.error)
  }

  return {
    publish(uri) {
      const document = drafts.documentOf(uri)
      if (!document) return
      const outcome = drafts.now(uri)
      if (!isChecked(outcome) && outcome.kind === 'not-ready') return
      noteOutcome(uri, outcome)
      if (!client.pullsDiagnostics) {
        const shown = shownAfter(sent.get(uri) ?? nothingShown, outcome, document, client)
        sent.set(uri, shown)
        void connection.sendDiagnostics({
          uri,
          version: document.version,
          diagnostics: shown.diagnostics as Diagnostic[],
        })
      }
      if (client.panels) {
        const status = isChecked(outcome) ? statusView(outcome) : unchecked(uri, document.version)
        void connection.sendNotification(requests.status, status)
      }
    },
    opened(uri) {
      if (withStored.delete(uri) && client.pullsDiagnostics)
        void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
    closed(uri) {
      reported.delete(uri)
      sent.delete(uri)
      if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] })
      changed()
    },
    publishStored(uri, diagnostics) {
      if (diagnostics.length > 0) withStored.add(uri)
      else if (!withStored.delete(uri)) return
      void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] })
    },
    configurationProblems(problems) {
      for (const uri of new Set(problems.map((problem) => problem.uri))) {
        withProblems.add(uri)
        const own = problems.filter((problem) => problem.uri === uri)
        void connection.sendDiagnostics({ uri, diagnostics: own.map(problemDiagnostic) })
      }
    },
    configurationChanged() {
      const still = new Set(
        drafts.uris.flatMap((uri) =>
          (drafts.configurationOf(uri)?.problems ?? []).map((problem) => problem.uri),
        ),
      )
      for (const uri of withProblems) {
        if (still.has(uri)) continue
        withProblems.delete(uri)
        void connection.sendDiagnostics({ uri, diagnostics: [] })
      }
      changed()
      if (client.pullsDiagnostics && client.refreshesDiagnostics) connection.languages.diagnostics.refresh()
      if (client.refreshesLenses) void connection.sendRequest('workspace/codeLens/refresh').catch(() => {})
      if (client.refreshesHints) void connection.languages.inlayHint.refresh().catch(() => {})
    },
    storedChanged: changed,
    noteOutcome,
    failed,
    changeSince(seen) {
      if (seen !== changes) return Promise.resolve()
      return new Promise((resolve) => {
        waiting.push(resolve)
      })
    },
    get changes() {
      return changes
    },
  }
}

function problemDiagnostic({ line, column, message }: ConfigurationProblem): Diagnostic {
  const start = { line: line - 1, character: column - 1 }
  return { range: { start, end: { line, character: 0 } }, severity: 1, source: 'hegao', message }
}

function unchecked(uri: string, version: number): StatusView {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 }
  return { uri, version, checked: false, profileName: '', recognised: false, period: null, counts, notes: 0 }
}
