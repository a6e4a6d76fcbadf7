import { meet, total } from '../interval.ts'
import { add, approximate, compare, type Rational, zero } from '../rational.ts'
import type { CellValue, Column, Grid, Row } from '../table-grid.ts'
import { cellNumber, joinTerms, printIn, type TableRelation } from './table-claim.ts'

/** A total with the cells that should make it; the first candidate is the likeliest reading. */
interface Total {
  readonly result: CellValue
  readonly candidates: readonly (readonly CellValue[])[]
  readonly where: string
  readonly exponent: number
}

/** How far a lone total may be from its parts and still be meant as their sum. */
const nearMiss = 0.9
/** The same where several totals fail and none holds. */
const nearMissOfAll = 0.2

/** Totals of rows (合计 below or above its column) and of columns (合计 beside its row). */
export function totalsOf(grid: Grid): TableRelation[] {
  const relations: TableRelation[] = []
  for (let at = 0; at < grid.rows.length; at++) {
    const row = grid.rows[at] as Row
    if (row.kind === 'total' || row.kind === 'subtotal') relations.push(...judged(downTotals(grid, at)))
  }
  for (let at = 0; at < grid.columns.length; at++) {
    if ((grid.columns[at] as Column).kind === 'total') relations.push(...judged(acrossTotals(grid, at)))
  }
  return relations.filter((relation) => !relations.some((other) => explains(other, relation)))
}

/** Whether a total that is wrong by itself is a term of this one, and the only reason why this one does not hold. */
function explains(other: TableRelation, relation: TableRelation): boolean {
  if (other === relation || other.verdict !== 'inconsistent' || relation.verdict !== 'inconsistent')
    return false
  if (!relation.terms.includes(other.result)) return false
  const right = relation.terms.map((term) => (term === other.result ? sumOf(other.terms) : cellNumber(term)))
  return compare(right.reduce(add, zero), cellNumber(relation.result)) === 0
}

/** Of totals that should all hold: which do. If none does, the table means something else, unless all are near. */
function judged(totals: readonly Total[]): TableRelation[] {
  const results = totals.map((entry) => ({
    entry,
    holds: entry.candidates.find((terms) => makes(terms, entry.result)),
  }))
  const holding = results.filter(({ holds }) => holds).length
  const limit = holding > 0 ? Number.POSITIVE_INFINITY : totals.length === 1 ? nearMiss : nearMissOfAll
  const failing = results.filter(({ holds }) => !holds)
  const plausible =
    failing.every(({ entry }) => missOf(entry) <= limit) && (holding > 0 || failing.length <= 2)
  return results.flatMap(({ entry, holds }): TableRelation[] => {
    if (holds) return [relationOf(entry, holds, true)]
    const few = failing.length <= Math.max(1, holding)
    return (plausible && (few || totals.length <= 2)) || (few && missOf(entry) <= limit)
      ? [relationOf(entry, entry.candidates[0] as readonly CellValue[], false)]
      : []
  })
}

function makes(terms: readonly CellValue[], result: CellValue): boolean {
  return meet(total(terms.map(({ interval }) => interval)), result.interval)
}

function sumOf(terms: readonly CellValue[]): Rational {
  return terms.reduce((sum, cell) => add(sum, cellNumber(cell)), zero)
}

function missOf({ result, candidates }: Total): number {
  const printed = approximate(cellNumber(result))
  const sum = approximate(sumOf(candidates[0] as readonly CellValue[]))
  return Math.abs(sum - printed) / Math.max(Math.abs(printed), 1)
}

function relationOf(entry: Total, terms: readonly CellValue[], holds: boolean): TableRelation {
  return {
    result: entry.result,
    terms,
    verdict: holds ? 'consistent' : 'inconsistent',
    variant: null,
    line: `${joinTerms(terms)}＝${printIn(sumOf(terms), entry.exponent)}`,
    where: entry.where,
  }
}

/** The totals that the row at `at` gives for its columns. */
function downTotals(grid: Grid, at: number): Total[] {
  const row = grid.rows[at] as Row
  const groups = rowGroups(grid.rows, at)
  const totals: Total[] = []
  grid.columns.forEach((column, nth) => {
    if (column.kind !== 'count' && column.kind !== 'total') return
    const result = row.cells[nth]
    if (!result || result === 'blank' || isPercent(result)) return
    const candidates = groups
      .map((rows) => rows.map((part) => part.cells[nth]))
      .filter((cells) => cells.every((cell) => cell !== null))
      .map((cells) => cells.filter((cell): cell is CellValue => typeof cell === 'object' && cell !== null))
      .filter((cells) => cells.length >= 2)
    if (candidates.length > 0)
      totals.push({
        result,
        candidates,
        where: `“${row.label}”行“${column.header}”列`,
        exponent: column.exponent,
      })
  })
  return totals
}

function isPercent({ unit }: CellValue): boolean {
  return unit.kind === 'percent' || unit.kind === 'permille'
}

/** The rows that may make the total at `at`, the likeliest reading first. */
function rowGroups(rows: readonly Row[], at: number): Row[][] {
  const own = rows[at] as Row
  const isPart = (row: Row): boolean => row.kind === 'body'
  const above = rows.slice(0, at)
  const below = rows.slice(at + 1)
  if (own.kind === 'subtotal') {
    const from = above.findLastIndex((row) => row.kind !== 'body' && row.kind !== 'of-which') + 1
    const to = below.findIndex((row) => row.kind === 'subtotal' || row.kind === 'total')
    const before = above.slice(from).filter(isPart)
    const behind = (to === -1 ? below : below.slice(0, to)).filter(isPart)
    return rows[0]?.kind === 'subtotal' ? [behind, before] : [before, behind]
  }
  const side = above.length > 0 ? above : below
  const start = above.length > 0 ? above.findLastIndex((row) => row.kind === 'total') + 1 : 0
  const inner = side.slice(start)
  const subtotals = inner.filter((row) => row.kind === 'subtotal')
  const lastSubtotal = inner.findLastIndex((row) => row.kind === 'subtotal')
  const readings = [
    inner.filter(isPart),
    subtotals,
    [...subtotals, ...inner.slice(lastSubtotal + 1).filter(isPart)],
    inner.filter((row) => row.kind !== 'subtotal' && row.kind !== 'total'),
    upToOfWhich(inner),
  ]
  return subtotals.length > 0 ? [subtotals, ...readings] : readings
}

/** The rows without 其中 and what stands below it: a list of parts of the row above. */
function upToOfWhich(rows: readonly Row[]): Row[] {
  const first = rows.findIndex((row) => row.kind === 'of-which')
  return (first === -1 ? rows : rows.slice(0, first)).filter((row) => row.kind === 'body')
}

/** The totals that the column at `at` gives for its rows. */
function acrossTotals(grid: Grid, at: number): Total[] {
  const { columns } = grid
  const own = columns[at] as Column
  const fits = (nth: number): boolean => {
    const column = columns[nth] as Column
    return (
      column.kind === 'count' &&
      (own.unit === null || column.unit === null || column.unit.name === own.unit.name) &&
      column.exponent === own.exponent
    )
  }
  const left: number[] = []
  for (let nth = at - 1; nth >= 0 && (columns[nth] as Column).kind !== 'total'; nth--)
    if (fits(nth)) left.unshift(nth)
  const right: number[] = []
  for (let nth = at + 1; nth < columns.length && (columns[nth] as Column).kind !== 'total'; nth++)
    if (fits(nth)) right.push(nth)
  const sides = left.length >= right.length ? [left, right] : [right, left]
  return grid.rows.flatMap((row): Total[] => {
    const result = row.cells[at]
    if (!result || result === 'blank' || isPercent(result)) return []
    const candidates = sides
      .map((side) => side.filter((nth) => !(columns[nth] as Column).ofWhich))
      .map((side) => side.map((nth) => row.cells[nth]))
      .filter((cells) => cells.every((cell) => cell !== null))
      .map((cells) => cells.filter((cell): cell is CellValue => typeof cell === 'object' && cell !== null))
      .filter((cells) => cells.length >= 2)
    return candidates.length === 0
      ? []
      : [{ result, candidates, where: `“${row.label}”行“${own.header}”列`, exponent: own.exponent }]
  })
}
