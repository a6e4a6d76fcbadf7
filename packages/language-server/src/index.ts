import { Console } from 'node:console'
import {
  createConnection,
  Message,
  type MessageReader,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import type { Host } from './host.ts'
import { nodeHost } from './node-host.ts'
import { publishEncoder } from './publish-encoder.ts'
import { startServer } from './server.ts'
import { wholeMessages } from './whole-messages.ts'

export type { DraftConfiguration, Host, StoredDraft, WorkspaceScope } from './host.ts'
export { nodeHost } from './node-host.ts'
export * from './protocol.ts'
export { startServer } from './server.ts'

/**
 * Serves the client at the other end of this process: over `--stdio` or `--node-ipc`, as the process's arguments say.
 * Runs until the client leaves. `opened` is told the length of each draft that is opened.
 */
export function serveProcess(opened?: Host['opened']): void {
  const connection = process.argv.includes('--stdio')
    ? standardStreams()
    : createConnection(ProposedFeatures.all)
  process.on('unhandledRejection', (reason) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason))
  })
  startServer(connection, { ...nodeHost(), ...(opened ? { opened } : {}) }, setImmediate)
}

/** The client at the other end of standard input and output, where nothing but messages may be written. */
function standardStreams() {
  globalThis.console = new Console(process.stderr)
  const output = wholeMessages(process.stdout)
  const writer = new StreamMessageWriter(output, { contentTypeEncoder: publishEncoder() })
  return createConnection(ProposedFeatures.all, untilItEnds(process.stdin), writer)
}

/** Reads messages from the input. When it ends the process does: well, if the client has asked for the shutdown. */
function untilItEnds(input: NodeJS.ReadableStream): MessageReader {
  const reader = new StreamMessageReader(input)
  let asked = false
  const leave = (): void => process.exit(asked ? 0 : 1)
  input.on('end', leave)
  input.on('close', leave)
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (callback) =>
      reader.listen((message) => {
        asked ||= Message.isRequest(message) && message.method === 'shutdown'
        callback(message)
      }),
  }
}
