import type { Evidence, Finding, Range as OffsetRange } from '@hegao/core'
import { commonEnds, placeBefore } from '@hegao/core'
import type { Diagnostic, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from '../client.ts'
import { type CheckedDraft, isChecked, type NoDraft } from '../drafts.ts'
import { wordsOf } from '../words.ts'
import { diagnosticOf, diagnosticsOfOutcome, noteDiagnostic } from './diagnostics.ts'
import { leftOut, shownFindings } from './shown-findings.ts'

/** What is shown of a document. */
export interface Shown {
  readonly text: string
  /** The findings of which the first diagnostics were made, one each; those of the notes, and of what is left out, follow. */
  readonly findings: readonly Finding[]
  readonly diagnostics: readonly Diagnostic[]
}

/** As long as nothing is shown. */
export const nothingShown: Shown = { text: '', findings: [], diagnostics: [] }

/**
 * What is to be shown of a document now, with the very diagnostics of the version before in the place of those that say the same in
 * the same lines: most findings only move by a few offsets when a character is typed, and nothing is made anew for them.
 */
export function shownAfter(
  before: Shown,
  outcome: CheckedDraft | NoDraft,
  document: TextDocument,
  client: Client,
): Shown {
  const text = document.getText()
  if (!isChecked(outcome)) {
    const diagnostics = withSame(before.diagnostics, diagnosticsOfOutcome(outcome, document, client))
    return { text, findings: [], diagnostics }
  }
  const { findings: all, notes } = outcome.result
  const findings = shownFindings(all)
  const words = wordsOf(outcome.locale)
  const known = before.findings
  const edit = editBetween(before.text, text)
  /** How many findings more there are behind what is new. */
  const more = findings.length - known.length
  const isAsBefore = (last: number, nth: number): boolean =>
    isSame(known[last], findings[nth] as Finding, edit)
  const diagnostics = findings.map(
    (finding, nth): Diagnostic =>
      before.diagnostics[placeBefore(nth, more, isAsBefore)] ?? diagnosticOf(finding, outcome, client, words),
  )
  const others = notes.map((note) => noteDiagnostic(note, outcome))
  others.push(...leftOut(all.length, findings.length, words))
  for (const diagnostic of withSame(before.diagnostics.slice(known.length), others))
    diagnostics.push(diagnostic)
  return { text, findings, diagnostics }
}

/** What stays in its line where a text is changed: all up to an offset, and all behind a line, moved on. */
interface TextEdit {
  /** Offsets up to this one stand where they stood. */
  readonly front: number
  /** Offsets of the text before from this one on stand in the lines in which they stood, moved by `shift`. */
  readonly back: number
  readonly shift: number
}

//     before  一二三四␊五六七␊八九
//     text    一二三四␊五六加七␊八九
//                          ^front  ^back
function editBetween(before: string, text: string): TextEdit {
  const { prefix, suffix } = commonEnds(before, text)
  // CR and LF are one line end, or two.
  const front = before[prefix - 1] === '\r' ? prefix - 1 : prefix
  const end = before.length - suffix
  const shift = text.length - before.length
  const isInLine = !lineEnd.test(before.slice(front, end)) && !lineEnd.test(text.slice(front, end + shift))
  return { front, back: isInLine ? nextLine(before, end) : Number.POSITIVE_INFINITY, shift }
}

const lineEnd = /[\r\n]/

/** Where the line behind the offset begins; past all offsets if there is none. */
function nextLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset)
  const rest = text.slice(offset, feed === -1 ? text.length : feed)
  const back = rest.indexOf('\r')
  if (back !== -1 && !(back === rest.length - 1 && feed !== -1)) return offset + back + 1
  return feed === -1 ? Number.POSITIVE_INFINITY : feed + 1
}

/** Whether the same diagnostic is made of both findings, the one of the text before the edit and the one of the text behind it. */
function isSame(before: Finding | undefined, finding: Finding, edit: TextEdit): boolean {
  if (before === undefined || before.rule !== finding.rule || !isSameRange(before.range, finding.range, edit))
    return false
  if (before === finding && finding.evidence.length === 0) return true
  if (before.severity !== finding.severity || before.message !== finding.message) return false
  const { evidence } = finding
  if (before.advice !== finding.advice || before.evidence.length !== evidence.length) return false
  for (let nth = 0; nth < evidence.length; nth++) {
    const [one, other] = [before.evidence[nth] as Evidence, evidence[nth] as Evidence]
    if (one.label !== other.label || !isSameRange(one.range, other.range, edit)) return false
  }
  return true
}

function isSameRange(before: OffsetRange, { start, end }: OffsetRange, edit: TextEdit): boolean {
  return stands(before.start, start, edit) && stands(before.end, end, edit)
}

function stands(before: number, offset: number, { front, back, shift }: TextEdit): boolean {
  return before <= front ? offset === before : before >= back && offset === before + shift
}

/**
 * The diagnostics, with the very objects of the version before in the place of those that say the same: what is the same at
 * either end of both lists. So the rest of the way can tell by identity what an edit has left alone.
 */
export function withSame(before: readonly Diagnostic[], next: readonly Diagnostic[]): Diagnostic[] {
  const most = Math.min(before.length, next.length)
  const same = (at: number, nextAt: number): boolean =>
    isAlike(before[at] as Diagnostic, next[nextAt] as Diagnostic)
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

function isAlike(one: Diagnostic, other: Diagnostic): boolean {
  if (!areEqual(one.range, other.range) || one.message !== other.message) return false
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
        areEqual(location.range, same.location.range)
      )
    })
  )
}

const none: NonNullable<Diagnostic['relatedInformation']> = []

function areEqual(one: Range, other: Range): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.line === other.end.line &&
    one.end.character === other.end.character
  )
}
