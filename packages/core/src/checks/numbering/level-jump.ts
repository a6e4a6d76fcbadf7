import type { Analysis } from '../../analysis.ts'
import { layoutOf } from '../../report/layout.ts'
import type { LabelStyle, Section } from '../../report/report.ts'
import type { BlockRange } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { type Numbered, numberedRuns, officialStyles, properLabel } from './runs.ts'

/** Parameters of `level-jump`: none. */
export type LevelJumpParameters = Readonly<Record<string, never>>

/**
 * Reports a numbering level that is left out: sub-headings two levels down (一、 then （1）), or one level further down than
 * sister sections use (一、 then 1. where elsewhere 一、 is followed by （一）). 一、 followed by 1. throughout is allowed.
 */
export const levelJump = draftCheck<LevelJumpParameters>(
  'level-jump',
  (analysis, _parameters, report) => {
    const { sections } = analysis.report
    const bracketsBelowCommas = (): boolean =>
      sections.some(
        ({ label, parent }) =>
          label?.style === 'han-bracket' && sections[parent]?.label?.style === 'han-comma',
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
        at: section.label.place,
        data: {
          written: properLabel(section.label.style, 1),
          outer: properLabel(parent.label.style, parent.label.number),
          missing: properLabel(missing, 1),
        },
        evidence: [{ range: parent.label.place, label: { 'zh-CN': '上一级序号', en: 'the level above' } }],
      })
    }
    for (const { inner, outer } of paragraphJumps(analysis)) {
      const missing = officialStyles[officialStyles.indexOf(outer.label.style) + 1] as LabelStyle
      report({
        at: placeOf(inner),
        data: {
          written: properLabel(inner.label.style, 1),
          outer: properLabel(outer.label.style, outer.label.number),
          missing: properLabel(missing, 1),
        },
        evidence: [{ range: placeOf(outer), label: { 'zh-CN': '上一级序号', en: 'the level above' } }],
      })
    }
  },
  (analysis) => [layoutOf(analysis.report).headings, numberedRuns(analysis)],
)

interface Jump {
  readonly inner: Numbered
  readonly outer: Numbered
}

//     （五）主动接受监督        outer
//     （1）全年办理复议案件31件，…   inner: a paragraph, no heading; 1. is left out
//     （2）办理诉讼案件14件，…
/** Numbered paragraphs (1)(2)… right below 一、 or （一）. */
function paragraphJumps(analysis: Analysis): Jump[] {
  const bracket = officialStyles.indexOf('arabic-bracket')
  const inner = numberedRuns(analysis).filter(
    ({ style, labels }) => style === 'arabic-bracket' && labels.length > 1 && labels[0]?.label.number === 1,
  )
  if (inner.length === 0) return []
  const others = numberedRuns(analysis)
    .filter(({ style }) => officialStyles.indexOf(style) < bracket)
    .flatMap(({ labels }) => labels)
    .sort((a, b) => a.block.index - b.block.index)
  return inner.flatMap(({ labels }) => {
    const [first] = labels as readonly [Numbered]
    const outer = others.findLast(({ block }) => block.index < first.block.index)
    const isJump = outer?.label.style === 'han-comma' || outer?.label.style === 'han-bracket'
    const isHeading = analysis.report.sections.some(({ label }) => label?.place.block === first.block)
    return outer && isJump && !isHeading ? [{ inner: first, outer }] : []
  })
}

function placeOf({ block, label }: Numbered): BlockRange {
  return { block, from: label.from, to: label.to }
}

function hasTwo(parent: Section): boolean {
  return parent.children.length > 1
}
