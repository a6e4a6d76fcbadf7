/**
 * Whether one of the words stands in the text: asked before a pattern that needs one of them. A pattern is compiled where it
 * runs for the first time, which in a check of one draft takes far longer than all its runs; most are never compiled so.
 */
export function holdsOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true
  return false
}
