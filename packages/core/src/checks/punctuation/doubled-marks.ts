import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { blockCheck, type LocalObservation } from '../check.ts'
import { han } from '../shared/scan.ts'

/** Parameters of `doubled-marks`: none. */
export type DoubledMarksParameters = Readonly<Record<string, never>>

/** Two or more pause and stop marks in a row behind a character, digit, percent sign, bracket or quotation mark. */
const run = new RegExp(`(?<=[${han}\\dA-Za-z%‰)\\]”’》])[。,、;:](?:\\s?[。,、;:])+`, 'g')

/** `，，` and `。，`: one mark typed twice, or two marks of which one is a leftover. */
export const doubledMarks = blockCheck<DoubledMarksParameters>(
  'doubled-marks',
  signs.doubledMark,
  () => (shape) => {
    const found: LocalObservation[] = []
    for (const match of matchesIn(shape.folded, run)) {
      const from = match.index
      const to = from + match[0].length
      const marks = shape.text.slice(from, to).replaceAll(/\s/g, '')
      if (/^:{2,}$/.test(match[0])) continue
      const kinds = [...new Set(marks)]
      const same = new Set(match[0].replaceAll(/\s/g, '')).size === 1
      found.push({
        from,
        to,
        ...(same ? {} : { variant: 'mixed' }),
        data: { marks, first: kinds[0] as string },
        fixes: (same ? kinds.slice(0, 1) : kinds).map((mark) => ({
          kind: same ? 'safe' : 'suggestion',
          title: { 'zh-CN': `只留“${mark}”`, en: `Keep only “${mark}”` },
          edits: [{ from, to, text: mark }],
        })),
      })
    }
    return found
  },
)
