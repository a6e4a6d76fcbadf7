import type { Section } from '../../report/report.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { foundParts } from './part-data.ts'

/** Parameters of `part-order`: none; the profile lists the parts in their order. */
export type PartOrderParameters = Readonly<Record<string, never>>

/** Reports the first part that stands behind one which should follow it. */
export const partOrder = draftCheck<PartOrderParameters>('part-order', (analysis, _parameters, report) => {
  const placed = foundParts(analysis).flatMap(({ profile, sections }, order) =>
    sections[0]?.role === profile.role && sections[0].parent === -1
      ? [{ profile, order, section: sections[0] as Section }]
      : [],
  )
  placed.sort((a, b) => a.section.from - b.section.from || a.order - b.order)
  for (const [nth, before] of placed.entries()) {
    const after = placed.slice(nth + 1).find((part) => part.order < before.order)
    if (!after || after.section === before.section) continue
    report({
      at: rangeOf(before.section.titlePlace),
      data: { part: before.profile.name, after: after.profile.name },
      evidence: [
        {
          range: rangeOf(after.section.titlePlace),
          label: { 'zh-CN': '应在其前的部分', en: 'the part that should come first' },
        },
      ],
    })
    return
  }
})
