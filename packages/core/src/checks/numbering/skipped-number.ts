import type { Analysis } from '../../analysis.ts'
import { labelOf } from '../../report/label.ts'
import type { Block, BlockRange } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import {
  beginsWithTwo,
  flawedRuns,
  isInOrder,
  isWrittenBetween,
  type Numbered,
  properLabel,
  type Run,
  strayBetween,
  writtenLabel,
} from './runs.ts'

/** Parameters of `skipped-number`: none. */
export type SkippedNumberParameters = Readonly<Record<string, never>>

/**
 * Reports a number that does not follow the one before it: numbers left out, or (`order`) a number that goes
 * back, or (`start`) a run that does not begin with one.
 */
export const skippedNumber = draftCheck<SkippedNumberParameters>(
  'skipped-number',
  (analysis, _parameters, report) => {
    for (const run of flawedRuns(analysis)) {
      const { style, labels } = run
      const first = labels[0]
      if (first && isStartMissing(analysis, run)) {
        const data = { written: writtenLabel(first), missing: properLabel(style, 1) }
        report({ at: labelRange(first), variant: 'start', data })
      }
      if (isInOrder(run)) continue
      const numbers = new Set(labels.map(({ label }) => label.number))
      const before = new Set(labels.slice(0, 1).map(({ label }) => label.number))
      for (let nth = 1; nth < labels.length; nth++) {
        const [previous, entry] = [labels[nth - 1] as Numbered, labels[nth] as Numbered]
        const { number } = entry.label
        const expected = previous.label.number + 1
        const seen = before.has(number)
        before.add(number)
        if (number === expected || seen || isBehindRepeat(labels, nth)) continue
        const at = labelRange(entry)
        const evidence = [
          { range: labelRange(previous), label: { 'zh-CN': '上一个序号', en: 'the number before' } },
        ]
        const data = { written: writtenLabel(entry), previous: writtenLabel(previous) }
        if (number < expected) {
          report({ at, variant: 'order', data, evidence })
          continue
        }
        const { blocks } = analysis.document
        if (number === expected + 1 && strayBetween(blocks, previous.block, entry.block, expected)) continue
        const missing: number[] = []
        for (let skipped = expected; skipped < number && missing.length < 20; skipped++) {
          if (numbers.has(skipped)) continue
          if (!isWrittenBetween(analysis, style, skipped, previous.block, entry.block)) missing.push(skipped)
        }
        if (missing.length !== Math.min(number - expected, 20)) continue
        const names = missing.slice(0, 3).map((skipped) => properLabel(style, skipped))
        report({
          at,
          data: { ...data, missing: `${names.join('')}${missing.length > 3 ? '……' : ''}` },
          evidence,
        })
      }
    }
  },
)

/** 二、二、四: the second 二 should have been 三, which is told already. */
function isBehindRepeat(labels: Run['labels'], nth: number): boolean {
  const [third, second, first] = [labels[nth], labels[nth - 1], labels[nth - 2]].map(
    (entry) => entry?.label.number,
  )
  return first !== undefined && first === second && third === first + 2
}

/** Whether a run of 一、 or （一） begins with two, and nothing before it can be its one. */
function isStartMissing(analysis: Analysis, run: Run): boolean {
  if (!beginsWithTwo(run)) return false
  const { style, labels } = run
  const first = labels[0] as Numbered
  const from = analysis.report.sectionOf(first.block)
  const above = from && analysis.report.sections[from.parent]
  const start = analysis.document.blocks[above?.from ?? 0] as Block
  const { blocks } = analysis.document
  for (const block of blocks.slice(start.index, first.block.index)) {
    if (labelOf(block.shape)?.number === 1 && block !== start) return false
  }
  return !isWrittenBetween(analysis, style, 1, start, first.block)
}

function labelRange({ block, label }: Numbered): BlockRange {
  const { from, to } = label
  return { block, from, to: from + block.shape.text.slice(from, to).trimEnd().length }
}
