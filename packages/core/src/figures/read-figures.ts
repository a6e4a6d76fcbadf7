import type { Movable } from '../read/chunked.ts'
import { perDraft } from '../read/per-draft.ts'
import { layoutOf } from '../report/layout.ts'
import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block, BlockShape } from '../text/block.ts'
import { sharedBlocks } from '../text/blocks-with.ts'
import { cellFigures } from './cell-figures.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import type { BlockFigures, FigureContext, Passage } from './context.ts'
import { passagesFollow } from './passages-with.ts'
import { type Prose, proseOf } from './prose.ts'

/** The figures of a draft, and all that they were read from. */
interface Reading extends Pick<FigureContext, 'passages' | 'cells' | 'holders'> {
  readonly report: Report
  readonly parts: object
  /** By the position of a block in the document, how many passages there are before it. */
  readonly passagesBefore: Uint32Array
}

const lastReading = perDraft((): { reading: Reading | null } => ({ reading: null }))

/** All figures of the report in reading order, by the passages and table cells that they stand in. */
export function readFigures(report: Report, data: DataKinds): FigureContext {
  const last = lastReading(report.document)
  const before = last.reading
  const reading = (before && afterEdit(before, report)) ?? readAll(report, before?.passages ?? none)
  last.reading = reading
  const { passages, cells, holders } = reading
  return Object.freeze({ report, data, passages, cells, holders })
}

const none: readonly never[] = []

/** Reads all blocks; what stays as it was in `before` is taken over. */
function readAll(report: Report, before: readonly Passage[]): Reading {
  const holders: BlockFigures[] = []
  const passages: Passage[] = []
  const cells = new Map<Block, number>()
  const { blocks, tables } = report.document
  const inCells = cellFigures(tables)
  const passagesBefore = new Uint32Array(blocks.length + 1)
  const own = report.blocks
  let nextOwn = 0
  let count = 0
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    const { shape } = block
    passagesBefore[at] = passages.length
    const isOwn = own[nextOwn] === block
    if (isOwn) nextOwn++
    const cell = inCells.size > 0 ? inCells.get(block) : undefined
    if (!isRead(shape, isOwn) && !(cell && isProseKind(shape))) continue
    const section = report.sectionOf(block)
    const planned = section?.role === 'plan'
    const known = before[passages.length]
    const prose = shape.kind === 'table-cell' ? null : proseAt(known, shape, planned)
    const figures = cell ? [inPlan(cell, planned)] : (prose ?? proseOf(shape, planned)).figures
    if (prose) passages.push(passageAt(known, passages.length, block, prose, count, section?.index ?? -1))
    else if (figures.length > 0) cells.set(block, count + figures.length - 1)
    if (figures.length > 0) holders.push({ block, figures })
    count += figures.length
  }
  passagesBefore[blocks.length] = passages.length
  passagesFollow(before, passages)
  return { report, parts: layoutOf(report).parts, passages, cells, holders: () => holders, passagesBefore }
}

function isProseKind({ kind }: BlockShape): boolean {
  return kind !== 'code' && kind !== 'html'
}

/** Whether figures are read in a block, if it is no table cell. */
function isRead(shape: BlockShape, isOwn: boolean): boolean {
  return isProseKind(shape) && (isOwn || isSentence(shape))
}

/** Whether a block that was set apart as page furniture reads as a sentence of the report: its figures are read all the same. */
function isSentence(shape: BlockShape): boolean {
  return shape.kind === 'paragraph' && shape.folded.endsWith('。')
}

/**
 * The figures of the next version, if the edit leaves tables, page and sections as they are and passages where there were some;
 * null otherwise. Only the touched passages are made anew; those behind them are moved on.
 */
function afterEdit(before: Reading, report: Report): Reading | null {
  const { document } = before.report
  const { blocks, tables } = report.document
  if (tables.length > 0 || document.tables.length > 0 || before.parts !== layoutOf(report).parts) return null
  const { front, back } = sharedBlocks(document.blocks, blocks)
  const end = blocks.length - back
  if (front === end) return { ...before, report }
  const { passagesBefore } = before
  const from = passagesBefore[front] as number
  const to = passagesBefore[end] as number
  const between: Passage[] = []
  let count = countBefore(before.passages, from)
  for (let at = front; at < end; at++) {
    const block = blocks[at] as Block
    const index = passagesBefore[at] as number
    const wasRead = (passagesBefore[at + 1] as number) > index
    if (block.shape.kind === 'table-cell' || isRead(block.shape, !isOfPage(report, at)) !== wasRead)
      return null
    if (!wasRead) continue
    const section = report.sectionOf(block)
    const prose = proseOf(block.shape, section?.role === 'plan')
    between.push(passageAt(before.passages[index], index, block, prose, count, section?.index ?? -1))
    count += prose.figures.length
  }
  const passages = before.passages.slice(0, from).concat(between, before.passages.slice(to))
  const shift = count - countBefore(before.passages, to)
  if (shift !== 0)
    for (let at = to; at < passages.length; at++) (passages[at] as Movable<Passage>).first += shift
  passagesFollow(before.passages, passages)
  return { ...before, report, passages, holders: () => holdersAmong(passages) }
}

/** How many figures there are before the passage at that position. */
function countBefore(passages: readonly Passage[], at: number): number {
  const last = passages[at - 1]
  return last === undefined ? 0 : last.first + last.prose.figures.length
}

function holdersAmong(passages: readonly Passage[]): BlockFigures[] {
  const holders: BlockFigures[] = []
  for (const { block, prose } of passages)
    if (prose.figures.length > 0) holders.push({ block, figures: prose.figures })
  return holders
}

function isOfPage({ furniture }: Report, at: number): boolean {
  return furniture.some(({ from, to }) => at >= from && at < to)
}

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
