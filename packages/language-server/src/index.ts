import { Console } from 'node:console'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { nodeHost } from './node-host.ts'
import { startServer } from './server.ts'
import { wholeMessages } from './whole-messages.ts'

export type { DraftConfiguration, Host, StoredDraft, WorkspaceScope } from './host.ts'
export { nodeHost } from './node-host.ts'
export * from './protocol.ts'
export { startServer } from './server.ts'

/**
 * Serves the client at the other end of this process: over `--stdio` or `--node-ipc`, as the process's arguments say.
 * Runs until the client leaves.
 */
export function serveProcess(): void {
  const connection = process.argv.includes('--stdio')
    ? standardStreams()
    : createConnection(ProposedFeatures.all)
  process.on('unhandledRejection', (reason) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason))
  })
  startServer(connection, nodeHost(), setImmediate)
}

/** The client at the other end of standard input and output, where nothing but messages may be written. */
function standardStreams() {
  globalThis.console = new Console(process.stderr)
  return createConnection(ProposedFeatures.all, process.stdin, wholeMessages(process.stdout))
}
