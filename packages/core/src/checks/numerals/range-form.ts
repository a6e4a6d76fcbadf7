import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { blockCheck } from '../check.ts'

/** Parameters of `range-form`: none. */
export type RangeFormParameters = Readonly<Record<string, never>>

/** `15~30%`: the first number of a range of percentages stands without its percent sign. */
const range = /(?<![\d.%])(\d{1,3}(?:\.\d{1,4})?)(~|—|-|至)(\d{1,3}(?:\.\d{1,4})?)([%‰])/g

/** Ranges of percentages with one percent sign only. */
export const rangeForm = blockCheck<RangeFormParameters>(
  'range-form',
  signs.percent | signs.dash,
  () => (shape) => {
    return matchesIn(shape.folded, range).map((match) => {
      const from = match.index
      const to = from + match[0].length
      const sign = shape.text[to - 1] as string
      const insertion = from + (match[1] as string).length
      return {
        from,
        to,
        data: {
          printed: shape.text.slice(from, to),
          expected: shape.text.slice(from, insertion) + sign + shape.text.slice(insertion, to),
        },
        fixes: [
          {
            kind: 'safe' as const,
            title: { 'zh-CN': '前一个数也加上百分号', en: 'Give the first number its sign' },
            edits: [{ from: insertion, to: insertion, text: sign }],
          },
        ],
      }
    })
  },
)
