import type { Block } from '../../text/block.ts'
import type { DraftClaim } from '../context.ts'
import { printNumber, shift } from '../decimal.ts'
import { isExact, middle } from '../interval.ts'
import type { Claim, Verdict } from '../ledger.ts'
import type { Rational } from '../rational.ts'
import type { CellValue } from '../table-grid.ts'

/** The rule that objects when a table does not add up. */
export const tableRule = 'figures/table'

/** What is known of a relation in a table before it becomes a claim. */
export interface TableRelation {
  /** The cell that the others should give. */
  readonly result: CellValue
  readonly terms: readonly CellValue[]
  readonly verdict: Verdict
  readonly variant: string | null
  /** The sum in one line, without what the cell says. */
  readonly line: string
  /** Names row and column of the result: `“合计”行“受理（件）”列`. */
  readonly where: string
}

/** Positions in `Ledger.figures`, by the cell. */
type CellFigures = ReadonlyMap<Block, number>

/** The claim of a relation between cells, shown at the cell that does not follow. */
export function tableClaim(relation: TableRelation, known: CellFigures): DraftClaim {
  return { verdict: relation.verdict, tell: () => tell(relation, known) }
}

function tell(relation: TableRelation, known: CellFigures): Claim {
  const { result, terms, verdict, variant, line, where } = relation
  const text = result.block.shape.text.trim()
  const operand = (cell: CellValue, role: string): Claim['operands'] => {
    const figure = known.get(cell.block)
    return figure === undefined ? [] : [{ figure, role }]
  }
  return {
    kind: 'table',
    rule: tableRule,
    verdict,
    place: { block: result.block, from: 0, to: result.block.shape.text.length },
    operands: [...terms.flatMap((cell) => operand(cell, 'part')), ...operand(result, 'result')],
    arithmetic: `${where}：${line}，表中为“${text}”`,
    variant,
    data: { where, sum: line, printed: text },
    evidence: terms.map((cell) => ({
      place: { block: cell.block, from: 0, to: cell.block.shape.text.length },
      label: cell.block.shape.text.trim(),
    })),
  }
}

/** A computed number in the scale of a column: 534000 in a column of 万元 is 53.4. */
export function printIn(value: Rational, exponent: number): string {
  return printNumber(shift(value, -exponent))
}

/** The printed number of a cell. */
export function cellNumber({ interval }: CellValue): Rational {
  return isExact(interval) && interval.low ? interval.low : middle(interval)
}

/** Terms joined by ＋; of long lists the first ones and the last. */
export function joinTerms(terms: readonly CellValue[]): string {
  const texts = terms.map(({ text }) => text)
  return texts.length > 12
    ? `${texts.slice(0, 10).join('＋')}＋…＋${texts[texts.length - 1]}`
    : texts.join('＋')
}
