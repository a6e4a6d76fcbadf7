import type {
  CancellationToken,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type { Publisher } from '../publisher.ts'
import type { Session } from '../session.ts'

/** The first of the requests that report is answered at once; the ones after it when something has changed. */
const answered = new WeakMap<Session, number>()

/**
 * The diagnostics of all drafts that are not open (open ones are pulled one by one). Between two drafts the server
 * answers other requests. A client asks again as soon as it has its answer, so the next answer waits for a change.
 */
export async function workspaceDiagnostics(
  session: Session,
  publisher: Publisher,
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const settings = await session.settingsOf(null)
  const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]))
  const last = answered.get(session)
  if (last !== undefined && (known.size > 0 || !settings.workspaceDiagnostics))
    await Promise.race([publisher.changeSince(last), cancellation(token)])
  const items: WorkspaceDocumentDiagnosticReport[] = []
  const changes = publisher.changes
  if (settings.workspaceDiagnostics) {
    const listed = await session.stored.list(session.scope())
    const stored = listed.filter((uri) => !session.drafts.documentOf(uri))
    items.push(...gone(known.keys(), listed))
    for (const uri of stored) {
      if (token.isCancellationRequested) break
      const report = await reportOn(uri, session, known.get(uri))
      if (partial) partial.report({ items: [report] })
      else items.push(report)
      await new Promise<void>((resolve) => session.nextTurn(resolve))
    }
  }
  answered.set(session, changes)
  return { items }
}

async function reportOn(
  uri: string,
  session: Session,
  previous: string | undefined,
): Promise<WorkspaceDocumentDiagnosticReport> {
  const version = null
  const { id, diagnostics } = await session.stored.check(uri, session.scope(), await session.settingsOf(null))
  if (id === previous) return { kind: 'unchanged', uri, version, resultId: id }
  return { kind: 'full', uri, version, resultId: id, items: [...diagnostics] }
}

/** Empty reports for drafts that the client still remembers and that are no longer there. */
function gone(known: Iterable<string>, listed: readonly string[]): WorkspaceDocumentDiagnosticReport[] {
  const present = new Set(listed)
  return [...known]
    .filter((uri) => !present.has(uri))
    .map((uri) => ({ kind: 'full', uri, version: null, items: [] }))
}

function cancellation(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve())
  })
}
