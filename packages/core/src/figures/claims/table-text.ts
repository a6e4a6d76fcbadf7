import type { DraftClaim, FigureContext, Passage } from '../context.ts'
import { meet } from '../interval.ts'
import type { Claim } from '../ledger.ts'
import { approximate } from '../rational.ts'
import type { CellValue, Grid } from '../table-grid.ts'
import { type Fact, factsOf, scopeOf } from './repeat-facts.ts'
import { cellNumber, tableRule } from './table-claim.ts'
import { printedValue } from './wording.ts'

/** Labels shorter than this name too many things. */
const shortestLabel = 4
/** Values further apart than this count something else. */
const farthest = 1.5

/**
 * Compares what the text says with the rows of tables that have one column of counts: 作出行政许可决定180件 beside the row
 * 行政许可决定. A difference is a question: the text may speak of another time or place.
 */
export function textClaims(context: FigureContext, grids: readonly Grid[]): DraftClaim[] {
  const cells = new Map<string, CellValue>()
  for (const grid of grids)
    for (const [label, cell] of labelledCells(grid)) if (!cells.has(label)) cells.set(label, cell)
  if (cells.size === 0) return []
  const claims: DraftClaim[] = []
  for (const passage of context.passages) {
    for (const fact of factsOf(passage.prose)) {
      const cell = cells.get(fact.noun)
      const claim =
        cell && scopeOf(fact) === '' ? textClaim(fact, passage, cell, context.cells.get(cell.block)) : null
      if (claim) claims.push(claim)
    }
  }
  return claims
}

/** The cells of a table with one column of counts, by the labels of their rows. */
function labelledCells({ columns, rows }: Grid): [string, CellValue][] {
  const counts = columns.flatMap((column, at) =>
    column.kind === 'count' || column.kind === 'total' ? [at] : [],
  )
  const [at] = counts
  if (at === undefined || counts.length > 1) return []
  return rows.flatMap(({ label, kind, cells }): [string, CellValue][] => {
    const cell = cells[at]
    return kind === 'body' && typeof cell === 'object' && cell && label.length >= shortestLabel
      ? [[label, cell]]
      : []
  })
}

function textClaim(
  { figure }: Fact,
  { block, first }: Passage,
  cell: CellValue,
  tabled: number | undefined,
): DraftClaim | null {
  if (cell.unit.kind !== 'none' && cell.unit.name !== figure.unit.name) return null
  const [said, shown] = [approximate(printedValue(figure)), approximate(cellNumber(cell))]
  if (Math.max(said, shown) > Math.min(said, shown) * farthest) return null
  const verdict = meet(figure.interval, cell.interval) ? 'consistent' : 'question'
  const tell = (): Claim => ({
    kind: 'table',
    rule: tableRule,
    verdict,
    place: { block, from: figure.from, to: figure.to },
    operands: [
      ...(tabled === undefined ? [] : [{ figure: tabled, role: 'table' }]),
      { figure: first + figure.index, role: 'result' },
    ],
    arithmetic: `表中为“${cell.text}”，文中为“${figure.text}”`,
    variant: 'text',
    data: { where: '', sum: cell.text, printed: figure.text },
    evidence: [
      { place: { block: cell.block, from: 0, to: cell.block.shape.text.length }, label: `表中${cell.text}` },
    ],
  })
  return { verdict, tell }
}
