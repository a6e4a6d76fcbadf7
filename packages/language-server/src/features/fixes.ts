import {
  applyFixes,
  type CheckOptions,
  check,
  type Edit,
  type Finding,
  type Fix,
  type Range as OffsetRange,
  overlaps,
  type Ruleset,
} from '@hegao/core'
import type { TextEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { CheckedDraft } from '../drafts.ts'
import { toRange } from '../places.ts'

/** So many times a text is mended and checked again before what is left is left. */
const passes = 10

/** The edits of one fix. */
export function editsOf(fix: Fix, document: TextDocument): TextEdit[] {
  return fix.edits.map((edit) => textEdit(edit, document))
}

/**
 * The edits that apply the safe fixes of all findings that `wanted` picks, so that no such finding is left: what
 * `hegao fix` writes. Usually those of one pass; where mending uncovers more, one edit over the stretch that differs.
 * With `once`, those of one pass in any case: that needs no further check.
 */
export function fixAllEdits(
  draft: CheckedDraft,
  wanted: (finding: Finding) => boolean,
  once = false,
): TextEdit[] {
  const { document, result } = draft
  const text = result.draft.text
  const chosen = result.findings.filter((finding) => wanted(finding) && hasSafeFix(finding))
  if (chosen.length === 0) return []
  const first = applyFixes(text, chosen).text
  const last = once ? first : mendAgain(first, draft, wanted)
  if (last === first) {
    const edits = chosen.flatMap((finding) => finding.fixes.find((fix) => fix.kind === 'safe')?.edits ?? [])
    if (!edits.some((a, i) => edits.some((b, j) => i < j && meet(a.range, b.range))))
      return edits.map((edit) => textEdit(edit, document))
  }
  const edit = differenceOf(text, last)
  return edit ? [textEdit(edit, document)] : []
}

/** Whether the finding can be mended without a person's choice. */
export function hasSafeFix(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.kind === 'safe')
}

/** The text after as many further passes as it takes. */
function mendAgain(text: string, draft: CheckedDraft, wanted: (finding: Finding) => boolean): string {
  const { ruleset } = draft.configuration
  const { options } = draft.result.analysis
  let current = text
  for (let pass = 1; pass < passes; pass++) {
    const { text: next, applied } = onePass(current, draft, ruleset, options, wanted)
    if (applied === 0 || next === current) break
    current = next
  }
  return current
}

function onePass(
  text: string,
  draft: CheckedDraft,
  ruleset: Ruleset,
  options: CheckOptions,
  wanted: (finding: Finding) => boolean,
) {
  const result = draft.configuration.finish(check({ ...draft.result.draft, text }, ruleset, options))
  return applyFixes(text, result.findings.filter(wanted))
}

/** Whether two edits would meet in one request; clients refuse overlapping edits and order equal insertions as they like. */
function meet(a: OffsetRange, b: OffsetRange): boolean {
  return overlaps(a, b) || a.start === b.start
}

/** The smallest single edit that turns one text into the other; null if they are the same. Never cuts a surrogate pair. */
export function differenceOf(before: string, after: string): Edit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--
  let tail = 0
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--
  return {
    range: { start, end: before.length - tail },
    text: after.slice(start, after.length - tail),
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function textEdit(edit: Edit, document: TextDocument): TextEdit {
  return { range: toRange(document, edit.range), newText: edit.text }
}
