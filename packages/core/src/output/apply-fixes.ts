import type { Edit, Finding } from '../finding.ts'
import { byPosition, overlaps } from '../text/range.ts'

/** The text after fixes, and how many findings were mended. */
export interface FixedText {
  readonly text: string
  readonly applied: number
}

/** Which fixes to apply: safe ones always; with `suggestions`, the first suggestion of a finding as well. */
export interface FixChoice {
  readonly suggestions?: boolean
}

/**
 * Applies the findings' fixes in one pass: all edits of a fix or none, and never two that touch the same text; of two
 * that clash the first in reading order wins, the other is left for the next pass.
 */
export function applyFixes(
  text: string,
  findings: readonly Pick<Finding, 'fixes'>[],
  choice: FixChoice = {},
): FixedText {
  const edits: Edit[] = []
  let applied = 0
  for (const finding of findings) {
    const fix = finding.fixes.find((candidate) => candidate.kind === 'safe' || choice.suggestions)
    if (!fix || fix.edits.some((edit) => edits.some((taken) => clash(taken, edit)))) continue
    for (const edit of fix.edits) edits.push(edit)
    applied++
  }
  return { text: applyEdits(text, edits), applied }
}

/** The text after the edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => byPosition(a.range, b.range))) {
    result += text.slice(at, edit.range.start) + edit.text
    at = edit.range.end
  }
  return result + text.slice(at)
}

/** Whether two edits touch the same text; two insertions at one place do. */
function clash(a: Edit, b: Edit): boolean {
  return (
    overlaps(a.range, b.range) ||
    a.range.start === b.range.start ||
    (a.range.start === a.range.end && overlaps({ start: a.range.start, end: a.range.end + 1 }, b.range)) ||
    (b.range.start === b.range.end && overlaps(a.range, { start: b.range.start, end: b.range.end + 1 }))
  )
}
