import type { Evidence, Finding, Note, Severity } from '@hegao/core'
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Client, rulePageOf } from '../client.ts'
import { type CheckedDraft, isChecked, type NoDraft, nameOf } from '../drafts.ts'
import { toRange } from '../places.ts'
import { type Words, wordsOf } from '../words.ts'
import { leftOut, shownFindings } from './shown-findings.ts'

/** How loud a finding is in the protocol's words. */
export const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

const severityOfNote: Readonly<Record<Note['kind'], DiagnosticSeverity>> = {
  unreadable: DiagnosticSeverity.Warning,
  'rule-failed': DiagnosticSeverity.Warning,
  'not-checked': DiagnosticSeverity.Information,
  suppression: DiagnosticSeverity.Information,
  profile: DiagnosticSeverity.Information,
}

/** Rules about text that has gone out of date: editors strike it through. */
const outdated: ReadonlySet<string> = new Set([
  'terms/superseded-formula',
  'terms/repealed-law',
  'terms/renamed-body',
])

/** Rules about text that may simply go: editors grey it out. */
const superfluous: ReadonlySet<string> = new Set([
  'terms/doubled-word',
  'punctuation/doubled',
  'numerals/doubled-approximation',
])

/** The diagnostics of a draft: its findings, and what could not be checked, so that a clean draft is never silently so. */
export function diagnosticsOf(draft: CheckedDraft, client: Client): Diagnostic[] {
  const words = wordsOf(draft.locale)
  const { findings, notes } = draft.result
  const shown = shownFindings(findings)
  return [
    ...shown.map((finding) => diagnosticOf(finding, draft, client, words)),
    ...notes.map((note) => noteDiagnostic(note, draft)),
    ...leftOut(findings.length, shown.length, words),
  ]
}

/** The diagnostics for a document: those of its draft, or one that says why there are none. */
export function diagnosticsOfOutcome(
  outcome: CheckedDraft | NoDraft,
  document: TextDocument,
  client: Client,
): Diagnostic[] {
  if (isChecked(outcome)) return diagnosticsOf(outcome, client)
  const words = wordsOf('zh-CN')
  if (outcome.kind === 'too-long') return [aboutDocument(words.tooLong(outcome.limit))]
  if (outcome.kind === 'failed')
    return [aboutDocument(words.failed(fileNameOf(document.uri), reasonOf(outcome.error)))]
  return []
}

/** One finding as the protocol has it. */
export function diagnosticOf(
  finding: Finding,
  draft: CheckedDraft,
  client: Client,
  words: Words = wordsOf(draft.locale),
): Diagnostic {
  const { document, uri } = draft
  const related = client.relatedInformation ? finding.evidence : []
  const tags = client.diagnosticTags ? tagsOf(finding) : []
  return {
    range: toRange(document, finding.range),
    severity: severityOf[finding.severity],
    code: finding.rule,
    ...(client.ruleLinks && { codeDescription: { href: rulePageOf(client, finding.rule) } }),
    source: 'hegao',
    message: words.sentence(finding.message, finding.advice),
    ...(tags.length > 0 && { tags }),
    ...(related.length > 0 && {
      relatedInformation: related.map((evidence: Evidence) => ({
        location: { uri, range: toRange(document, evidence.range) },
        message: evidence.label,
      })),
    }),
  }
}

function tagsOf(finding: Finding): DiagnosticTag[] {
  if (outdated.has(finding.rule)) return [DiagnosticTag.Deprecated]
  return superfluous.has(finding.rule) ? [DiagnosticTag.Unnecessary] : []
}

/** What could not be checked, as the protocol has it. */
export function noteDiagnostic(note: Note, draft: CheckedDraft): Diagnostic {
  return {
    range: toRange(draft.document, note.range ?? { start: 0, end: 0 }),
    severity: severityOfNote[note.kind],
    code: note.rule ?? note.kind,
    source: 'hegao',
    message: note.message,
  }
}

function aboutDocument(message: string): Diagnostic {
  const start = { line: 0, character: 0 }
  return { range: { start, end: start }, severity: DiagnosticSeverity.Warning, source: 'hegao', message }
}

/** The last part of a URI's path. */
export function fileNameOf(uri: string): string {
  return nameOf(uri).replace(/^.*\//, '')
}

/** An error's message in one line, without its stack. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] as string
}
