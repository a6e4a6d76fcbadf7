import type { Locale, Rule } from '@hegao/core'
import type { CheckedDraft, ReportedProblem, Summary } from '@hegao/workspace'
import type { Paint } from '../terminal/paint.ts'

/** What a format may know about the run. */
export interface FormatContext {
  readonly locale: Locale
  readonly paint: Paint
  /** Terminal columns, for formats that are read on one. */
  readonly columns: number
  /** Errors only. */
  readonly quiet: boolean
  readonly version: string
  /** The folder that paths are relative to. */
  readonly cwd: string
  /** What is known about a rule; undefined if the findings came from elsewhere and the rule is not at hand. */
  readonly ruleOf: (id: string) => Rule | undefined
}

/** The end of a run. */
export interface Outcome {
  readonly summary: Summary
  readonly problems: readonly ReportedProblem[]
}

/** Text to write; in pieces where some of it is at hand as bytes. */
export type Written = string | readonly (string | Uint8Array)[]

/** One way to write findings. Texts are written in the order in which they are given. */
export interface Format {
  /** What to write for a draft; empty if nothing yet. */
  draft(checked: CheckedDraft): Written
  /** What to write at the end. */
  end(outcome: Outcome): string
}

export type MakeFormat = (context: FormatContext) => Format
