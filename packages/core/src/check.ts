import { type Analysis, analyse, type CheckOptions } from './analysis.ts'
import { observe } from './checks/observe.ts'
import type { Finding, Note } from './finding.ts'
import { toFindings } from './output/to-findings.ts'
import type { Document } from './read/document.ts'
import { read } from './read/read.ts'
import type { Ruleset } from './ruleset/ruleset.ts'
import { suppress } from './suppress.ts'
import type { Draft } from './text/draft.ts'
import { forgetDrafts } from './text/draft-map.ts'

/** The outcome for one draft. */
export interface CheckResult {
  readonly draft: Draft
  readonly profile: string
  /** The report year, if it is known. */
  readonly period: number | null
  /** In reading order. */
  readonly findings: readonly Finding[]
  /** What could not be checked. */
  readonly notes: readonly Note[]
  /** The analysis behind the findings, for ledgers, traces and editors. */
  readonly analysis: Analysis
}

/**
 * Checks a draft: the one pipeline of CLI, editor and CI. Synchronous and pure: same input, same findings. Nothing is kept for
 * a next version; see {@link checkDocument} for that.
 * @throws RangeError if `options.profile` names no profile of the ruleset.
 */
export function check(draft: Draft, ruleset: Ruleset, options: CheckOptions = {}): CheckResult {
  const result = checkDocument(read(draft), ruleset, options)
  forgetDrafts()
  return result
}

/** As {@link check}, for a draft that has been read already, and may be read again after an edit: what that needs is kept. */
export function checkDocument(document: Document, ruleset: Ruleset, options: CheckOptions = {}): CheckResult {
  const analysis = analyse(document, ruleset, options)
  const { observations, notes } = observe(analysis)
  const worded = toFindings(observations, analysis)
  const { findings, notes: suppressionNotes } = suppress(analysis, worded.findings)
  return Object.freeze({
    draft: document.draft,
    profile: analysis.profile.id,
    period: analysis.report.metadata.period?.year ?? options.period ?? null,
    findings,
    notes: [...notes, ...worded.notes, ...suppressionNotes],
    analysis,
  })
}
