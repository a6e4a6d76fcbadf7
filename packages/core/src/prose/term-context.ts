/** A stretch of a text, end not included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const ends = new Set([...'。!?;…\n'])

/** How far a sentence is followed at most, so that a text without punctuation stays linear. */
const reach = 240

/** The sentence of the folded text that holds `at`: what stands between 。！？；. */
export function sentenceAround(folded: string, at: number): Stretch {
  let from = at
  while (from > 0 && at - from < reach && !ends.has(folded[from - 1] as string)) from--
  let to = at
  while (to < folded.length && to - at < reach && !ends.has(folded[to] as string)) to++
  return { from, to }
}

/** Whether one of the words stands in the stretch. */
export function hasAny(folded: string, { from, to }: Stretch, words: readonly string[]): boolean {
  const text = folded.slice(from, to)
  return words.some((word) => text.includes(word))
}
