import type { Report } from '../../report/report.ts'
import { has, perShape, rangeOf, sourceRange } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { contains, type Range } from '../../text/range.ts'
import { signs } from '../../text/signs.ts'
import { draftCheck } from '../check.ts'
import { han } from '../shared/scan.ts'

/** Parameters of `space-in-chinese`: none. */
export type SpaceInChineseParameters = Readonly<Record<string, never>>

/** Spaces inside a sentence: Chinese on both sides and behind them at least one more Chinese character or mark. */
const gap = new RegExp(`(?<=[${han}，、])[ \\u00a0\\u3000]{1,4}(?=[${han}])`, 'g')
/** A paragraph in which spaces stand between short words is set on purpose: names, a motto, a form. */
const maximumGaps = 3

/** Spaces between Chinese characters in running text. Headings, titles, signatures and quotations may be spaced out. */
export const spaceInChinese = draftCheck<SpaceInChineseParameters>(
  'space-in-chinese',
  (analysis, _parameters, report) => {
    const { report: model } = analysis
    let apart: readonly Range[] | null = null
    for (const block of model.blocks) {
      const { shape } = block
      for (const match of gapsIn(shape)) {
        const space = sourceRange(block, match.index, match.index + match[0].length)
        apart ??= setApart(model)
        if (apart.some((range) => contains(range, space))) continue
        const from = match.index - 1
        const to = match.index + match[0].length + 1
        report({
          at: sourceRange(block, from, to),
          data: { printed: shape.text.slice(from, to) },
          fixes: [
            {
              kind: 'suggestion',
              title: { 'zh-CN': '删去空格', en: 'Remove the space' },
              edits: [{ range: space, text: '' }],
            },
          ],
        })
      }
    }
  },
)

/** The spaces inside the sentences of a block, if they are few. */
const gapsIn = perShape((shape): readonly RegExpExecArray[] => {
  if (!has(shape, signs.blank) || (shape.kind !== 'paragraph' && shape.kind !== 'list-item')) return none
  if (!/[。,;]/.test(shape.folded)) return none
  const gaps = matchesIn(shape.text, gap).filter((match) => !insideQuotes(shape.text, match.index))
  return gaps.length > maximumGaps ? none : gaps
})

const none: readonly RegExpExecArray[] = []

/** The places that may be spaced out: headings, title, addressee, signatures. */
function setApart({ sections, metadata: { title, addressee, signatures } }: Report): readonly Range[] {
  const places = [
    ...sections.map((section) => section.titlePlace),
    title,
    addressee?.place,
    ...signatures.map((entry) => entry.place),
  ]
  return places.flatMap((place) => (place ? [rangeOf(place)] : []))
}

/** Whether the offset lies inside “…”, ‘…’, 《…》 or （…）. */
function insideQuotes(text: string, at: number): boolean {
  for (const [open, close] of ['“”', '‘’', '《》', '（）', '()'].map(
    (pair) => [pair[0] as string, pair[1] as string] as const,
  )) {
    const opened = text.lastIndexOf(open, at)
    if (opened !== -1 && text.indexOf(close, opened) > at) return true
  }
  return false
}
