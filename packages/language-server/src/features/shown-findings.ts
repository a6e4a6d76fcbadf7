import { type Finding, severities } from '@hegao/core'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import type { Words } from '../words.ts'

/**
 * So many findings of a draft an editor shows at most. VS Code leaves out all diagnostics of a document beyond the thousandth
 * and says nothing of it; and hundreds of marks help nobody who has to begin somewhere. Only what is shown is bounded: the
 * command line tells all findings, and so do counts and quick fixes.
 */
export const mostShown = 200

/** The findings to show, in reading order: all, or those that weigh most, and of equal weight the first. */
export function shownFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostShown) return findings
  const room = new Map<Finding['severity'], number>()
  let left = mostShown
  for (const severity of severities) {
    const count = findings.reduce((sum, finding) => sum + (finding.severity === severity ? 1 : 0), 0)
    room.set(severity, Math.min(count, left))
    left -= Math.min(count, left)
  }
  return findings.filter(({ severity }) => {
    const still = room.get(severity) as number
    room.set(severity, still - 1)
    return still > 0
  })
}

/** Says that findings are left out, if any are; at the start of the draft. */
export function leftOut(all: number, shown: number, words: Words): Diagnostic[] {
  if (all === shown) return []
  const start = { line: 0, character: 0 }
  const severity = DiagnosticSeverity.Information
  return [
    {
      range: { start, end: start },
      severity,
      code: 'not-shown',
      source: 'hegao',
      message: words.leftOut(all, shown),
    },
  ]
}
