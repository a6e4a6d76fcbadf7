import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { blockCheck, type LocalObservation } from '../check.ts'

/** Parameters of `mixed-scale`: none. */
export type MixedScaleParameters = Readonly<Record<string, never>>

/**
 * Arabic digits with 十, 百 or 千 behind them:
 *
 *     3千余人   2百多户
 *      ^         ^
 *
 * 千米, 千克, 千瓦 and the like are units, and only 万 and 亿 may follow digits (GB/T 15835-2011).
 */
const mixed =
  /(?<![\d.])(\d{1,4})([十百千])(?![\d十百千万亿米克瓦伏卡赫帕分字家强年里日])([余多来]?)(?=[\u4e00-\u9fff])/g

/** 2千3百万元, 1千2百余人: thousands and hundreds together. */
const compound = /(?<![\d.])(\d{1,2})千(\d)百(?!\d)([余多]?)/g

const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Numbers that mix Arabic digits with the Chinese scales below 万. */
export const mixedScale = blockCheck<MixedScaleParameters>(
  'mixed-scale',
  signs.digit | signs.tens,
  () => (shape) => {
    const found = (match: RegExpExecArray, value: number, more: string): LocalObservation => {
      const [whole] = match
      const from = match.index
      const expected = `${value}${more}`
      return {
        from,
        to: from + whole.length,
        data: { printed: shape.text.slice(from, from + whole.length), expected },
        fixes: [
          {
            kind: 'safe' as const,
            title: { 'zh-CN': `改为“${expected}”`, en: `Write “${expected}”` },
            edits: [{ from, to: from + whole.length, text: expected }],
          },
        ],
      }
    }
    return [
      ...matchesIn(shape.folded, mixed).map((match) =>
        found(match, Number(match[1]) * (scales[match[2] as string] as number), match[3] ?? ''),
      ),
      ...matchesIn(shape.folded, compound).map((match) =>
        found(match, Number(match[1]) * 1000 + Number(match[2]) * 100, match[3] ?? ''),
      ),
    ]
  },
)
