import { headingOf } from '../../report/heading.ts'
import { layoutOf } from '../../report/layout.ts'
import type { LabelStyle, Section } from '../../report/report.ts'
import { type Block, perShape } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `heading-punctuation`: none. */
export type HeadingPunctuationParameters = Readonly<Record<string, never>>

const finalMark = /[。.;；,，:：、!！]+$/

/**
 * Reports headings with a paragraph to themselves that end with a mark, where most headings of their style end without.
 * Whether headings take a full stop is a matter of taste; that some do and others do not is a slip.
 */
export const headingPunctuation = draftCheck<HeadingPunctuationParameters>(
  'heading-punctuation',
  (analysis, _parameters, report) => {
    const { sections } = analysis.report
    const groups = new Map<LabelStyle | 'unnumbered', Section[]>()
    for (const section of sections) {
      const { block } = section.titlePlace
      const local = headingOf(block.shape)
      if (local && local.form !== 'standalone') continue
      if (section.runIn || (section.body.length === 0 && section.children.length === 0)) continue
      const key = section.label?.style ?? 'unnumbered'
      const group = groups.get(key)
      if (group) group.push(section)
      else groups.set(key, [section])
    }
    for (const group of groups.values()) {
      const marked = group.filter((section) => endsWithMark(section.titlePlace.block.shape))
      const plain = group.length - marked.length
      if (marked.length === 0 || plain === 0 || marked.length > plain) continue
      for (const { titlePlace, title } of marked) {
        const { block } = titlePlace
        const text = trimmed(block)
        const mark = finalMark.exec(text)?.[0] ?? ''
        const at = { block, from: text.length - mark.length, to: text.length }
        report({
          at: { block, from: 0, to: text.length },
          data: { mark, title, marked: marked.length, plain },
          fixes: [
            {
              kind: 'safe',
              title: { 'zh-CN': `删去标题末尾的“${mark}”`, en: `Delete “${mark}”` },
              edits: [{ range: at, text: '' }],
            },
          ],
        })
      }
    }
  },
  ({ report }) => [layoutOf(report).headings],
)

const endsWithMark = perShape(({ text }) => finalMark.test(text.trimEnd()))

function trimmed(block: Block): string {
  return block.shape.text.trimEnd()
}
