import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser'
import { browserHost } from './browser-host.ts'
import { startServer } from './server.ts'

export * from './protocol.ts'
export { startServer } from './server.ts'

/** Serves the page that started this worker. */
export function serveWorker(scope: DedicatedWorkerGlobalScope): void {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  )
  startServer(connection, browserHost(), (callback) => setTimeout(callback, 0))
}
