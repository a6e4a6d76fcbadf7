import { contains, type Range as OffsetRange, rangeOf, sourceRange } from '@hegao/core'
import type { Position, SelectionRange } from 'vscode-languageserver'
import type { CheckedDraft } from '../drafts.ts'
import { blockAt, holds, toRange } from '../places.ts'
import { sectionRange, spanOf } from './document-symbols.ts'

/** From small to large: figure, clause, sentence, block, item, the sections around it, the draft. */
export function selectionRanges(draft: CheckedDraft, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => nest(rangesAt(draft, draft.document.offsetAt(position)), draft))
}

function rangesAt(draft: CheckedDraft, offset: number): OffsetRange[] {
  const { report, ledger, document: parsed } = draft.result.analysis
  const ranges: OffsetRange[] = ledger.figures
    .map((figure) => rangeOf(figure.place))
    .filter((range) => holds(range, offset))
  const block = blockAt(parsed.blocks, offset)
  if (block) {
    const whole = sourceRange(block)
    const { text } = draft.result.draft
    ranges.push(between(text, whole, offset, clauseEnds), between(text, whole, offset, sentenceEnds), whole)
  }
  for (const item of [...report.shortcomings, ...report.measures]) ranges.push(spanOf(item))
  for (const section of report.sections) ranges.push(sectionRange(section, draft))
  ranges.push({ start: 0, end: draft.result.draft.text.length })
  return ranges.filter((range) => holds(range, offset))
}

const clauseEnds: ReadonlySet<string> = new Set('，。！？；：、,;!?')
const sentenceEnds: ReadonlySet<string> = new Set('。！？；;!?')

/** The stretch of the block around the offset between two of the marks; the closing mark belongs to it. */
function between(text: string, block: OffsetRange, offset: number, marks: ReadonlySet<string>): OffsetRange {
  let start = Math.min(offset, block.end)
  while (start > block.start && !marks.has(text[start - 1] as string)) start--
  let end = Math.min(offset, block.end)
  while (end < block.end && !marks.has(text[end] as string)) end++
  return { start, end: Math.min(end + 1, block.end) }
}

/** Ranges as a chain in which each lies in the next; one that would cross another is left out. */
function nest(ranges: readonly OffsetRange[], draft: CheckedDraft): SelectionRange {
  const ordered = [...ranges].sort((a, b) => a.end - a.start - (b.end - b.start))
  const chain: OffsetRange[] = []
  for (const range of ordered) {
    const last = chain.at(-1)
    const same = last && last.start === range.start && last.end === range.end
    if (!same && (!last || contains(range, last))) chain.push(range)
  }
  const outermostFirst = chain.reverse().map((range) => toRange(draft.document, range))
  const nested = outermostFirst.reduce<SelectionRange | null>(
    (parent, range) => (parent ? { range, parent } : { range }),
    null,
  )
  return nested ?? { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }
}
