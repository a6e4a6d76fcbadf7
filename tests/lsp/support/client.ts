import { type ChildProcess, spawn } from 'node:child_process'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol'
import { builtServer } from './server.ts'

/** What a test client says about itself; anything left out it cannot do. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities
  readonly initializationOptions?: unknown
  readonly folders?: readonly string[]
  /** Answers to `workspace/configuration`; changing it and notifying is changing a setting. */
  readonly configuration?: () => unknown
  readonly transport?: 'stdio' | 'ipc'
}

/** A language client in the hand of a test, with a real server process at the other end. */
export interface TestClient {
  readonly process: ChildProcess
  readonly connection: MessageConnection
  readonly initialized: InitializeResult
  /** Everything that the server has sent unasked, in order. */
  readonly received: readonly { readonly method: string; readonly params: unknown }[]
  readonly stderr: () => string
  open(uri: string, text: string, languageId?: string): Promise<void>
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): Promise<void>
  close(uri: string): Promise<void>
  request<R>(method: string, params: unknown): Promise<R>
  notify(method: string, params: unknown): Promise<void>
  /** The next diagnostics of the document for which `wanted` holds; those already received count. */
  diagnostics(uri: string, wanted?: (params: PublishDiagnosticsParams) => boolean): Promise<Diagnostic[]>
  /** The next message of a kind, also one already received. */
  message<P>(method: string, wanted?: (params: P) => boolean): Promise<P>
  /** Shuts the server down in due form. @returns its exit code */
  stop(): Promise<number | null>
}

/** Capabilities like those of a full editor, without pull diagnostics. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
      versionSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
}

/** The same for an editor that pulls. */
export const pullCapabilities: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
  },
}

/** Starts a server process and initializes it. */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const ipc = options.transport === 'ipc'
  const child = spawn(process.execPath, [await builtServer(), ipc ? '--node-ipc' : '--stdio'], {
    stdio: ipc ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['pipe', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr?.on('data', (data: Buffer) => {
    stderr += data.toString()
  })
  const connection = ipc ? await ipcConnection(child) : stdioConnection(child)
  const received: { method: string; params: unknown }[] = []
  let waiting: (() => void)[] = []
  connection.onNotification((method, params) => {
    received.push({ method, params })
    const wake = waiting
    waiting = []
    for (const resolve of wake) resolve()
  })
  connection.onRequest((method, params) => {
    received.push({ method, params })
    for (const resolve of waiting.splice(0)) resolve()
    if (method === 'workspace/configuration') {
      const { items } = params as { items: unknown[] }
      return items.map(() => options.configuration?.() ?? null)
    }
    if (method === 'workspace/applyEdit') return { applied: true }
    return method === 'window/showDocument' ? { success: true } : null
  })
  connection.onUnhandledProgress(({ value }) => received.push({ method: '$/progress', params: value }))
  connection.onError(() => {})
  connection.listen()
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: options.folders?.[0] ?? null,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities: options.capabilities ?? fullCapabilities,
    initializationOptions: options.initializationOptions,
  })
  await connection.sendNotification('initialized', {})

  const message = async <P>(method: string, wanted: (params: P) => boolean = () => true): Promise<P> => {
    for (let next = 0; ; ) {
      for (; next < received.length; next++) {
        const entry = received[next]
        if (entry?.method === method && wanted(entry.params as P)) return entry.params as P
      }
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
    }
  }

  return {
    process: child,
    connection,
    initialized,
    received,
    stderr: () => stderr,
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    diagnostics: async (uri, wanted = () => true) =>
      (
        await message<PublishDiagnosticsParams>(
          'textDocument/publishDiagnostics',
          (params) => params.uri === uri && wanted(params),
        )
      ).diagnostics,
    message,
    async stop() {
      const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      const code = await exited
      connection.dispose()
      return code
    },
  }
}

function stdioConnection(child: ChildProcess): MessageConnection {
  if (!child.stdout || !child.stdin) throw new Error('the server has no pipes')
  return createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
}

async function ipcConnection(child: ChildProcess): Promise<MessageConnection> {
  const { IPCMessageReader, IPCMessageWriter } = await import('vscode-jsonrpc/node')
  return createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
}
