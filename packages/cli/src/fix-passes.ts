import { applyFixes, type Edit } from '@hegao/core'
import { type CheckedDraft, isProblem, type Problem } from '@hegao/workspace'

/** Fixes may make room for others; so many passes are more than any real draft needs. */
const mostPasses = 10

/** A text with its safe fixes applied, and what is still found in it. */
export interface FixedText {
  readonly text: string
  readonly applied: number
  readonly checked: CheckedDraft
}

/** Applies all safe fixes, and then those for which they make room; a problem in checking what came out ends it. */
export function fixInPasses(
  draft: string,
  first: CheckedDraft,
  recheck: (text: string) => CheckedDraft | Problem,
): FixedText | Problem {
  let checked = first
  let text = draft
  let applied = 0
  for (let pass = 0; pass < mostPasses; pass++) {
    const withLineEnds = lineEndsOf(text)
    const findings = checked.report.findings.map(({ fixes }) => ({
      fixes: fixes.map((fix) => ({ ...fix, edits: withLineEnds(fix.edits) })),
    }))
    const fixed = applyFixes(text, findings)
    if (fixed.applied === 0 || fixed.text === text) break
    text = fixed.text
    applied += fixed.applied
    const again = recheck(text)
    if (isProblem(again)) return again
    checked = again
  }
  return { text, applied, checked }
}

/** Gives edits the line ends that the text has, which it is asked for once. */
export function lineEndsOf(text: string): (edits: readonly Edit[]) => readonly Edit[] {
  if (!text.includes('\r\n')) return (edits) => edits
  return (edits) => edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') }))
}
