/** So much of a text is searched at once: what lies far behind an edit is never asked for. */
const step = 16_384
/** No pattern that is asked for is longer. */
const longest = 2

/**
 * A finder of the first place from an offset on, and before another, where a global pattern of at most two units matches; infinity if
 * there is none. Asked from left to right, it searches the text once, and no further than a step behind what was asked for.
 *
 *     一二三四五*六七八
 *     ^from  ^clear     nothing between them; what is behind is not known yet
 */
export function nextOf(text: string, pattern: RegExp): (from: number, end: number) => number {
  let start = 0
  let clear = 0
  let isFound = false
  return (from, end) => {
    if (from < start || from > clear) {
      start = from
      clear = from
      isFound = false
    }
    while (!isFound && clear < end && clear < text.length) {
      const behind = clear + step
      pattern.lastIndex = 0
      const at = pattern.exec(text.slice(clear, behind + longest - 1))?.index ?? step
      isFound = at < step
      clear = isFound ? clear + at : behind
    }
    return isFound && clear < end ? clear : Number.POSITIVE_INFINITY
  }
}
