import type { Block } from '../../text/block.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `repeated-paragraph`. */
export interface RepeatedParagraphParameters {
  /** How long a paragraph must be to count. */
  readonly leastCharacters: number
}

/** Reports paragraphs that stand in the draft word for word a second time. */
export const repeatedParagraph = draftCheck<RepeatedParagraphParameters>(
  'repeated-paragraph',
  (analysis, { leastCharacters }, report) => {
    const seen = new Map<string, Block>()
    for (const block of analysis.report.blocks) {
      const { folded, kind } = block.shape
      if (folded.length < leastCharacters || kind === 'table-cell' || kind === 'code') continue
      const key = folded.replace(/^(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]+ ?)/, '')
      const first = seen.get(key)
      if (!first) {
        seen.set(key, block)
        continue
      }
      report({
        at: rangeOf({ block, from: 0, to: block.shape.text.length }),
        data: { beginning: block.shape.text.slice(0, 12) },
        evidence: [
          {
            range: rangeOf({ block: first, from: 0, to: first.shape.text.length }),
            label: { 'zh-CN': '第一次出现', en: 'first here' },
          },
        ],
      })
    }
  },
)
