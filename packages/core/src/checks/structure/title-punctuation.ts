import { sourceRange } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `title-punctuation`: none. */
export type TitlePunctuationParameters = Readonly<Record<string, never>>

const mark = /^[ \u3000]*[。.!！;；:：,，、]+/

/** Reports marks behind the title. */
export const titlePunctuation = draftCheck<TitlePunctuationParameters>(
  'title-punctuation',
  (analysis, _parameters, report) => {
    const { title } = analysis.report.metadata
    if (!title || title.block.index < 0) return
    const { block, to } = title
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
