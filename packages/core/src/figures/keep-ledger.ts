import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block, BlockShape } from '../text/block.ts'
import { cellFigures } from './cell-figures.ts'
import { claimFinders } from './claims/index.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import type { FigureContext, Passage } from './context.ts'
import type { Claim, Figure, Ledger } from './ledger.ts'
import { scanShape } from './scan-shape.ts'
import { tellOnce } from './tell-once.ts'
import { reasonsUnchecked } from './unchecked.ts'

/** Reads every figure of the report and recomputes every relation. */
export function keepLedger(report: Report, data: DataKinds): Ledger {
  const context = readFigures(report, data)
  const claims: Claim[] = []
  for (const find of claimFinders) claims.push(...find(context))
  const told = tellOnce(claims)
  return Object.freeze({ figures: context.figures, claims: told, unchecked: reasonsUnchecked(context, told) })
}

/** Whether a block that was set apart as page furniture reads as a sentence of the report: its figures are read all the same. */
function isSentence(shape: BlockShape): boolean {
  return shape.kind === 'paragraph' && shape.folded.endsWith('。')
}

/** A block's figure at its place in the report; in a plan every figure is an aim. */
function placedFigure(local: LocalFigure, block: Block, index: number, planned: boolean): Figure {
  return {
    index,
    place: { block, from: local.from, to: local.to },
    text: local.text,
    interval: local.interval,
    unit: local.unit,
    subject: local.subject,
    subjectPlace: local.subjectAt ? { block, from: local.subjectAt.from, to: local.subjectAt.to } : null,
    qualifiers: local.qualifiers,
    time: local.time,
    role: planned ? 'target' : local.role,
    verb: local.verb,
    sentence: local.sentence,
    group: local.group,
    clause: local.clause,
    depth: local.depth,
    leadFrom: local.leadFrom,
    tailTo: local.tailTo,
  }
}

/** All figures of the report in reading order, with the passages they stand in. */
export function readFigures(report: Report, data: DataKinds): FigureContext {
  const figures: Figure[] = []
  const passages: Passage[] = []
  const own = new Set(report.blocks)
  const cells = cellFigures(report.document.tables)
  const holders = new Map<Figure, Passage>()
  for (const block of report.document.blocks) {
    const { shape } = block
    if (
      shape.kind === 'code' ||
      shape.kind === 'html' ||
      (!own.has(block) && !isSentence(shape) && !cells.has(block))
    )
      continue
    const scanned = scanShape(shape)
    const section = report.sectionOf(block)
    const planned = section?.role === 'plan'
    const inCell = cells.get(block)
    const found = inCell ? [inCell] : scanned.figures
    const read = found.map((local, nth) => placedFigure(local, block, figures.length + nth, planned))
    figures.push(...read)
    if (shape.kind === 'table-cell') continue
    const passage: Passage = {
      index: passages.length,
      block,
      text: shape.folded,
      figures: read,
      scanned,
      role: section?.role ?? null,
      section: section?.index ?? -1,
    }
    passages.push(passage)
    for (const figure of read) holders.set(figure, passage)
  }
  return Object.freeze({
    report,
    data,
    figures,
    passages,
    passageOf: (figure: Figure) => holders.get(figure),
  })
}
