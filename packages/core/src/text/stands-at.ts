/**
 * Whether the word stands in the text at `at`: what `text.startsWith(word, at)` tells, compiled into the loop that asks it. Most
 * words differ in one of their first two characters.
 */
export function standsAt(text: string, at: number, word: string): boolean {
  if (at < 0 || at + word.length > text.length) return false
  for (let nth = 0; nth < word.length; nth++)
    if (text.charCodeAt(at + nth) !== word.charCodeAt(nth)) return false
  return true
}
