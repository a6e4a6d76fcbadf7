import type { Analysis } from '../../analysis.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `vague-period`: the words that do not tell the period, in two groups. */
export interface VaguePeriodParameters {
  /** Words that mean the year of writing: wrong in a report on the year before. */
  readonly thisYear: readonly string[]
  /** Words that mean no year in particular. */
  readonly recentYears: readonly string[]
}

/**
 * Reports words that stand for the year of writing (main message) or for no particular year (`recent`) where the report is
 * about the year before. A report that is dated in the year itself may say 今年; so may the plan, and quotations. Said softly
 * where the draft is not dated, or only says 今年 in passing.
 */
export const vaguePeriod = draftCheck<VaguePeriodParameters>(
  'vague-period',
  (analysis, parameters, report) => {
    const { metadata, blocks } = analysis.report
    const period = metadata.period?.year ?? analysis.options.period
    if (period === undefined) return
    const written = [metadata.signedOn, metadata.writtenOn, metadata.publishedOn].flatMap(
      (date) => date?.year ?? [],
    )
    const isOfTheYear = written.length > 0 && Math.min(...written) <= period
    const { thisYear } = parameters
    const since = thisYear.filter((word) => word.endsWith('以来'))
    const sure =
      written.length > 0 && blocks.some(({ shape }) => since.some((word) => shape.folded.includes(word)))
    const first = analysis.report.sections[0]?.from ?? 0
    for (const block of blocks) {
      if (isPlan(analysis, block.index, first)) continue
      const { folded } = block.shape
      if (!isOfTheYear)
        for (const { from, to } of places(folded, thisYear)) {
          report({
            at: rangeOf({ block, from, to }),
            key: 'this-year',
            data: { words: block.shape.text.slice(from, to), period },
            ...(sure ? {} : { severity: 'info' as const }),
          })
        }
      for (const { from, to } of places(folded, parameters.recentYears)) {
        report({
          at: rangeOf({ block, from, to }),
          key: 'recent-years',
          variant: 'recent',
          data: { words: block.shape.text.slice(from, to), period },
        })
      }
    }
  },
)

function isPlan(analysis: Analysis, index: number, first: number): boolean {
  const block = analysis.document.blocks[index]
  const role = block && analysis.report.sectionOf(block)?.role
  return index >= first && (role === 'plan' || role === 'other' || role === null || role === undefined)
}

function places(folded: string, words: readonly string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      const isInside = found.some(({ from, to }) => at < to && at + word.length > from)
      if (!isInside && !isQuoted(folded, at)) found.push({ from: at, to: at + word.length })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function isQuoted(folded: string, at: number): boolean {
  const lead = folded.slice(Math.max(0, at - 60), at)
  return lead.lastIndexOf('“') > lead.lastIndexOf('”') || lead.lastIndexOf('《') > lead.lastIndexOf('》')
}
