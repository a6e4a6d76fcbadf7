import type { Table } from '../read/document.ts'
import type { Block } from '../text/block.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { type CellValue, type Column, readGrid } from './table-grid.ts'
import { noTime } from './times.ts'

/** The figures of tables, by the cell that they stand in: a bare number takes its unit and its subject from header and row. */
export function cellFigures(tables: readonly Table[]): ReadonlyMap<Block, LocalFigure> {
  const figures = new Map<Block, LocalFigure>()
  for (const table of tables) {
    const grid = readGrid(table)
    if (!grid) continue
    for (const { label, kind, cells } of grid.rows) {
      cells.forEach((cell, at) => {
        const column = grid.columns[at]
        if (cell === null || cell === 'blank' || !column || column.kind === 'other') return
        figures.set(cell.block, cellFigure(cell, column, label, kind === 'total' || column.kind === 'total'))
      })
    }
  }
  return figures
}

function cellFigure(cell: CellValue, column: Column, label: string, total: boolean): LocalFigure {
  const { shape } = cell.block
  const header = column.header.replace(/[([][^()[\]]*[)\]]/g, '')
  return {
    index: 0,
    from: 0,
    to: shape.text.length,
    text: shape.text,
    interval: cell.interval,
    unit: cell.unit,
    boundFrom: 0,
    heading: label === header || header === '' ? label : `${label}${label === '' ? '' : '·'}${header}`,
    qualifiers: { bound: 'exact', total, cumulative: false, part: column.ofWhich },
    time: noTime,
    role: 'result',
    sentence: 0,
    group: 0,
    clause: 0,
    depth: 0,
    leadFrom: 0,
    tailTo: shape.text.length,
  }
}
