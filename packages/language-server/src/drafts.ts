import {
  type CheckResult,
  checkDocument,
  type Document,
  type Draft,
  type DraftFormat,
  forgetDrafts,
  formatOfPath,
  type Locale,
  read,
  reread,
} from '@hegao/core'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { DraftConfiguration } from './host.ts'
import type { Settings } from './settings.ts'

/** One version of an open draft with everything known about it. What features work on. */
export interface CheckedDraft {
  readonly uri: string
  readonly version: number
  /** The open document; it stands at `version` as long as the feature runs, since nothing here waits. */
  readonly document: TextDocument
  readonly result: CheckResult
  readonly locale: Locale
  readonly settings: Settings
  readonly configuration: DraftConfiguration
}

/** Why there is nothing to show for a document. */
export type NoDraft =
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'not-checked' }
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'failed'; readonly error: unknown }

/** The longest text that is checked while it is edited, in UTF-16 units: some hundred times the longest real report. */
export const longestDraft = 25_000_000

/** An open document with what was computed for its last version. */
interface Entry {
  readonly document: TextDocument
  configuration: DraftConfiguration | null
  settings: Settings | null
  /** The last reading, from which the next one takes over every untouched block. */
  reading: Document | null
  outcome: {
    readonly version: number
    readonly serial: number
    readonly value: CheckedDraft | NoDraft
  } | null
}

/** The open documents and their results: one analysis a version, shared by all features. */
export interface Drafts {
  open(document: TextDocument): void
  close(uri: string): void
  /** Sets what governs a document; what was computed under another configuration is dropped. */
  configure(uri: string, configuration: DraftConfiguration, settings: Settings): void
  /** The checked draft at the document's present version, computed now if it has not been; or why there is none. */
  now(uri: string): CheckedDraft | NoDraft
  /** Names the last outcome: the same as long as text, configuration and settings are, and never used again. */
  resultId(uri: string): string
  configurationOf(uri: string): DraftConfiguration | null
  documentOf(uri: string): TextDocument | null
  readonly uris: readonly string[]
}

/** Whether there is a draft, or a reason why not. */
export function isChecked(outcome: CheckedDraft | NoDraft): outcome is CheckedDraft {
  return 'result' in outcome
}

/** The format of a document: by its language where the editor says so, else by its name. */
export function formatOf(document: TextDocument): DraftFormat {
  if (document.languageId === 'markdown') return 'markdown'
  return document.languageId === 'plaintext' ? 'text' : formatOfPath(document.uri)
}

/** Makes an empty store. */
export function makeDrafts(): Drafts {
  const entries = new Map<string, Entry>()
  let serial = 0

  function compute(entry: Entry): CheckedDraft | NoDraft {
    const { document, configuration, settings } = entry
    if (!configuration || !settings) return { kind: 'not-ready' }
    if (configuration.ignored || isConfiguration(document.uri)) return { kind: 'not-checked' }
    const text = document.getText()
    if (text.length > longestDraft) return { kind: 'too-long', limit: longestDraft }
    try {
      const draft: Draft = { path: nameOf(document.uri), format: formatOf(document), text: withoutMark(text) }
      const reading = entry.reading ? reread(entry.reading, draft) : read(draft)
      entry.reading = reading
      const locale = settings.locale ?? configuration.options.locale ?? 'zh-CN'
      const options = { ...configuration.options, locale }
      const checked = checkDocument(reading, configuration.ruleset, options)
      if (!isWanted(checked, configuration, settings)) return { kind: 'not-checked' }
      return {
        uri: document.uri,
        version: document.version,
        document,
        result: configuration.finish(checked),
        locale,
        settings,
        configuration,
      }
    } catch (error) {
      entry.reading = null
      return { kind: 'failed', error }
    }
  }

  return {
    open(document) {
      entries.set(document.uri, {
        document,
        configuration: null,
        settings: null,
        reading: null,
        outcome: null,
      })
    },
    close(uri) {
      entries.delete(uri)
      forgetDrafts()
    },
    configure(uri, configuration, settings) {
      const entry = entries.get(uri)
      if (!entry) return
      entry.configuration = configuration
      entry.settings = settings
      entry.outcome = null
    },
    now(uri) {
      const entry = entries.get(uri)
      if (!entry) return { kind: 'not-ready' }
      const { version } = entry.document
      if (entry.outcome?.version === version) return entry.outcome.value
      // What the last version was found to be is garbage from here on, and need not survive a collection meanwhile.
      entry.outcome = null
      const value = compute(entry)
      entry.outcome = { version, serial: ++serial, value }
      return value
    },
    resultId: (uri) => String(entries.get(uri)?.outcome?.serial ?? 0),
    configurationOf: (uri) => entries.get(uri)?.configuration ?? null,
    documentOf: (uri) => entries.get(uri)?.document ?? null,
    get uris() {
      return [...entries.keys()]
    },
  }
}

/** Whether the user wants this draft checked: a programmer's notes beside the reports are left alone. */
export function isWanted(
  result: CheckResult,
  configuration: DraftConfiguration,
  settings: Settings,
): boolean {
  return settings.check === 'all' || configuration.source !== null || result.profile !== 'generic'
}

/** Whether the document is a configuration file and not a draft. */
export function isConfiguration(uri: string): boolean {
  return /\/(?:hegao\.ya?ml|\.hegaoignore|hegao\.baseline\.json)$/.test(uri)
}

/** The path of a URI, decoded: the draft's name in messages and for globs. */
export function nameOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The text with a byte order mark, which some editors leave in, turned into a space: offsets stay as they are. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text
}
