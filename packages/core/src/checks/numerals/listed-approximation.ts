import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { blockCheck, type LocalObservation } from '../check.ts'

/** Parameters of `listed-approximation`: none. */
export type ListedApproximationParameters = Readonly<Record<string, never>>

/** `3、4个`: two neighbouring digits as an approximation. Months, days, articles, buildings and longer lists are none. */
const listed = /(?<![\d第、,附表图])([1-8])、([2-9])(?=[个名次人户件起家份场项天年])/g

const han = '零一二三四五六七八九'

/** Approximations by neighbouring numbers that are written in Arabic digits with a mark. */
export const listedApproximation = blockCheck<ListedApproximationParameters>(
  'listed-approximation',
  signs.pause | signs.digit,
  () => (shape) => {
    const found: LocalObservation[] = []
    for (const match of matchesIn(shape.folded, listed)) {
      const [first, second] = [Number(match[1]), Number(match[2])]
      if (second !== first + 1) continue
      const from = match.index
      const expected = `${han[first]}${han[second]}`.replace('二三', '两三')
      found.push({
        from,
        to: from + 3,
        data: { printed: shape.text.slice(from, from + 3), expected },
        fixes: [
          {
            kind: 'suggestion',
            title: { 'zh-CN': `改为“${expected}”`, en: `Write “${expected}”` },
            edits: [{ from, to: from + 3, text: expected }],
          },
        ],
      })
    }
    return found
  },
)
