import { perDraft } from '../read/per-draft.ts'
import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block, BlockShape } from '../text/block.ts'
import { cellFigures } from './cell-figures.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import type { BlockFigures, FigureContext, Passage } from './context.ts'
import { passagesFollow } from './passages-with.ts'
import { type Prose, proseOf } from './prose.ts'

/** Whether a block that was set apart as page furniture reads as a sentence of the report: its figures are read all the same. */
function isSentence(shape: BlockShape): boolean {
  return shape.kind === 'paragraph' && shape.folded.endsWith('。')
}

/** All figures of the report in reading order, by the passages and table cells that they stand in. */
export function readFigures(report: Report, data: DataKinds): FigureContext {
  const holders: BlockFigures[] = []
  const passages: Passage[] = []
  const cells = new Map<Block, number>()
  const inCells = cellFigures(report.document.tables)
  const last = lastPassages(report.document)
  const own = report.blocks
  let nextOwn = 0
  let count = 0
  for (const block of report.document.blocks) {
    const { shape } = block
    const isOwn = own[nextOwn] === block
    if (isOwn) nextOwn++
    const cell = inCells.size > 0 ? inCells.get(block) : undefined
    if (shape.kind === 'code' || shape.kind === 'html' || (!isOwn && !isSentence(shape) && !cell)) continue
    const section = report.sectionOf(block)
    const planned = section?.role === 'plan'
    const before = last.passages[passages.length]
    const prose = shape.kind === 'table-cell' ? null : proseAt(before, shape, planned)
    const figures = cell ? [inPlan(cell, planned)] : (prose ?? proseOf(shape, planned)).figures
    if (prose) passages.push(passageAt(before, passages.length, block, prose, count, section?.index ?? -1))
    else if (figures.length > 0) cells.set(block, count + figures.length - 1)
    if (figures.length > 0) holders.push({ block, figures })
    count += figures.length
  }
  passagesFollow(last.passages, passages)
  last.passages = passages
  return Object.freeze({ report, data, passages, cells, holders })
}

const lastPassages = perDraft((): { passages: readonly Passage[] } => ({ passages: [] }))

/** The prose of a block; most often that of the passage in its place before the edit. */
function proseAt(before: Passage | undefined, shape: BlockShape, planned: boolean): Prose {
  const same = before?.prose
  return same?.shape === shape && same.planned === planned ? same : proseOf(shape, planned)
}

/** The passage; the very same as before the edit, if nothing about it has changed. */
function passageAt(
  same: Passage | undefined,
  index: number,
  block: Block,
  prose: Prose,
  first: number,
  section: number,
): Passage {
  return same?.block === block && same.prose === prose && same.first === first && same.section === section
    ? same
    : { index, block, prose, first, section }
}

/** A figure as it counts in a plan, where every figure is an aim. */
function inPlan(figure: LocalFigure, planned: boolean): LocalFigure {
  return planned ? { ...figure, role: 'target' } : figure
}
