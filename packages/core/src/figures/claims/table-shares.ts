import { printNumber } from '../decimal.ts'
import {
  add,
  allowTruncation,
  divide,
  exactly,
  holds,
  type Interval,
  isExact,
  meet,
  subtract,
  times,
  total,
} from '../interval.ts'
import {
  hundred,
  subtract as minus,
  multiply,
  divide as over,
  add as plus,
  type Rational,
  rational,
  sign,
  zero,
} from '../rational.ts'
import type { CellValue, Column, Grid, Row } from '../table-grid.ts'
import { cellNumber, printIn, type TableRelation } from './table-claim.ts'

/** A relation that one row states, and whether it holds. */
interface RowRelation {
  readonly relation: TableRelation
  readonly holds: boolean
}

/** Percentages and changes in columns, recomputed from the other columns of their rows. */
export function sharesOf(grid: Grid): TableRelation[] {
  return grid.columns.flatMap((column, at): TableRelation[] => {
    if (column.kind === 'share') return bestReading(shareReadings(grid, at))
    if (column.kind === 'rate') return bestReading(rateReadings(grid, at))
    return column.kind === 'growth' ? bestReading(growthReadings(grid, at)) : []
  })
}

/** The reading under which most rows hold; the rows that do not are wrong. Nothing if it does not hold for most rows. */
function bestReading(readings: readonly (readonly RowRelation[])[]): TableRelation[] {
  let best: readonly RowRelation[] = []
  let most = 0
  for (const reading of readings) {
    const count = reading.filter(({ holds }) => holds).length
    if (count > most) {
      most = count
      best = reading
    }
  }
  return most >= 2 && most * 3 >= best.length * 2 ? best.map(({ relation }) => relation) : []
}

function cellAt(row: Row, at: number): CellValue | null {
  const cell = row.cells[at]
  return typeof cell === 'object' ? cell : null
}

function countColumns({ columns }: Grid): number[] {
  return columns
    .flatMap((column, at) => (column.kind === 'count' || column.kind === 'total' ? [at] : []))
    .slice(0, 8)
}

/** 占比: the share of each row in the total of a column. */
function shareReadings(grid: Grid, at: number): RowRelation[][] {
  return countColumns(grid).map((base) => {
    const body = grid.rows.filter((row) => row.kind === 'body')
    const totalRow = grid.rows.find((row) => row.kind === 'total')
    const printed = totalRow ? cellAt(totalRow, base) : null
    const parts = body.map((row) => cellAt(row, base)).filter((cell) => cell !== null)
    const whole = printed?.interval ?? total(parts.map(({ interval }) => interval))
    const wholeNumber = printed
      ? cellNumber(printed)
      : parts.reduce((sum, cell) => plus(sum, cellNumber(cell)), zero)
    if (sign(wholeNumber) <= 0) return []
    const bent = makesHundred(body.map((row) => cellAt(row, at)))
    return body.flatMap((row): RowRelation[] => {
      const [share, part] = [cellAt(row, at), cellAt(row, base)]
      if (!share || !part) return []
      const value = times(divide(part.interval, whole), hundred)
      const fits =
        meet(allowTruncation(share.interval), value) || (bent && meet(widened(share.interval), value))
      const exponent = (grid.columns[base] as Column).exponent
      const line = `${printIn(cellNumber(part), exponent)}÷${printIn(wholeNumber, exponent)}＝${percent(cellNumber(part), wholeNumber)}%`
      return [relation(grid, row, at, share, printed ? [part, printed] : [part], line, fits)]
    })
  })
}

/** Whether the shares make 100: one of them may have been bent by a unit for it. */
function makesHundred(shares: readonly (CellValue | null)[]): boolean {
  const sum = shares.reduce((so, cell) => (cell ? plus(so, cellNumber(cell)) : so), zero)
  return holds(exactly(sum), hundred)
}

/** The interval with one unit of its last digit more on both sides. */
function widened(interval: Interval): Interval {
  if (interval.low === null || interval.high === null || isExact(interval)) return interval
  const unit = minus(interval.high, interval.low)
  return {
    low: minus(interval.low, unit),
    lowClosed: true,
    high: plus(interval.high, unit),
    highClosed: true,
  }
}

/** 办结率: one column of the row divided by another. */
function rateReadings(grid: Grid, at: number): RowRelation[][] {
  const counts = countColumns(grid)
  const readings: RowRelation[][] = []
  for (const part of counts) {
    for (const whole of counts) {
      if (part === whole) continue
      readings.push(
        grid.rows.flatMap((row): RowRelation[] => {
          const [rate, numerator, denominator] = [cellAt(row, at), cellAt(row, part), cellAt(row, whole)]
          if (!rate || !numerator || !denominator || sign(cellNumber(denominator)) <= 0) return []
          const value = times(divide(numerator.interval, denominator.interval), hundred)
          const line = `${numerator.text}÷${denominator.text}＝${percent(cellNumber(numerator), cellNumber(denominator))}%`
          return [
            relation(
              grid,
              row,
              at,
              rate,
              [numerator, denominator],
              line,
              meet(allowTruncation(rate.interval), value),
            ),
          ]
        }),
      )
    }
  }
  return readings
}

/** 增减, 同比: the difference of two columns, or its share in one of them. */
function growthReadings(grid: Grid, at: number): RowRelation[][] {
  const counts = countColumns(grid)
  const readings: RowRelation[][] = []
  for (const after of counts) {
    for (const before of counts) {
      if (after === before) continue
      const pairs = grid.rows.flatMap((row) => {
        const [cell, now, then] = [cellAt(row, at), cellAt(row, after), cellAt(row, before)]
        return cell && now && then ? [{ row, cell, now, then }] : []
      })
      readings.push(
        pairs.map(({ row, cell, now, then }) => {
          const value = subtract(now.interval, then.interval)
          const line = `${now.text}－${then.text}＝${printIn(minus(cellNumber(now), cellNumber(then)), (grid.columns[after] as Column).exponent)}`
          return relation(grid, row, at, cell, [now, then], line, meet(allowTruncation(cell.interval), value))
        }),
        pairs.flatMap(({ row, cell, now, then }): RowRelation[] => {
          if (sign(cellNumber(then)) <= 0) return []
          const value = times(subtract(divide(now.interval, then.interval), exactly(rational(1n))), hundred)
          const line = `（${now.text}－${then.text}）÷${then.text}＝${percent(minus(cellNumber(now), cellNumber(then)), cellNumber(then))}%`
          return [relation(grid, row, at, cell, [now, then], line, meet(towardsZero(cell.interval), value))]
        }),
      )
    }
  }
  return readings
}

/** Widened by what would have been cut off to the same print, on the side away from zero. */
function towardsZero(interval: Interval): Interval {
  if (interval.high === null || sign(interval.high) > 0 || isExact(interval)) return allowTruncation(interval)
  const half = multiply(minus(interval.high, interval.low as Rational), rational(1n, 2n))
  return add(interval, { low: multiply(half, rational(-1n)), lowClosed: true, high: zero, highClosed: true })
}

function percent(part: Rational, whole: Rational): string {
  return printNumber(multiply(over(part, whole), hundred))
}

function relation(
  grid: Grid,
  row: Row,
  at: number,
  result: CellValue,
  terms: readonly CellValue[],
  line: string,
  fits: boolean,
): RowRelation {
  const where = `“${row.label}”行“${(grid.columns[at] as Column).header}”列`
  return {
    holds: fits,
    relation: { result, terms, verdict: fits ? 'consistent' : 'inconsistent', variant: null, line, where },
  }
}
