/**
 * A finder of the next place at or behind an offset where a global pattern matches; infinity if there is none. Asked from left
 * to right, it searches the text once.
 */
export function nextOf(text: string, pattern: RegExp): (from: number) => number {
  let asked = 0
  let known = -1
  return (from) => {
    if (from < asked || from > known) {
      pattern.lastIndex = from
      known = pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY
      asked = from
    }
    return known
  }
}
