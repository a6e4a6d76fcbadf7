import { holdsOne } from '../../text/holds-one.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { blockCheck, type LocalObservation } from '../check.ts'

/** Parameters of `range-hyphen`: none. */
export type RangeHyphenParameters = Readonly<Record<string, never>>

/**
 * A hyphen or a double dash between two years or two dates:
 *
 *     2021-2023年   2021年——2023年   3月-5月
 *         ^              ^^            ^
 */
const range =
  /(?<=\d{4}年?|\d{1,2}[月日])(?:-{1,2}|—{2})(?=\d{4}年|\d{1,2}[月日])|(?<=\((?:19|20)\d\d)(?:-{1,2}|—{2})(?=(?:19|20)\d\d\))/g

/** One of these is in every such range. */
const joints = ['-', '——']

const none: readonly LocalObservation[] = []

/** The stretches of a block inside 《》 or inside brackets right after 》: programme years, told by citations/programme-years. */
const titles = /《[^《》]*》(?:\([^()]*\))?/g

/** Ranges of time with a hyphen instead of the one-em dash of GB/T 15834-2011 4.13. */
export const rangeHyphen = blockCheck<RangeHyphenParameters>(
  'range-hyphen',
  signs.dash | signs.digit,
  () => (shape) => {
    if (!holdsOne(shape.folded, joints)) return none
    const exempt = matchesIn(shape.folded, titles).map(
      (match) => [match.index, match.index + match[0].length] as const,
    )
    return matchesIn(shape.folded, range)
      .filter((match) => !exempt.some(([from, to]) => match.index >= from && match.index < to))
      .map((match) => {
        const before =
          /\d{1,4}年?[月日]?$/.exec(shape.folded.slice(Math.max(0, match.index - 6), match.index))?.[0] ?? ''
        const behind =
          /^\d{1,4}[年月日]?/.exec(
            shape.folded.slice(match.index + match[0].length, match.index + match[0].length + 6),
          )?.[0] ?? ''
        const from = match.index - before.length
        const to = match.index + match[0].length + behind.length
        return {
          from,
          to,
          data: { printed: shape.text.slice(from, to), expected: `${before}—${behind}` },
          fixes: [
            {
              kind: 'safe' as const,
              title: { 'zh-CN': '改为“—”', en: 'Use “—”' },
              edits: [{ from: match.index, to: match.index + match[0].length, text: '—' }],
            },
          ],
        }
      })
  },
)
