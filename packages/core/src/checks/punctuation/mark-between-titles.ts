import { isProse } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { blockCheck } from '../check.ts'

/** Parameters of `mark-between-titles`: none. */
export type MarkBetweenTitlesParameters = Readonly<Record<string, never>>

const between = /(?<=》)、(?=《)|(?<=”)、(?=“)/g

/** A 顿号 between two titles or two quotations that stand side by side: GB/T 15834-2011 4.5.3.5 does without it. */
export const markBetweenTitles = blockCheck<MarkBetweenTitlesParameters>(
  'mark-between-titles',
  () => (shape) => {
    if (!isProse(shape) || !shape.text.includes('、')) return []
    return matchesIn(shape.text, between).map((match) => ({
      from: match.index - 1,
      to: match.index + 2,
      fixes: [
        {
          kind: 'suggestion' as const,
          title: { 'zh-CN': '删去顿号', en: 'Remove the mark' },
          edits: [{ from: match.index, to: match.index + 1, text: '' }],
        },
      ],
    }))
  },
)
