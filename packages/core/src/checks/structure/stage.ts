import type { Analysis } from '../../analysis.ts'
import type { Severity } from '../../finding.ts'
import type { Stage } from '../../ruleset/rule.ts'

/**
 * What is being checked: what the caller says; a draft with a web page around it counts as published where the caller says
 * nothing.
 */
export function stageOf(analysis: Analysis): Stage {
  if (analysis.options.stage) return analysis.options.stage
  return analysis.report.furniture.length > 0 ? 'published' : 'draft'
}

/**
 * How loudly the absence of a formal element is said: in full for a submission, in a low voice for a draft that is still
 * being written, not at all (null) for a published page, from which such elements are often left out.
 */
export function absenceSeverity(analysis: Analysis): Severity | null {
  const stage = stageOf(analysis)
  if (stage === 'published') return null
  return stage === 'submission' ? 'warning' : 'info'
}
