import { signs } from '../../text/signs.ts'
import { blockCheck, type LocalObservation } from '../check.ts'

/** Parameters of `mark-between-titles`: none. */
export type MarkBetweenTitlesParameters = Readonly<Record<string, never>>

/** A 顿号 between two titles or two quotations that stand side by side: GB/T 15834-2011 4.5.3.5 does without it. */
export const markBetweenTitles = blockCheck<MarkBetweenTitlesParameters>(
  'mark-between-titles',
  signs.pause,
  () =>
    ({ text, signs: own }) => {
      const found: LocalObservation[] = []
      if ((own & (signs.title | signs.quote)) === 0) return found
      for (let at = text.indexOf('、'); at !== -1; at = text.indexOf('、', at + 1)) {
        if (!isBetween(text, at, '》', '《') && !isBetween(text, at, '”', '“')) continue
        found.push({
          from: at - 1,
          to: at + 2,
          fixes: [
            {
              kind: 'suggestion',
              title: { 'zh-CN': '删去顿号', en: 'Remove the mark' },
              edits: [{ from: at, to: at + 1, text: '' }],
            },
          ],
        })
      }
      return found
    },
)

function isBetween(text: string, at: number, close: string, open: string): boolean {
  return text.startsWith(close, at - 1) && text.startsWith(open, at + 1)
}
