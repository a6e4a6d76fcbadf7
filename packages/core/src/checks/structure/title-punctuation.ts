import { sourceRange } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `title-punctuation`: none. */
export type TitlePunctuationParameters = Readonly<Record<string, never>>

const mark = /^[ \u3000]*[。.!！;；:：,，、]+/

/** A title that stands in 书名号 as a whole. */
const quoted = /^《([^《》]*)》$/

/** Reports marks behind the title, and 书名号 round it (`quoted`). */
export const titlePunctuation = draftCheck<TitlePunctuationParameters>(
  'title-punctuation',
  (analysis, _parameters, report) => {
    const { title } = analysis.report.metadata
    if (!title || title.block.index < 0) return
    const { block, to } = title
    const whole = quoted.exec(block.shape.text.trim())
    if (whole) {
      const from = block.shape.text.indexOf('《')
      const at = sourceRange(block, from, from + whole[0].length)
      report({ at, variant: 'quoted', data: { mark: '《》' } })
      return
    }
    const match = mark.exec(block.shape.text.slice(to))
    if (!match || to + match[0].length < block.shape.text.trimEnd().length) return
    const at = sourceRange(block, to, to + match[0].length)
    report({
      at,
      data: { mark: match[0].trim() },
      fixes: [
        {
          kind: 'safe',
          title: { 'zh-CN': '删去标题末尾的标点', en: 'Delete the mark behind the title' },
          edits: [{ range: at, text: '' }],
        },
      ],
    })
  },
)
