import type { Analysis } from '../../analysis.ts'
import type { Part, Role } from '../../report/report.ts'

/** The mandated part with that role, or undefined if the profile knows none. */
export function partOf(analysis: Analysis, role: Role): Part | undefined {
  return analysis.report.parts.find((part) => part.role === role)
}
