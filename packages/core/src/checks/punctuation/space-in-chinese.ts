import type { Report } from '../../report/report.ts'
import { type Block, type BlockShape, rangeOf, sourceRange } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { contains, type Range } from '../../text/range.ts'
import { signs } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'
import { han } from '../shared/scan.ts'

/** Parameters of `space-in-chinese`: none. */
export type SpaceInChineseParameters = Readonly<Record<string, never>>

/** Spaces inside a sentence: Chinese on both sides and behind them at least one more Chinese character or mark. */
const gap = new RegExp(`(?<=[${han}，、])[ \\u00a0\\u3000]{1,4}(?=[${han}])`, 'g')
/** A paragraph in which spaces stand between short words is set on purpose: names, a motto, a form. */
const maximumGaps = 3

/** Spaces between Chinese characters in running text. Headings, titles, signatures and quotations may be spaced out. */
export const spaceInChinese = placeCheck<SpaceInChineseParameters, RegExpExecArray>(
  'space-in-chinese',
  signs.blank,
  () => gapsIn,
  (analysis, _parameters, report, places) => {
    const { report: model } = analysis
    let apart: ReadonlyMap<Block, readonly Range[]> | null = null
    for (const { block, found } of places) {
      const { shape } = block
      for (const match of found) {
        const space = sourceRange(block, match.index, match.index + match[0].length)
        apart ??= setApart(model)
        if (apart.get(block)?.some((range) => contains(range, space))) continue
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
function gapsIn(shape: BlockShape): readonly RegExpExecArray[] {
  if (shape.kind !== 'paragraph' && shape.kind !== 'list-item') return none
  if (!/[。,;]/.test(shape.folded)) return none
  const matches = matchesIn(shape.text, gap)
  if (matches.length === 0) return none
  const isQuoted = quotesOf(shape.text)
  const gaps = matches.filter((match) => !isQuoted(match.index))
  return gaps.length > maximumGaps ? none : gaps
}

const none: readonly RegExpExecArray[] = []

/** The places that may be spaced out, by their blocks: headings, title, addressee, signatures. */
function setApart({
  sections,
  metadata: { title, addressee, signatures },
}: Report): ReadonlyMap<Block, readonly Range[]> {
  const places = [
    ...sections.map((section) => section.titlePlace),
    title,
    addressee?.place,
    ...signatures.map((entry) => entry.place),
  ]
  const apart = new Map<Block, Range[]>()
  for (const place of places) {
    if (!place) continue
    const known = apart.get(place.block)
    if (known) known.push(rangeOf(place))
    else apart.set(place.block, [rangeOf(place)])
  }
  return apart
}

const pairs = ['“”', '‘’', '《》', '（）', '()']

/**
 * Asks, for one offset after the other from left to right, whether it lies inside “…”, ‘…’, 《…》 or （…）: whether the last
 * opening mark before it is closed behind it only.
 */
function quotesOf(text: string): (at: number) => boolean {
  const positionFrom = (mark: string, from: number): number => {
    const at = text.indexOf(mark, from)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
  const states = pairs.map((pair) => {
    const [open, close] = [pair.charAt(0), pair.charAt(1)]
    return { open, close, opened: -1, closed: -1, next: positionFrom(open, 0) }
  })
  return (at) => {
    let inside = false
    for (const state of states) {
      while (state.next <= at) {
        state.opened = state.next
        state.next = positionFrom(state.open, state.next + 1)
      }
      if (state.opened === -1) continue
      if (state.closed < state.opened) state.closed = positionFrom(state.close, state.opened)
      if (state.closed > at && state.closed !== Number.POSITIVE_INFINITY) inside = true
    }
    return inside
  }
}
