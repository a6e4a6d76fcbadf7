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
  /** Those that begin where the last one does. */
  let together: Finding[] = []
  const end = (): void => {
    if (together.length > 1) together.sort(byPlaceAndWeight)
    for (const finding of together) sorted.push(finding)
    together = []
  }
  for (const key of keys) {
    const finding = findings[key % most] as Finding
    if (together[0] !== undefined && together[0].range.start !== finding.range.start) end()
    together.push(finding)
  }
  end()
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
