import type { Paint } from '../terminal/paint.ts'
import { clip, padEnd, widthOf } from '../terminal/width.ts'

/** Rows under headings. Every row has as many cells as there are headings. */
export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Aligned columns for a terminal. Where the line is too short, the widest columns give way first; the first column, which
 * names the row, is never cut.
 */
export function terminalTable({ headings, rows }: Table, columns: number, paint: Paint): string {
  const widths = headings.map((heading, nth) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(oneLine(row[nth] ?? ''))), widthOf(heading)),
  )
  const gaps = (headings.length - 1) * 2
  for (let over = sum(widths) + gaps - columns; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths.slice(1)), 1)
    if (widest === -1 || (widths[widest] as number) <= 8) break
    widths[widest] = (widths[widest] as number) - 1
  }
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, nth) => padEnd(clip(oneLine(cell), widths[nth] as number), widths[nth] as number))
      .join('  ')
      .trimEnd()
  const head = paint.strong(line(headings))
  const rule = paint.dim(widths.map((width) => '─'.repeat(width)).join('  '))
  return `${[head, rule, ...rows.map(line)].join('\n')}\n`
}

/** Comma-separated values as spreadsheets read them (RFC 4180), with a byte order mark so that Chinese opens right. */
export function csvTable({ headings, rows }: Table): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  // A cell that a spreadsheet would take for a formula is text.
  const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
  return `\ufeff${[headings, ...rows].map((row) => row.map((text) => cell(safe(text))).join(',')).join('\r\n')}\r\n`
}

/** A GFM table. */
export function markdownTable({ headings, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => oneLine(cell).replace(/[\\|]/g, '\\$&')).join(' | ')} |`
  return `${[line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
