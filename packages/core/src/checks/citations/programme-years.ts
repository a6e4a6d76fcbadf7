import { titlesOf } from '../../prose/term-titles.ts'
import { type BlockShape, sourceRange } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'
import { replacementOf } from '../shared/replacement.ts'

/** Parameters of `programme-years`: none. */
export type ProgrammeYearsParameters = Readonly<Record<string, never>>

const period = /\(((?:19|20)\d\d)年?([-–—―~至]{0,2})((?:19|20)\d\d)(年)?\)/g

/** The marks between two years that are right: one dash as long as a character. */
const dashes = new Set(['—', '－', '―'])

/** A period as a title prints it. */
interface PrintedPeriod {
  readonly from: number
  readonly to: number
  /** How it should stand; null if the years run together. */
  readonly right: string | null
  /** Whether only the mark between the years is wrong, and a hyphen: what text extraction makes of a dash. */
  readonly onlyHyphen: boolean
}

/**
 * Reports periods in titles that are not written 2021—2025年: a hyphen, a wave or a double dash between the years, or no 年.
 *
 *     《法治政府建设实施纲要（2021-2025）》
 *                             ^ dash   ^ 年
 */
export const programmeYears = placeCheck<ProgrammeYearsParameters, PrintedPeriod>(
  'programme-years',
  signs.title | signs.bracket | signs.digit,
  () => periodsOf,
  (analysis, _parameters, report, places) => {
    for (const { block, found } of places) {
      for (const { from, to, right, onlyHyphen } of found) {
        if (onlyHyphen && analysis.report.foldedWidth) continue
        const at = sourceRange(block, from, to)
        const text = block.shape.text.slice(from, to)
        if (right === null) report({ at, variant: 'damaged', key: text, data: { text } })
        else
          report({
            at,
            key: text,
            data: { text, right },
            fixes: replacementOf(block, from, to, right),
          })
      }
    }
  },
)

function periodsOf(shape: BlockShape): readonly PrintedPeriod[] {
  const found: PrintedPeriod[] = []
  for (const title of titlesOf(shape).spans) {
    if (title.depth > 0) continue
    for (const hit of matchesIn(shape.folded.slice(title.from, bracketEnd(shape.folded, title.to)), period)) {
      const [whole, first = '', mark = '', last = '', unit] = hit
      const from = title.from + hit.index + 1
      const to = from + whole.length - 2
      const markAt = from + whole.indexOf(mark) - 1
      const written = shape.text.slice(markAt, markAt + mark.length)
      if (mark === '') found.push({ from, to, right: null, onlyHyphen: false })
      else if (!dashes.has(written) || unit === undefined)
        found.push({
          from,
          to,
          right: `${first}—${last}年`,
          onlyHyphen: written === '-' && unit !== undefined,
        })
    }
  }
  return found
}

/** The end of a bracket right behind the title: 《…纲要》（2021—2025年）; without one, the end of the title. */
function bracketEnd(folded: string, to: number): number {
  if (!folded.startsWith('》(', to)) return to
  const close = folded.indexOf(')', to)
  return close === -1 || close - to > 20 ? to : close + 1
}
