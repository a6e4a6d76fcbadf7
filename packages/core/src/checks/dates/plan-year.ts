import { type BlockRange, rangeOf, sourceRange, textOf } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { draftCheck, type ObservedFix } from '../check.ts'

/** Parameters of `plan-year`: none. */
export type PlanYearParameters = Readonly<Record<string, never>>

const years = /(?<![\d—~-])((?:19|20)\d\d) ?年(?![—~\-至]? ?\d)/g
const promise = /^((?:19|20)\d\d) ?年度?,?[^。,;]{0,12}将/

/** Reports a plan whose heading or first words name another year than the one after the report's. */
export const planYear = draftCheck<PlanYearParameters>('plan-year', (analysis, _parameters, report) => {
  const period = analysis.report.metadata.period?.year ?? analysis.options.period
  if (period === undefined) return
  const next = period + 1
  const plan = analysis.report.parts.find((part) => part.role === 'plan')
  for (const section of plan?.sections ?? []) {
    const place = wrongHeadingYear(section.titlePlace, next) ?? wrongOpening(section.body[0], next)
    if (!place) continue
    report({
      at: rangeOf(place),
      data: { written: textOf(place).slice(0, 4), next },
      fixes: [yearFix(place, next)],
    })
  }
})

function wrongHeadingYear({ block, from, to }: BlockRange, next: number): BlockRange | null {
  const named = matchesIn(block.shape.folded.slice(from, to), years)
  const [first] = named
  if (!first || named.some((match) => Number(match[1]) === next)) return null
  return { block, from: from + first.index, to: from + first.index + first[0].length }
}

function wrongOpening(place: BlockRange | undefined, next: number): BlockRange | null {
  if (!place) return null
  const match = promise.exec(place.block.shape.folded.slice(place.from, place.to))
  if (!match || Number(match[1]) === next) return null
  return { block: place.block, from: place.from, to: place.from + 5 }
}

function yearFix({ block, from }: BlockRange, next: number): ObservedFix {
  return {
    kind: 'suggestion',
    title: { 'zh-CN': `改为“${next}年”`, en: `Write ${next}` },
    edits: [{ range: sourceRange(block, from, from + 4), text: String(next) }],
  }
}
