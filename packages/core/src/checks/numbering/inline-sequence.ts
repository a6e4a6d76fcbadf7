import { inlineClauses, type LocalLabel, labelOf } from '../../report/label.ts'
import { type BlockShape, rangeOf } from '../../text/block.ts'
import { type Places, placeCheck } from '../check.ts'
import { hanNumber, type Numbered, writtenLabel } from './runs.ts'

/** Parameters of `inline-sequence`: none. */
export type InlineSequenceParameters = Readonly<Record<string, never>>

/** Reports a 一是…三是…, inside a paragraph or with a paragraph to each, that leaves out or repeats (`repeated`) a number. */
export const inlineSequence = placeCheck<InlineSequenceParameters, LocalLabel>(
  'inline-sequence',
  0,
  () => ownLabels,
  (_analysis, _parameters, report, places) => {
    for (const [previous, entry] of neighbours(places)) {
      const { number } = entry.label
      const before = previous.label.number
      if (number === before + 1 || number === 1) continue
      const range = (numbered: Numbered): { start: number; end: number } =>
        rangeOf({
          block: numbered.block,
          from: numbered.label.from,
          to: numbered.label.from + writtenLabel(numbered).length,
        })
      const data = { written: writtenLabel(entry), previous: writtenLabel(previous) }
      const evidence = [{ range: range(previous), label: { 'zh-CN': '上一条', en: 'the one before' } }]
      if (number === before) report({ at: range(entry), variant: 'repeated', data, evidence })
      else if (number > before + 1 && !isElsewhere(before + 1, previous, entry))
        report({ at: range(entry), data: { ...data, missing: `${hanNumber(before + 1)}是` }, evidence })
    }
  },
)

/** All pairs of 一是 labels that follow each other in one enumeration. */
function neighbours(places: readonly Places<LocalLabel>[]): [Numbered, Numbered][] {
  const pairs: [Numbered, Numbered][] = []
  let last: Numbered | null = null
  let lastPlace = -1
  for (const { block, at, found } of places) {
    if (at > lastPlace + 1 || (found[0] as LocalLabel).from > 0) last = null
    lastPlace = at
    for (const label of found) {
      if (last) pairs.push([last, { block, label }])
      last = { block, label }
    }
  }
  return pairs
}

const none: readonly LocalLabel[] = []

function ownLabels(shape: BlockShape): readonly LocalLabel[] {
  const inline = inlineClauses(shape)
  if (inline.length > 0) return inline.map(({ label }) => label).filter(({ style }) => style === 'inline-is')
  const label = labelOf(shape)
  return label?.style === 'inline-is' ? [label] : none
}

/** Whether the missing number is there in other words: 二要, 第二, 其次. */
function isElsewhere(number: number, previous: Numbered, entry: Numbered): boolean {
  const han = hanNumber(number)
  const text =
    previous.block === entry.block
      ? entry.block.shape.folded.slice(previous.label.to, entry.label.from)
      : `${previous.block.shape.folded.slice(previous.label.to)}${entry.block.shape.folded.slice(0, entry.label.from)}`
  const words = [`${han}是`, `${han}要`, `${han}则`, `${han}、`, `第${han}`, '其次', '再次', '再者', '同时']
  return words.some((word) => text.includes(word))
}
