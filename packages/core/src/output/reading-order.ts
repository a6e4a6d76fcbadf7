import { type Finding, severities } from '../finding.ts'
import { byPosition } from '../text/range.ts'

/** No draft has so many findings. */
const most = 2 ** 22

/**
 * The findings in reading order; of two at one place the louder one first. They are sorted by numbers, each made of a finding's
 * start and its position in the list: a long draft has a thousand findings to be put in order behind every character typed.
 */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  const keys = new Float64Array(findings.length)
  for (let nth = 0; nth < findings.length; nth++)
    keys[nth] = (findings[nth] as Finding).range.start * most + nth
  keys.sort()
  const sorted: Finding[] = []
  /** Where the findings begin that begin where the last one does. */
  let first = 0
  const putInOrder = (): void => {
    if (sorted.length - first < 2) return
    const together = sorted.slice(first).sort(byPlaceAndWeight)
    for (let nth = 0; nth < together.length; nth++) sorted[first + nth] = together[nth] as Finding
  }
  for (let nth = 0; nth < keys.length; nth++) {
    const finding = findings[(keys[nth] as number) % most] as Finding
    if (sorted[first] !== undefined && sorted[first]?.range.start !== finding.range.start) {
      putInOrder()
      first = nth
    }
    sorted.push(finding)
  }
  putInOrder()
  return sorted
}

function byPlaceAndWeight(a: Finding, b: Finding): number {
  return (
    byPosition(a.range, b.range) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  )
}
