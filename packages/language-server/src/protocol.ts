import type { Range } from 'vscode-languageserver'

export type { InitializationOptions } from './client.ts'
export { commands } from './commands.ts'

/** Requests and notifications beyond LSP, for panels and the status bar. Any client may use them. */
export const requests = {
  /** `{ uri }` → {@link LedgerView} or null if the document is not checked. */
  ledger: 'hegao/ledger',
  /** `{ uri }` → {@link TraceView} or null. */
  trace: 'hegao/trace',
  /** `{ uri }` → {@link OutlineView} or null. */
  outline: 'hegao/outline',
  /** `{ rule, uri? }` → the rule's page as Markdown, or null if there is no such rule. */
  rulePage: 'hegao/rulePage',
  /** {} → {@link RuleView}[]: the rules in force. */
  rules: 'hegao/rules',
  /** {} → {@link ReportType}[]: the types of report that `newReport` knows. */
  reportTypes: 'hegao/reportTypes',
  /** `{ profile, issuer, year, format }` → the text of a skeleton, or null if there is no such type. */
  newReport: 'hegao/newReport',
  /** Server → client, `{ prompt, value }` → what the user entered, or null: asks for one line. Sent to clients with `panels`. */
  ask: 'hegao/ask',
  /** Client → server: the user trusts the folders now. */
  trust: 'hegao/trust',
  /** Server → client, {@link StatusView}: after each run, for the status bar. Sent to clients with `panels`. */
  status: 'hegao/status',
  /** Server → client, `{ rule, markdown }`: show this page. Sent to clients with `panels`. */
  showRule: 'hegao/showRule',
} as const

/** A rule in a list to choose from. */
export interface RuleView {
  readonly rule: string
  readonly title: string
  readonly severity: string
}

/** A type of report that a skeleton can be made for. */
export interface ReportType {
  readonly profile: string
  readonly name: string
}

/** Where something stands, with the words there. */
export interface PlaceView {
  readonly range: Range
  readonly text: string
}

/** A figure with the claims that it takes part in. */
export interface FigureView extends PlaceView {
  readonly subject: string
  readonly role: 'result' | 'target'
  readonly claims: readonly number[]
  /** Why no claim was checked; null if one was. */
  readonly unchecked: string | null
}

/** A claim with its verdict and the sum in one line. */
export interface ClaimView extends PlaceView {
  readonly kind: string
  readonly rule: string
  readonly verdict: 'consistent' | 'inconsistent' | 'question' | 'unchecked'
  readonly arithmetic: string
}

/** The ledger of a draft. */
export interface LedgerView {
  readonly uri: string
  readonly version: number
  readonly title: string
  readonly figures: readonly FigureView[]
  readonly claims: readonly ClaimView[]
}

/** One shortcoming, its causes, and the measures that answer it. */
export interface TraceRow {
  readonly shortcoming: PlaceView
  readonly causes: readonly PlaceView[]
  readonly verdict: 'answered' | 'weak' | 'unanswered' | 'not-checkable'
  readonly measures: readonly (PlaceView & { readonly score: number; readonly evidence: readonly string[] })[]
  readonly missing: readonly string[]
}

/** Shortcoming → cause → measure. */
export interface TraceView {
  readonly uri: string
  readonly version: number
  readonly title: string
  readonly rows: readonly TraceRow[]
  /** Measures that no shortcoming asks for. */
  readonly unmotivated: readonly PlaceView[]
}

/** A section of the outline. */
export interface OutlineSection {
  readonly level: number
  readonly heading: PlaceView
  readonly role: string | null
  readonly roleName: string | null
}

/** What the draft was recognised as. */
export interface OutlineView {
  readonly uri: string
  readonly version: number
  readonly profile: string
  readonly profileName: string
  readonly period: number | null
  readonly issuer: string | null
  readonly sections: readonly OutlineSection[]
  readonly missing: readonly string[]
}

/** What the status bar shows. `checked` is false for a document that is left alone. */
export interface StatusView {
  readonly uri: string
  readonly version: number
  readonly checked: boolean
  readonly profileName: string
  readonly recognised: boolean
  readonly period: number | null
  readonly counts: Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>
  readonly notes: number
}
