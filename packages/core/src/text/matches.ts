const none: readonly RegExpExecArray[] = []

/**
 * All matches of a global pattern, from left to right: what `text.matchAll(pattern)` gives, at a fraction of its cost, since
 * the pattern is not copied and nothing is made where nothing matches. It uses `pattern.lastIndex`.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return none
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
