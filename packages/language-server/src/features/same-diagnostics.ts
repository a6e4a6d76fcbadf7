import type { Evidence, Finding, Range as OffsetRange } from '@hegao/core'
import type { Diagnostic, Position, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from '../client.ts'
import { type CheckedDraft, isChecked, type NoDraft } from '../drafts.ts'
import { wordsOf } from '../words.ts'
import { diagnosticOf, diagnosticsOfOutcome, noteDiagnostic, severityOf } from './diagnostics.ts'

/**
 * The diagnostics for a document, with the very objects of the version before in the place of those that say the same: what is the
 * same at either end of both lists. Most findings only move by a few offsets when a character is typed, and stay in their lines:
 * nothing is made anew for them.
 */
export function diagnosticsAfter(
  before: readonly Diagnostic[],
  outcome: CheckedDraft | NoDraft,
  document: TextDocument,
  client: Client,
): Diagnostic[] {
  if (!isChecked(outcome)) return withSame(before, diagnosticsOfOutcome(outcome, document, client))
  const { findings, notes } = outcome.result
  const words = wordsOf(outcome.locale)
  const isSaid = (at: number, nextAt: number): boolean =>
    says(before[at] as Diagnostic, findings[nextAt] as Finding, outcome, client)
  let front = 0
  while (front < Math.min(before.length, findings.length) && isSaid(front, front)) front++
  const ofNotes = notes.map((note) => noteDiagnostic(note, outcome))
  const [shownBefore, most] = [before.length - notes.length, findings.length - front]
  let back = 0
  while (
    back < most &&
    shownBefore - 1 - back >= front &&
    isSaid(shownBefore - 1 - back, findings.length - 1 - back)
  )
    back++
  return [
    ...before.slice(0, front),
    ...findings
      .slice(front, findings.length - back)
      .map((finding) => diagnosticOf(finding, outcome, client, words)),
    ...before.slice(shownBefore - back, shownBefore),
    ...withSame(before.slice(Math.max(shownBefore, front)), ofNotes),
  ]
}

/** Whether the diagnostic is what would be made of the finding. */
function says(
  diagnostic: Diagnostic,
  finding: Finding,
  { document, locale }: CheckedDraft,
  client: Client,
): boolean {
  const { rule, severity, message, advice, range, evidence } = finding
  if (diagnostic.code !== rule || diagnostic.severity !== severityOf[severity]) return false
  if (!isAt(document, diagnostic.range, range)) return false
  const { message: said } = diagnostic
  if (typeof said !== 'string' || said.length !== wordsOf(locale).sentence(message, advice).length)
    return false
  if (!said.startsWith(message) || !said.endsWith(advice)) return false
  const related = diagnostic.relatedInformation ?? none
  if (!client.relatedInformation || evidence.length === 0) return related.length === 0
  return (
    related.length === evidence.length &&
    related.every(({ message: label, location }, at) => {
      const same = evidence[at] as Evidence
      return label === same.label && isAt(document, location.range, same.range)
    })
  )
}

function isAt(document: TextDocument, { start, end }: Range, range: OffsetRange): boolean {
  return isPlaceOf(document, start, range.start) && isPlaceOf(document, end, range.end)
}

/** Whether the offset stands at that position, which is no other one moved into its line. */
function isPlaceOf(document: TextDocument, position: Position, offset: number): boolean {
  const { line, character } = position
  return (
    document.offsetAt(position) === offset && document.offsetAt({ line, character: 0 }) + character === offset
  )
}

/**
 * The diagnostics, with the very objects of the version before in the place of those that say the same: what is the same at
 * either end of both lists. So the rest of the way can tell by identity what an edit has left alone.
 */
export function withSame(before: readonly Diagnostic[], next: readonly Diagnostic[]): Diagnostic[] {
  const most = Math.min(before.length, next.length)
  const same = (at: number, nextAt: number): boolean =>
    isSame(before[at] as Diagnostic, next[nextAt] as Diagnostic)
  let front = 0
  while (front < most && same(front, front)) front++
  let back = 0
  while (back < most - front && same(before.length - 1 - back, next.length - 1 - back)) back++
  return [
    ...before.slice(0, front),
    ...next.slice(front, next.length - back),
    ...before.slice(before.length - back),
  ]
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  if (!isSameRange(one.range, other.range) || one.message !== other.message) return false
  if (one.code !== other.code || one.severity !== other.severity || one.source !== other.source) return false
  if (one.codeDescription?.href !== other.codeDescription?.href) return false
  if (one.tags?.join() !== other.tags?.join()) return false
  const [related = none, others = none] = [one.relatedInformation, other.relatedInformation]
  if (related === others) return true
  return (
    related.length === others.length &&
    related.every(({ message, location }, at) => {
      const same = others[at]
      return (
        same !== undefined &&
        message === same.message &&
        location.uri === same.location.uri &&
        isSameRange(location.range, same.location.range)
      )
    })
  )
}

const none: NonNullable<Diagnostic['relatedInformation']> = []

function isSameRange(one: Range, other: Range): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.line === other.end.line &&
    one.end.character === other.end.character
  )
}
