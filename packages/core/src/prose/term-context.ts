/** A stretch of a text, end not included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

function isEnd(unit: number): boolean {
  // 。 ! ? ; … and the end of a line
  return (
    unit === 0x3002 || unit === 0x21 || unit === 0x3f || unit === 0x3b || unit === 0x2026 || unit === 0x0a
  )
}

/** How far a sentence is followed at most, so that a text without punctuation stays linear. */
const reach = 240

/** The sentence of the folded text that holds `at`: what stands between 。！？；. */
export function sentenceAround(folded: string, at: number): Stretch {
  let from = at
  while (from > 0 && at - from < reach && !isEnd(folded.charCodeAt(from - 1))) from--
  let to = at
  while (to < folded.length && to - at < reach && !isEnd(folded.charCodeAt(to))) to++
  return { from, to }
}

/** Whether one of the words stands in the stretch. */
export function hasAny(folded: string, { from, to }: Stretch, words: readonly string[]): boolean {
  const text = folded.slice(from, to)
  return words.some((word) => text.includes(word))
}
