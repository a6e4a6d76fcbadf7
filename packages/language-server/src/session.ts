import type { Locale } from '@hegao/core'
import type { Connection } from 'vscode-languageserver'
import type { Client } from './client.ts'
import type { CheckedDraft, Drafts } from './drafts.ts'
import type { DraftConfiguration, Host, WorkspaceScope } from './host.ts'
import type { Settings } from './settings.ts'
import type { WorkspaceCheck } from './workspace-check.ts'

/** What the parts of a running server share. */
export interface Session {
  readonly connection: Connection
  readonly host: Host
  readonly client: Client
  readonly drafts: Drafts
  readonly stored: WorkspaceCheck
  readonly nextTurn: (callback: () => void) => void
  /** The open folders and whether they are trusted, as of now. */
  scope(): WorkspaceScope
  settingsOf(uri: string | null): Promise<Settings>
  /** Rules and language for a document, or for the first folder where no document is meant. */
  about(
    uri: string | undefined,
  ): Promise<{ readonly configuration: DraftConfiguration; readonly locale: Locale }>
  /** Waits until the document's configuration is known; then its draft at its present version, or null. */
  draft(uri: string): Promise<CheckedDraft | null>
  /** Reads configuration and settings anew and checks everything again. */
  reload(): Promise<void>
}
