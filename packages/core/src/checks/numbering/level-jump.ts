import type { Section } from '../../report/report.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { officialStyles, properLabel } from './runs.ts'

/** Parameters of `level-jump`: none. */
export type LevelJumpParameters = Readonly<Record<string, never>>

/**
 * Reports a numbering level that is left out: sub-headings two levels down (一、 then （1）), or one level further down than
 * sister sections use (一、 then 1. where elsewhere 一、 is followed by （一）). 一、 followed by 1. throughout is allowed.
 */
export const levelJump = draftCheck<LevelJumpParameters>('level-jump', (analysis, _parameters, report) => {
  const { sections } = analysis.report
  const bracketsBelowCommas = (): boolean =>
    sections.some(
      ({ label, parent }) => label?.style === 'han-bracket' && sections[parent]?.label?.style === 'han-comma',
    )
  for (const section of sections) {
    const parent = sections[section.parent]
    if (!section.label || !parent?.label || section.label.number !== 1) continue
    if (section.label.place.from === section.label.place.to) continue
    const outer = officialStyles.indexOf(parent.label.style)
    const inner = officialStyles.indexOf(section.label.style)
    const missing = officialStyles[outer + 1]
    if (inner - outer < 2 || missing === undefined) continue
    const isAllowed = parent.label.style === 'han-comma' && section.label.style === 'arabic-dot'
    if (isAllowed && !bracketsBelowCommas()) continue
    if (
      parent.label.style === 'chapter' ||
      parent.label.style === 'section' ||
      section.label.style === 'circled'
    )
      continue
    if (!hasTwo(parent)) continue
    report({
      at: rangeOf(section.label.place),
      data: {
        written: properLabel(section.label.style, 1),
        outer: properLabel(parent.label.style, parent.label.number),
        missing: properLabel(missing, 1),
      },
      evidence: [
        { range: rangeOf(parent.label.place), label: { 'zh-CN': '上一级序号', en: 'the level above' } },
      ],
    })
  }
})

function hasTwo(parent: Section): boolean {
  return parent.children.length > 1
}
