import { draftCheck } from '../check.ts'
import { disorderedRuns, writtenLabel } from './runs.ts'

/** Parameters of `duplicate-number`: none. */
export type DuplicateNumberParameters = Readonly<Record<string, never>>

/** Reports a number that its run has had already. */
export const duplicateNumber = draftCheck<DuplicateNumberParameters>(
  'duplicate-number',
  (analysis, _parameters, report) => {
    for (const run of disorderedRuns(analysis)) {
      const { labels } = run
      const first = new Map<number, (typeof labels)[number]>()
      for (const entry of labels) {
        const { block, label } = entry
        const earlier = first.get(label.number)
        if (!earlier) {
          first.set(label.number, entry)
          continue
        }
        const written = writtenLabel(entry)
        report({
          at: { block, from: label.from, to: label.from + written.length },
          data: { written },
          evidence: [
            {
              range: {
                block: earlier.block,
                from: earlier.label.from,
                to: earlier.label.from + writtenLabel(earlier).length,
              },
              label: { 'zh-CN': '相同的序号', en: 'the same number' },
            },
          ],
        })
      }
    }
  },
  (analysis) => [disorderedRuns(analysis)],
)
