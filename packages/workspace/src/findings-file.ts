import type { CheckResult, Finding, LineIndex, Note, Range, Severity } from '@hegao/core'
import type { Problem } from './problem.ts'

/** A range with the line and column of both ends: offsets in UTF-16 units from 0, lines and columns from 1. */
export interface PlacedRange {
  readonly start: number
  readonly end: number
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** A finding as other tools read it: `schemas/findings.schema.json`. */
export interface ReportedFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly advice: string
  readonly range: PlacedRange
  readonly evidence: readonly { readonly range: PlacedRange; readonly label: string }[]
  readonly fixes: readonly {
    readonly kind: 'safe' | 'suggestion'
    readonly title: string
    readonly edits: readonly { readonly range: PlacedRange; readonly text: string }[]
  }[]
  readonly document: boolean
}

/** What could not be checked in a draft. */
export interface ReportedNote {
  readonly kind: Note['kind'] | 'baseline'
  readonly message: string
  readonly rule: string | null
  readonly range: PlacedRange | null
}

/** One draft with everything that was found and everything that was not checked. */
export interface DraftReport {
  readonly path: string
  readonly format: string
  readonly profile: string
  readonly period: number | null
  readonly findings: readonly ReportedFinding[]
  /** How many more findings the baseline knows. */
  readonly baselined: number
  readonly notes: readonly ReportedNote[]
}

/** A problem in the language of the run. */
export interface ReportedProblem {
  readonly path: string | null
  readonly line: number | null
  readonly column: number | null
  readonly message: string
}

/** Counts over all drafts of a run. */
export interface Summary {
  readonly drafts: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
  readonly baselined: number
  readonly notes: number
  readonly problems: number
}

/** The whole outcome: what `--format json` prints and `hegao merge` reads. */
export interface FindingsFile {
  readonly version: 1
  readonly drafts: readonly DraftReport[]
  readonly problems: readonly ReportedProblem[]
  readonly summary: Summary
}

/** A checked draft in the form that other tools read; `path` is how the run names it. */
export function reportOf(result: CheckResult): DraftReport {
  const { lines } = result.analysis.document
  return {
    path: result.draft.path,
    format: result.draft.format,
    profile: result.profile,
    period: result.period,
    findings: result.findings.map((finding) => reportFinding(finding, lines)),
    baselined: 0,
    notes: result.notes.map(({ kind, message, rule, range }) => ({
      kind,
      message,
      rule,
      range: range && placeRange(range, lines),
    })),
  }
}

function reportFinding(finding: Finding, lines: LineIndex): ReportedFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    advice: finding.advice,
    range: placeRange(finding.range, lines),
    evidence: finding.evidence.map(({ range, label }) => ({ range: placeRange(range, lines), label })),
    fixes: finding.fixes.map((fix) => ({
      kind: fix.kind,
      title: fix.title,
      edits: fix.edits.map((edit) => ({ range: placeRange(edit.range, lines), text: edit.text })),
    })),
    document: finding.document,
  }
}

/** The range with lines and columns. */
export function placeRange(range: Range, lines: LineIndex): PlacedRange {
  const from = lines.at(range.start)
  const to = lines.at(range.end)
  return {
    start: range.start,
    end: range.end,
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
  }
}

/** How much was found in one draft: all that a run needs to know where nobody looks at the findings themselves. */
export interface DraftCounts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
  readonly baselined: number
  readonly notes: number
  /** Whether the draft could not be checked in full: a rule failed, or a part of it could not be read. */
  readonly incomplete: boolean
}

/** Counts what a report holds. */
export function countsOf(draft: DraftReport): DraftCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 }
  for (const finding of draft.findings) counts[finding.severity]++
  return {
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    hints: counts.hint,
    baselined: draft.baselined,
    notes: draft.notes.length,
    incomplete: draft.notes.some((note) => note.kind === 'rule-failed' || note.kind === 'unreadable'),
  }
}

/** Counts what a run finds, draft by draft, so that no draft's findings need be kept for it. */
export interface Tally {
  add(draft: DraftCounts): void
  /** Whether any draft so far could not be checked in full. */
  readonly incomplete: boolean
  summary(problems: number): Summary
}

/** An empty tally. */
export function makeTally(): Tally {
  const sum = { drafts: 0, errors: 0, warnings: 0, infos: 0, hints: 0, baselined: 0, notes: 0 }
  let incomplete = false
  return {
    add(draft) {
      sum.drafts++
      sum.errors += draft.errors
      sum.warnings += draft.warnings
      sum.infos += draft.infos
      sum.hints += draft.hints
      sum.baselined += draft.baselined
      sum.notes += draft.notes
      incomplete ||= draft.incomplete
    },
    get incomplete() {
      return incomplete
    },
    summary: (problems) => ({ ...sum, problems }),
  }
}

/** A problem in one language. */
export function reportProblem(problem: Problem, locale: 'zh-CN' | 'en'): ReportedProblem {
  return { ...problem, message: problem.message[locale] }
}
