import type { Diagnostic, Range } from 'vscode-languageserver'

/**
 * The diagnostics, with the very objects of the version before in the place of those that say the same: what is the same at
 * either end of both lists. So the rest of the way can tell by identity what an edit has left alone.
 */
export function withSame(before: readonly Diagnostic[], next: readonly Diagnostic[]): Diagnostic[] {
  const most = Math.min(before.length, next.length)
  const same = (at: number, nextAt: number): boolean =>
    isSame(before[at] as Diagnostic, next[nextAt] as Diagnostic)
  let front = 0
  while (front < most && same(front, front)) front++
  let back = 0
  while (back < most - front && same(before.length - 1 - back, next.length - 1 - back)) back++
  return [
    ...before.slice(0, front),
    ...next.slice(front, next.length - back),
    ...before.slice(before.length - back),
  ]
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  if (!isSameRange(one.range, other.range) || one.message !== other.message) return false
  if (one.code !== other.code || one.severity !== other.severity || one.source !== other.source) return false
  if (one.codeDescription?.href !== other.codeDescription?.href) return false
  if (one.tags?.join() !== other.tags?.join()) return false
  const [related = none, others = none] = [one.relatedInformation, other.relatedInformation]
  if (related === others) return true
  return (
    related.length === others.length &&
    related.every(({ message, location }, at) => {
      const same = others[at]
      return (
        same !== undefined &&
        message === same.message &&
        location.uri === same.location.uri &&
        isSameRange(location.range, same.location.range)
      )
    })
  )
}

const none: NonNullable<Diagnostic['relatedInformation']> = []

function isSameRange(one: Range, other: Range): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.line === other.end.line &&
    one.end.character === other.end.character
  )
}
