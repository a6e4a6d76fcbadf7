import type { Analysis } from '../../analysis.ts'
import { has, rangeOf } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { signsOfAll } from '../../text/signs.ts'
import { draftCheck } from '../check.ts'
import { perList, signsOfWords } from '../shared/word-list.ts'

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
    const signsOfSince = signsOfAll(since)
    const sure =
      written.length > 0 &&
      blocks.some(
        ({ shape }) => has(shape, signsOfSince) && since.some((word) => shape.folded.includes(word)),
      )
    const ofThisYear = patternOf(thisYear)
    const ofRecentYears = patternOf(parameters.recentYears)
    const needs = signsOfWords(thisYear) & signsOfWords(parameters.recentYears)
    const first = analysis.report.sections[0]?.from ?? 0
    for (const block of blocks) {
      if (!has(block.shape, needs) || isPlan(analysis, block.index, first)) continue
      const { folded } = block.shape
      if (!isOfTheYear)
        for (const { from, to } of places(folded, ofThisYear)) {
          report({
            at: rangeOf({ block, from, to }),
            key: 'this-year',
            data: { words: block.shape.text.slice(from, to), period },
            ...(sure ? {} : { severity: 'info' as const }),
          })
        }
      for (const { from, to } of places(folded, ofRecentYears)) {
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

/** The words as one pattern, longest first; null without words. */
const patternOf = perList((words): RegExp | null => {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const escaped = longestFirst.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
  return escaped.length === 0 ? null : new RegExp(escaped.join('|'), 'g')
})

/** Where the words stand outside quotations and titles; of words that begin alike the longest counts. */
function places(folded: string, pattern: RegExp | null): { from: number; to: number }[] {
  if (!pattern) return []
  const found: { from: number; to: number }[] = []
  for (const match of matchesIn(folded, pattern)) {
    if (!isQuoted(folded, match.index)) found.push({ from: match.index, to: match.index + match[0].length })
  }
  return found
}

function isQuoted(folded: string, at: number): boolean {
  const lead = folded.slice(Math.max(0, at - 60), at)
  return lead.lastIndexOf('“') > lead.lastIndexOf('”') || lead.lastIndexOf('《') > lead.lastIndexOf('》')
}
