import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { capabilitiesFor } from './capabilities.ts'
import { type Client, clientFrom, initializationOptions } from './client.ts'
import { isChecked, makeDrafts } from './drafts.ts'
import type { Host } from './host.ts'
import { requests } from './protocol.ts'
import { makePublisher } from './publisher.ts'
import { registerCommands } from './register-commands.ts'
import { registerFeatures } from './register-features.ts'
import { makeSchedule, type NextTurn } from './schedule.ts'
import type { Session } from './session.ts'
import { type Settings, settingsFrom } from './settings.ts'
import { makeWorkspaceCheck } from './workspace-check.ts'

/** Files whose change means that configuration has to be read anew. */
const configurationFiles = '**/{hegao.yaml,.hegaoignore,.gitignore,hegao.baseline.json,hegao.links.json}'
const draftFiles = '**/*.{md,markdown,txt}'

/**
 * Serves one client over the connection with what the host provides. Returns at once; the connection must not be
 * listening yet.
 */
export function startServer(connection: Connection, host: Host, nextTurn: NextTurn): void {
  const documents = new TextDocuments(TextDocument)
  connection.onInitialize((params) => {
    const client = clientFrom(params)
    serve(connection, host, nextTurn, documents, client, params)
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'hegao', version: '0.1.0' } }
  })
  documents.listen(connection)
  connection.listen()
}

function serve(
  connection: Connection,
  host: Host,
  nextTurn: NextTurn,
  documents: TextDocuments<TextDocument>,
  client: Client,
  params: InitializeParams,
): void {
  const options = initializationOptions(params)
  const folders = new Set(foldersOf(params))
  let trusted = options.trusted !== false
  let pushed: Settings = settingsFrom(options.settings)
  const asked = new Map<string, Promise<Settings>>()
  const ready = new Map<string, Promise<void>>()
  const drafts = makeDrafts()
  const stored = makeWorkspaceCheck(host, client)
  const scope = () => ({ folders: [...folders], trusted })

  const session: Session = {
    connection,
    host,
    client,
    drafts,
    stored,
    nextTurn,
    scope,
    settingsOf,
    async about(uri) {
      const place = uri ?? `${[...folders][0] ?? 'untitled:'}/untitled.md`
      const configuration = drafts.configurationOf(place) ?? (await host.configurationOf(place, scope()))
      const { locale } = await settingsOf(uri ?? null)
      return { configuration, locale: locale ?? configuration.options.locale ?? 'zh-CN' }
    },
    async draft(uri) {
      await ready.get(uri)
      const outcome = drafts.now(uri)
      publisher.noteOutcome(uri, outcome)
      return isChecked(outcome) ? outcome : null
    },
    async reload() {
      host.forget()
      stored.forget()
      asked.clear()
      await Promise.all(drafts.uris.map(prepare))
      publisher.configurationChanged()
    },
  }
  const publisher = makePublisher(session)
  const schedule = makeSchedule(nextTurn, (uri) => publisher.publish(uri))

  function settingsOf(uri: string | null): Promise<Settings> {
    if (!client.configuration) return Promise.resolve(pushed)
    const key = uri ?? ''
    const known = asked.get(key)
    if (known) return known
    const answer = connection.workspace
      .getConfiguration({ section: 'hegao', ...(uri !== null && { scopeUri: uri }) })
      .then(
        (value: unknown) => settingsFrom(value, pushed),
        () => pushed,
      )
    asked.set(key, answer)
    return answer
  }

  /** Finds out what governs the document; a later call for the same document overtakes an earlier one. */
  function prepare(uri: string): Promise<void> {
    const preparation = Promise.all([host.configurationOf(uri, scope()), settingsOf(uri)]).then(
      ([configuration, settings]) => {
        if (ready.get(uri) !== preparation) return
        drafts.configure(uri, configuration, settings)
        publisher.configurationProblems(configuration.problems)
        schedule.mark(uri)
      },
      (error: unknown) => publisher.failed(uri, error),
    )
    ready.set(uri, preparation)
    return preparation
  }

  documents.onDidOpen(({ document }) => {
    host.opened?.(document.getText().length)
    drafts.open(document)
    publisher.opened(document.uri)
    void prepare(document.uri)
  })
  documents.onDidChangeContent(({ document }) => schedule.mark(document.uri))
  documents.onDidClose(({ document }) => {
    drafts.close(document.uri)
    ready.delete(document.uri)
    asked.delete(document.uri)
    schedule.drop(document.uri)
    publisher.closed(document.uri)
  })
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    const section =
      typeof settings === 'object' && settings !== null ? (settings as { hegao?: unknown }).hegao : null
    if (section !== undefined && section !== null) pushed = settingsFrom(section, pushed)
    void session.reload()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const onlyDrafts = changes.every(({ uri }) => /\.(?:md|markdown|txt)$/i.test(uri))
    if (onlyDrafts) publisher.storedChanged()
    else void session.reload()
  })
  connection.onNotification(requests.trust, () => {
    trusted = true
    void session.reload()
  })
  connection.onInitialized(() => {
    if (client.configurationChanges)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'hegao' })
    if (client.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: configurationFiles }, { globPattern: draftFiles }],
      })
    }
    if (client.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri)
        for (const { uri } of added) folders.add(uri)
        void session.reload()
      })
    }
  })
  connection.onShutdown(() => schedule.stop())
  registerFeatures(session, publisher)
  registerCommands(session, publisher)
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri)
  return params.rootUri ? [params.rootUri] : []
}
