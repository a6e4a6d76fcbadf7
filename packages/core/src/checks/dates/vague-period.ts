import type { Analysis } from '../../analysis.ts'
import { isQuoted } from '../../prose/quoted.ts'
import { type BlockShape, has, rangeOf } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { signsOfAll } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'

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
export const vaguePeriod = placeCheck<VaguePeriodParameters, Spoken>(
  'vague-period',
  ({ thisYear, recentYears }) => signsOfAll([...thisYear, ...recentYears]),
  ({ thisYear, recentYears }) => {
    const ofThisYear = wordFinder(thisYear, 'now')
    const ofRecentYears = wordFinder(recentYears, 'recent')
    const since = sinceFinder(thisYear)
    return (shape) => {
      const now = ofThisYear(shape)
      const recent = ofRecentYears(shape)
      const said = since(shape)
      if (said === none && recent === none) return now
      return [...now, ...recent, ...said]
    }
  },
  (analysis, _parameters, report, places) => {
    const { metadata, sections } = analysis.report
    const period = metadata.period?.year ?? analysis.options.period
    if (period === undefined) return
    const written = [metadata.signedOn, metadata.writtenOn, metadata.publishedOn].flatMap(
      (date) => date?.year ?? [],
    )
    const isOfTheYear = written.length > 0 && Math.min(...written) <= period
    const sure = written.length > 0 && places.some(({ found }) => found.some(({ kind }) => kind === 'since'))
    const first = sections[0]?.from ?? 0
    for (const { block, found } of places) {
      if (isPlan(analysis, block.index, first)) continue
      for (const { kind, from, to } of found) {
        if (kind === 'since' || (kind === 'now' && isOfTheYear)) continue
        const recent = kind === 'recent'
        report({
          at: rangeOf({ block, from, to }),
          key: recent ? 'recent-years' : 'this-year',
          ...(recent ? { variant: 'recent' } : {}),
          data: { words: block.shape.text.slice(from, to), period },
          ...(recent || sure ? {} : { severity: 'info' as const }),
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

/** Where a word stands in a block: one of either group, or (`since`) one that says since when: 今年以来. */
interface Spoken {
  readonly kind: 'now' | 'recent' | 'since'
  readonly from: number
  readonly to: number
}

type FindSpoken = (shape: BlockShape) => readonly Spoken[]

const none: readonly Spoken[] = []

/** Finds the words outside quotations and titles; of words that begin alike the longest counts. */
function wordFinder(words: readonly string[], kind: 'now' | 'recent'): FindSpoken {
  if (words.length === 0) return () => none
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const escaped = longestFirst.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
  const pattern = new RegExp(escaped.join('|'), 'g')
  const needs = signsOfAll(words)
  return (shape) => {
    if (!has(shape, needs)) return none
    let found: Spoken[] | null = null
    for (const match of matchesIn(shape.folded, pattern)) {
      if (isQuoted(shape.folded, match.index)) continue
      found ??= []
      found.push({ kind, from: match.index, to: match.index + match[0].length })
    }
    return found ?? none
  }
}

/** Finds whether a block says since when. */
function sinceFinder(words: readonly string[]): FindSpoken {
  const since = words.filter((word) => word.endsWith('以来'))
  const needs = signsOfAll(since)
  return (shape) => {
    if (!has(shape, needs)) return none
    const said = since.find((word) => shape.folded.includes(word))
    if (said === undefined) return none
    const from = shape.folded.indexOf(said)
    return [{ kind: 'since', from, to: from + said.length }]
  }
}
