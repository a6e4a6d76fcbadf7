import type { Edit, Finding } from '../finding.ts'
import { placeSet } from '../text/place-set.ts'
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

/** An edit of a fix that may be applied, and its place among all of them in the order of the text. */
interface Candidate {
  readonly edit: Edit
  place: number
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
  const fixes = findings.flatMap((finding): Candidate[][] => {
    const fix = finding.fixes.find((candidate) => candidate.kind === 'safe' || choice.suggestions)
    return fix ? [fix.edits.map((edit) => ({ edit, place: 0 }))] : []
  })
  const inOrder = fixes.flat().sort((a, b) => byPosition(a.edit.range, b.edit.range))
  for (const [place, candidate] of inOrder.entries()) candidate.place = place
  // Edits that were taken do not touch each other, so that one can only clash with those next to it.
  const taken = placeSet(inOrder.length)
  const clashes = (edit: Edit, place: number): boolean =>
    place !== -1 && clash((inOrder[place] as Candidate).edit, edit)
  const edits: Edit[] = []
  let applied = 0
  for (const fix of fixes) {
    if (fix.some(({ edit, place }) => clashes(edit, taken.below(place)) || clashes(edit, taken.above(place))))
      continue
    for (const { edit, place } of fix) {
      edits.push(edit)
      taken.add(place)
    }
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
