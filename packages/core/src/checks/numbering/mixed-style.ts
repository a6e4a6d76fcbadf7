import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { disorderedRuns, properLabel, strayBetween, writtenLabel } from './runs.ts'

/** Parameters of `mixed-style`: none. */
export type MixedStyleParameters = Readonly<Record<string, never>>

/** Reports a number that continues a run in another style: 一、 （二） 三、. */
export const mixedStyle = draftCheck<MixedStyleParameters>('mixed-style', (analysis, _parameters, report) => {
  for (const run of disorderedRuns(analysis)) {
    const { style, labels } = run
    for (const [nth, entry] of labels.entries()) {
      const previous = labels[nth - 1]
      const missing = previous && previous.label.number + 1
      if (!previous || missing === undefined || entry.label.number !== missing + 1) continue
      const stray = strayBetween(analysis.document.blocks, previous.block, entry.block, missing)
      if (!stray) continue
      const { block, label } = stray
      const written = writtenLabel(stray)
      report({
        at: rangeOf({ block, from: label.from, to: label.from + written.length }),
        data: { written, proper: properLabel(style, missing), previous: writtenLabel(previous) },
        evidence: [
          {
            range: rangeOf({
              block: previous.block,
              from: previous.label.from,
              to: previous.label.from + writtenLabel(previous).length,
            }),
            label: { 'zh-CN': '上一个序号', en: 'the number before' },
          },
        ],
      })
    }
  }
})
