import { labelOf } from '../../report/label.ts'
import type { LabelStyle } from '../../report/report.ts'
import type { BlockShape } from '../../text/block.ts'
import { blockCheck, type LocalObservation } from '../check.ts'

/** Parameters of `label-punctuation`: none. */
export type LabelPunctuationParameters = Readonly<Record<string, never>>

/** Reports labels with the wrong mark behind them: `1、` `（一）、` `一.` `（1）.`. */
export const labelPunctuation = blockCheck<LabelPunctuationParameters>('label-punctuation', 0, () => look)

function look(shape: BlockShape): readonly LocalObservation[] {
  if (shape.kind !== 'paragraph' && shape.kind !== 'heading') return []
  const label = labelOf(shape)
  if (!label || label.to === label.from) return []
  const written = shape.text.slice(label.from, label.to).trimEnd()
  const folded = shape.folded.slice(label.from, label.from + written.length)
  const mark = wrongMark(label.style, folded)
  if (mark === null) return []
  const from = label.from + mark.at
  const to = label.from + written.length
  const proper = `${written.slice(0, mark.at)}${mark.proper}`
  return [
    {
      from: label.from,
      to,
      key: `${label.style} ${folded.slice(mark.at)}`,
      data: { written, proper },
      fixes: [
        {
          kind: 'safe',
          title: { 'zh-CN': `改为“${proper}”`, en: `Write “${proper}”` },
          edits: [{ from, to, text: mark.proper }],
        },
      ],
    },
  ]
}

/** Where the mark begins, and what should stand there; null if the label is right. */
function wrongMark(style: LabelStyle, folded: string): { at: number; proper: string } | null {
  const match = (style === 'han-comma' ? /[,.:。]$/ : style === 'arabic-dot' ? /、$/ : /[、,.:。]$/).exec(
    folded,
  )
  if (!match) return null
  if (style === 'han-comma') return { at: match.index, proper: '、' }
  if (style === 'arabic-dot') return { at: match.index, proper: '.' }
  if (style === 'han-bracket' || style === 'arabic-bracket')
    return folded.includes(')') || folded.includes(']') ? { at: match.index, proper: '' } : null
  return null
}
