import { severities } from '@hegao/core'
import type { ReportedFinding } from '@hegao/workspace'
import { escapeHtml } from './escape.ts'

/** A finding with the anchor of its card. */
export interface PlacedFinding {
  readonly finding: ReportedFinding
  readonly anchor: string
}

/**
 * A stretch of the draft as HTML, with the places of findings marked. Where findings overlap, each piece takes the loudest
 * severity and leads to the card of that finding.
 */
export function markedText(
  source: string,
  from: number,
  to: number,
  findings: readonly PlacedFinding[],
): string {
  const here = findings.filter(
    ({ finding }) => !finding.document && finding.range.start < to && finding.range.end > from,
  )
  const cuts = new Set([from, to])
  for (const { finding } of here) {
    cuts.add(Math.max(from, finding.range.start))
    cuts.add(Math.min(to, finding.range.end))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges
    .slice(0, -1)
    .map((start, nth) => {
      const end = edges[nth + 1] as number
      const text = escapeHtml(source.slice(start, end))
      const [loudest] = here
        .filter(({ finding }) => finding.range.start <= start && finding.range.end >= end)
        .sort((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity))
      if (!loudest) return text
      return `<mark class="${loudest.finding.severity}"><a href="#${loudest.anchor}">${text}</a></mark>`
    })
    .join('')
}
