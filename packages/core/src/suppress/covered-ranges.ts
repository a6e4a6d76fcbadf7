import type { Document } from '../read/document.ts'
import { type Block, sourceRange } from '../text/block.ts'
import { firstThat } from '../text/first-that.ts'
import type { Range } from '../text/range.ts'
import type { Directive } from './directive.ts'

/** An instruction with the stretch of the draft that it covers. */
export interface Suppression {
  readonly directive: Directive
  readonly covers: Range
}

/**
 * Pairs every instruction with what it covers. `begin` holds up to the next `end` that names one of its rules (or none),
 * or to the end of the draft. Instructions `end` that end nothing are given back as `idle`.
 */
export function coveredRanges(
  document: Document,
  directives: readonly Directive[],
): { suppressions: Suppression[]; idle: Directive[] } {
  const { length } = document.draft.text
  const suppressions: Suppression[] = []
  const idle: Directive[] = []
  let open: Directive[] = []
  const close = (directive: Directive, end: number): void => {
    suppressions.push({ directive, covers: { start: directive.range.end, end } })
  }
  for (const directive of directives) {
    if (directive.kind === 'file') suppressions.push({ directive, covers: { start: 0, end: length + 1 } })
    else if (directive.kind === 'line')
      suppressions.push({ directive, covers: linesOf(document, directive.range) })
    else if (directive.kind === 'next-line')
      suppressions.push({ directive, covers: nextLine(document, directive.range.end) })
    else if (directive.kind === 'begin') open.push(directive)
    else {
      const ended = open.filter((candidate) => ends(directive, candidate))
      if (ended.length === 0) idle.push(directive)
      for (const candidate of ended) close(candidate, directive.range.start)
      open = open.filter((candidate) => !ended.includes(candidate))
    }
  }
  for (const directive of open) close(directive, length + 1)
  return { suppressions, idle }
}

/** Whether an `end` is for this `begin`: it names no rule, or one of the same. */
function ends(end: Directive, begin: Directive): boolean {
  return end.rules.length === 0 || begin.rules.some((rule) => end.rules.includes(rule))
}

function linesOf({ lines, draft }: Document, range: Range): Range {
  const first = lines.at(range.start).line
  const last = lines.at(range.end).line
  return {
    start: lines.startOf(first),
    end: last === lines.lineCount ? draft.text.length + 1 : lines.startOf(last + 1),
  }
}

/** The next line with text; of a paragraph that begins there and goes on over several lines, all of them. */
function nextLine(document: Document, from: number): Range {
  const { lines, draft } = document
  let line = lines.at(from).line + 1
  while (
    line < lines.lineCount &&
    draft.text.slice(lines.startOf(line), lines.startOf(line + 1)).trim() === ''
  )
    line++
  if (line > lines.lineCount) return { start: draft.text.length, end: draft.text.length }
  const start = lines.startOf(line)
  const lineEnd = line === lines.lineCount ? draft.text.length + 1 : lines.startOf(line + 1)
  const block = firstBlockFrom(document, start)
  return { start, end: Math.max(lineEnd, block && block.start < lineEnd ? sourceRange(block).end : lineEnd) }
}

/** The first block that begins at or behind the offset. */
function firstBlockFrom({ blocks }: Document, offset: number): Block | undefined {
  return blocks[firstThat(blocks, ({ start }) => start >= offset)]
}
