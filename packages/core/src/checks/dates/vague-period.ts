import type { Analysis } from '../../analysis.ts'
import { isQuoted } from '../../prose/quoted.ts'
import { type BlockShape, has, perShape, rangeOf } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'
import { matchesIn } from '../../text/matches.ts'
import { signsOfAll } from '../../text/signs.ts'
import { draftCheck } from '../check.ts'
import { perList } from '../shared/word-list.ts'

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
    const sure = written.length > 0 && blocksWith(blocks, sinceFinder(thisYear)).length > 0
    const ofThisYear = placeFinder(thisYear)
    const ofRecentYears = placeFinder(parameters.recentYears)
    const first = analysis.report.sections[0]?.from ?? 0
    const spoken = new Set([
      ...(isOfTheYear ? [] : blocksWith(blocks, ofThisYear)),
      ...blocksWith(blocks, ofRecentYears),
    ])
    for (const block of spoken) {
      if (isPlan(analysis, block.index, first)) continue
      const now = isOfTheYear ? nowhere : ofThisYear(block.shape)
      const recent = ofRecentYears(block.shape)
      for (const { from, to } of now) {
        report({
          at: rangeOf({ block, from, to }),
          key: 'this-year',
          data: { words: block.shape.text.slice(from, to), period },
          ...(sure ? {} : { severity: 'info' as const }),
        })
      }
      for (const { from, to } of recent) {
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

/** Where a word stands in a block. */
interface Place {
  readonly from: number
  readonly to: number
}

const nowhere: readonly Place[] = []

/** Finds the words outside quotations and titles; of words that begin alike the longest counts. */
const placeFinder = perList((words): ((shape: BlockShape) => readonly Place[]) => {
  if (words.length === 0) return () => nowhere
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const escaped = longestFirst.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
  const pattern = new RegExp(escaped.join('|'), 'g')
  const needs = signsOfAll(words)
  return perShape((shape) => {
    if (!has(shape, needs)) return nowhere
    let found: Place[] | null = null
    for (const match of matchesIn(shape.folded, pattern)) {
      if (isQuoted(shape.folded, match.index)) continue
      found ??= []
      found.push({ from: match.index, to: match.index + match[0].length })
    }
    return found ?? nowhere
  })
})

/** Asks whether a block says since when: 今年以来. */
const sinceFinder = perList((words) => {
  const since = words.filter((word) => word.endsWith('以来'))
  const needs = signsOfAll(since)
  return perShape((shape) => has(shape, needs) && since.some((word) => shape.folded.includes(word)))
})
