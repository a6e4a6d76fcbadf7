import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { BlockShape } from '../text/block.ts'
import { claimFinders } from './claims/index.ts'
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

/** All figures of the report in reading order, with the passages they stand in. */
export function readFigures(report: Report, data: DataKinds): FigureContext {
  const figures: Figure[] = []
  const passages: Passage[] = []
  const own = new Set(report.blocks)
  const holders = new Map<Figure, Passage>()
  for (const block of report.document.blocks) {
    const { shape } = block
    if (shape.kind === 'code' || shape.kind === 'html' || (!own.has(block) && !isSentence(shape))) continue
    const scanned = scanShape(shape)
    const section = report.sectionOf(block)
    const read: Figure[] = scanned.figures.map((local, nth) => {
      const { from, to, subjectAt, ...rest } = local
      return {
        ...rest,
        index: figures.length + nth,
        place: { block, from, to },
        subjectPlace: subjectAt ? { block, ...subjectAt } : null,
        role: section?.role === 'plan' ? 'target' : local.role,
      }
    })
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
