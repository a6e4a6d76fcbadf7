import type { Role, Section } from '../../report/report.ts'
import type { PartProfile } from '../../ruleset/profile.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { foundParts } from './part-data.ts'

/** Parameters of `part-order`: none; the profile lists the parts in their order. */
export type PartOrderParameters = Readonly<Record<string, never>>

/** A part that stands under a heading of its own, and its place in the profile's order. */
interface PlacedPart {
  readonly profile: PartProfile
  readonly order: number
  readonly section: Section
}

/** The account of the first person responsible stands before the shortcomings in most reports. */
function isUsual(before: Role, after: Role): boolean {
  return before === 'responsibility' && after === 'shortcomings'
}

/**
 * Reports the first part that stands behind one which should follow it. The account of the first person responsible stands in
 * many places: that is said softly (variant `responsibility`), and only where nothing else is out of order.
 */
export const partOrder = draftCheck<PartOrderParameters>('part-order', (analysis, _parameters, report) => {
  const placed: PlacedPart[] = []
  for (const [order, { profile, sections }] of foundParts(analysis).entries()) {
    const section = sections[0]
    if (section?.role === profile.role && section.parent === -1) placed.push({ profile, order, section })
  }
  placed.sort((a, b) => a.section.from - b.section.from || a.order - b.order)
  if (placed.every(({ order }, nth) => nth === 0 || (placed[nth - 1] as PlacedPart).order < order)) return
  const misplaced = placed.flatMap((before, nth) => {
    const after = placed.slice(nth + 1).find((part) => part.order < before.order)
    if (!after || after.section === before.section || isUsual(before.profile.role, after.profile.role))
      return []
    return [{ before, after, free: [before, after].some((part) => part.profile.role === 'responsibility') }]
  })
  const first = misplaced.find(({ free }) => !free) ?? misplaced[0]
  if (!first) return
  const { before, after, free } = first
  report({
    at: rangeOf(before.section.titlePlace),
    ...(free ? { variant: 'responsibility' } : {}),
    data: { part: before.profile.name, after: after.profile.name },
    evidence: [
      {
        range: rangeOf(after.section.titlePlace),
        label: { 'zh-CN': '应在其前的部分', en: 'the part that should come first' },
      },
    ],
  })
})
