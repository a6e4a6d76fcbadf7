import { formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff'
import type { Paint } from './terminal/paint.ts'

/** Unchanged lines shown on either side of a change. */
const context = 1

/** What changed in a draft, as a unified diff. */
export function patchText(name: string, before: string, after: string, paint: Paint): string {
  const hunks =
    hunksByLine(before, after) ??
    structuredPatch(name, name, before, after, undefined, undefined, { context }).hunks
  const patch = { oldFileName: name, newFileName: name, oldHeader: undefined, newHeader: undefined, hunks }
  const lines = formatPatch(patch).split('\n').slice(1)
  const painted = lines.map((line) =>
    line.startsWith('+++') || line.startsWith('---')
      ? paint.strong(line.trimEnd())
      : line.startsWith('+')
        ? paint.added(line)
        : line.startsWith('-')
          ? paint.removed(line)
          : line.startsWith('@@')
            ? paint.dim(line)
            : line,
  )
  return `${painted.join('\n')}\n`
}

/**
 * The hunks of two texts with as many lines, line by line; null for others. Fixes hardly ever add or take a line, and to look
 * for the fewest changes takes the square of their number.
 */
export function hunksByLine(before: string, after: string): StructuredPatchHunk[] | null {
  const old = linesOf(before)
  const now = linesOf(after)
  if (old.length !== now.length) return null
  const hunks: StructuredPatchHunk[] = []
  for (let at = 0; at < old.length; at++) {
    if (old[at] === now[at]) continue
    const start = Math.max(0, at - context)
    // The line behind the last change that is near enough to share a hunk.
    let behind = at + 1
    for (let next = behind; next < old.length && next - behind <= 2 * context; next++)
      if (old[next] !== now[next]) behind = next + 1
    const end = Math.min(old.length, behind + context)
    const count = end - start
    const lines = hunkLines(old, now, start, end)
    hunks.push({ oldStart: start + 1, oldLines: count, newStart: start + 1, newLines: count, lines })
    at = behind
  }
  return hunks
}

function hunkLines(old: readonly string[], now: readonly string[], start: number, end: number): string[] {
  const lines: string[] = []
  const add = (mark: string, all: readonly string[], from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const line = all[at] as string
      lines.push(mark + line.replace(/\n$/, ''))
      if (!line.endsWith('\n')) lines.push('\\ No newline at end of file')
    }
  }
  for (let at = start; at < end; ) {
    const isSame = old[at] === now[at]
    let next = at + 1
    while (next < end && (old[next] === now[next]) === isSame) next++
    if (isSame) add(' ', old, at, next)
    else {
      add('-', old, at, next)
      add('+', now, at, next)
    }
    at = next
  }
  return lines
}

/** The lines with their line feeds; behind the last line feed stands no line. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
