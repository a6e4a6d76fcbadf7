import type { Table } from '../read/document.ts'
import type { Block } from '../text/block.ts'
import { readDecimal } from './decimal.ts'
import { exactly, type Interval, negate, rounded } from './interval.ts'
import type { Unit } from './ledger.ts'
import { rational } from './rational.ts'
import { unitAt } from './units.ts'

/** What a column of a table holds, as its header tells. */
export type ColumnKind = 'count' | 'share' | 'rate' | 'growth' | 'total' | 'label' | 'other'

/** A column with its header. */
export interface Column {
  readonly header: string
  readonly kind: ColumnKind
  /** Whether the header says 其中: a part of the column before it. */
  readonly ofWhich: boolean
  readonly unit: Unit | null
  /** 4 where the header says 万, 8 for 亿. */
  readonly exponent: number
}

/** What a row holds, as its first words tell. */
export type RowKind = 'total' | 'subtotal' | 'of-which' | 'body'

/** A number in a cell. */
export interface CellValue {
  readonly block: Block
  readonly interval: Interval
  readonly unit: Unit
  /** Number and unit as printed in the cell. */
  readonly text: string
}

/** A row below the header. */
export interface Row {
  readonly label: string
  readonly kind: RowKind
  /** One entry a column: a number, nothing (`blank`), or something else (null). */
  readonly cells: readonly (CellValue | 'blank' | null)[]
}

/** A table as figures see it. */
export interface Grid {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

const blanks = /^(?:[-—–/\\]+|…+|无|\*)?$/
const number = /^([+-]?)(\d[\d,]*(?:\.\d+)?)\s*(.*)$/

/** Reads a table's columns, row labels and numbers. Null if it holds no numbers below a header. */
export function readGrid(table: Table): Grid | null {
  const { rows } = table
  const width = rows[0]?.length ?? 0
  let headers = 1
  while (
    headers < rows.length &&
    headers < 3 &&
    !(rows[headers] ?? []).some((cell, at) => at > 0 && cell && number.test(textIn(cell)))
  )
    headers++
  if (headers >= rows.length || width < 2) return null
  const columns = Array.from({ length: width }, (_, at) => columnOf(rows.slice(0, headers), at))
  const labelAt = columns.findIndex(
    (column, at) => column.kind !== 'other' && !isNumeric(rows.slice(headers), at),
  )
  const read = columns.map((column, at) => (at === labelAt ? { ...column, kind: 'label' as const } : column))
  let above = ''
  const body = rows.slice(headers).map((cells): Row => {
    const own = labelAt === -1 ? '' : textIn(cells[labelAt] ?? null)
    const label = own === '' ? above : own
    above = label
    return {
      label,
      kind: rowKind([...cells.slice(0, labelAt + 1)].map((cell) => textIn(cell)).join('')),
      cells: cells.map((cell, at) => (at === labelAt ? null : valueIn(cell, read[at] as Column))),
    }
  })
  return body.length > 0 ? { columns: read, rows: body } : null
}

/** Whether most cells of the column that are filled hold numbers. */
function isNumeric(rows: Table['rows'], at: number): boolean {
  const filled = rows.map((row) => textIn(row[at] ?? null)).filter((text) => !blanks.test(text))
  return filled.filter((text) => number.test(text)).length * 2 > filled.length
}

/** A cell's text: folded, without spaces. */
function textIn(cell: Block | null): string {
  return cell ? cell.shape.folded.replace(/\s+/g, '') : ''
}

function rowKind(label: string): RowKind {
  const bare = label.replace(/[()[\]:,.、]/g, '')
  if (/小计/.test(bare)) return 'subtotal'
  if (
    /^(?:\d+)?(?:合计|总计|共计|总数|总和|总量|合计数)|^全?[县市区省镇乡州]?(?:合计|总计)$|(?:合计|总计)$/.test(
      bare,
    )
  )
    return 'total'
  return /^(?:\d+)?其中/.test(bare) ? 'of-which' : 'body'
}

function columnOf(headers: readonly (readonly (Block | null)[])[], at: number): Column {
  const header = headers.map((row) => textIn(row[at] ?? null)).join('')
  const named = /[([]([^()[\]]*)[)\]]/.exec(header)?.[1] ?? /单位:(.*)$/.exec(header)?.[1] ?? ''
  const scale = /^[万亿]/.exec(named)?.[0]
  const known = unitAt(scale ? named.slice(1) : named, 0, 'arabic')
  const kind = columnKind(header)
  return {
    header,
    kind,
    ofWhich: /其中/.test(header),
    unit: known
      ? { kind: known.kind, name: known.base }
      : kind === 'share' || kind === 'rate'
        ? { kind: 'percent', name: '%' }
        : null,
    exponent: scale === '万' ? 4 : scale === '亿' ? 8 : 0,
  }
}

function columnKind(header: string): ColumnKind {
  if (
    /序号|编号|^号$|排名|名次|位次|备注|说明|年份|年度$|日期|时间|电话|联系|月份|得分|分数|平均|均值|人均|标准/.test(
      header,
    )
  )
    return 'other'
  if (/同比|环比|增长|增幅|增减|增加|减少|变化|升降|较上年|比上年|±/.test(header)) return 'growth'
  if (/占比|比重|百分比|构成比|所占比例|^比例|占总/.test(header)) return 'share'
  if (/率|比例|%|满意度/.test(header)) return 'rate'
  return /^(?:全年$|合计|总计|小计|总数|共计|总量)|(?:合计|总计|小计)(?:[([].*)?$/.test(header)
    ? 'total'
    : 'count'
}

/** The number of a cell with the unit that it or its header names. */
function valueIn(cell: Block | null, column: Column): CellValue | 'blank' | null {
  const text = textIn(cell)
  if (!cell || blanks.test(text)) return 'blank'
  const found = number.exec(text)
  const printed = found && readDecimal(found[2] as string)
  if (!found || !printed) return null
  let rest = (found[3] as string).replace(/[*#]$/, '')
  let { exponent } = column
  const scale = /^[万亿]/.exec(rest)?.[0]
  if (scale) {
    exponent = scale === '万' ? 4 : 8
    rest = rest.slice(1)
  }
  const known = rest === '' ? null : unitAt(rest, 0, 'arabic')
  if (rest !== '' && known?.name.length !== rest.length) return null
  const unit = known
    ? { kind: known.kind, name: known.base }
    : (column.unit ?? { kind: 'none' as const, name: '' })
  const isCount = printed.scale === 0 && exponent === 0 && unit.kind !== 'percent' && unit.kind !== 'permille'
  const interval = isCount ? exactly(rational(printed.units)) : rounded(printed, exponent)
  return { block: cell, interval: found[1] === '-' ? negate(interval) : interval, unit, text }
}
