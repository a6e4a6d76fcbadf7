import type { CheckOptions, CheckResult, Finding, Ruleset } from '@hegao/core'

/** Something wrong with a configuration file, at a 1-based line and column of it. */
export interface ConfigurationProblem {
  readonly uri: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** What governs one draft: the rules in force, what is known about it beyond its text, and where that comes from. */
export interface DraftConfiguration {
  readonly ruleset: Ruleset
  readonly options: CheckOptions
  /** URI of the `hegao.yaml` that governs the draft; null when none does. */
  readonly source: string | null
  /** Whether the configuration leaves the draft out. */
  readonly ignored: boolean
  readonly problems: readonly ConfigurationProblem[]
  /** What happens to a result after the check: the baseline takes out what it knows. */
  readonly finish: (result: CheckResult) => CheckResult
}

/** A draft that is not open in the editor, as the host read it. `stamp` changes whenever the file does. */
export interface StoredDraft {
  readonly text: string
  readonly stamp: string
}

/** What the server asks of the machine that it runs on. All addresses are URIs. Nothing of a workspace is executed. */
export interface Host {
  /**
   * The configuration for a draft, looked up from its folder to the workspace folder.
   * In an untrusted folder only data that lies in the folder itself may be read.
   */
  configurationOf(uri: string, scope: WorkspaceScope): Promise<DraftConfiguration>
  /** Drops everything remembered about configuration files. */
  forget(): void
  /** The drafts below a folder, in a fixed order. */
  findDrafts(folder: string, scope: WorkspaceScope): Promise<readonly string[]>
  /** A stored draft, or why it cannot be read. */
  readDraft(uri: string): Promise<StoredDraft | { readonly problem: string }>
  /** A mark that changes with the stored file, without reading it; null if there is no such file. */
  stampOf(uri: string): Promise<string | null>
  /** Writes findings into the baseline beside the configuration; absent where nothing can be written. */
  readonly addToBaseline?: (
    uri: string,
    result: CheckResult,
    findings: readonly Finding[],
    scope: WorkspaceScope,
  ) => Promise<string>
  /** Adds a word and what to write instead to the office's term list, and gives the list's URI; absent where nothing can be written. */
  readonly addTerm?: (
    uri: string,
    term: { readonly wrong: string; readonly right: string },
    scope: WorkspaceScope,
  ) => Promise<string>
  /** Keeps a page where the editor can open it, and gives its URI; absent where nothing can be written. */
  readonly keepPage?: (name: string, markdown: string) => Promise<string>
  /** Is told the length of each draft that is opened, in UTF-16 units; absent where it changes nothing. */
  readonly opened?: (length: number) => void
}

/** The folders that the editor has open, and whether the user trusts them. */
export interface WorkspaceScope {
  readonly folders: readonly string[]
  readonly trusted: boolean
}
