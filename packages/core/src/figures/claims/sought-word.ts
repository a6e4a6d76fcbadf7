/** A word that many texts are searched for. */
export interface SoughtWord {
  readonly text: string
  /** What a text must hold of letters for the word to stand in it. */
  readonly letters: number
}

/** The words, ready to be looked for. */
export function sought(words: readonly string[]): readonly SoughtWord[] {
  return words.map((text) => ({ text, letters: lettersIn(text) }))
}

/**
 * The letters of a text as a set of 32 bits, many letters to a bit. Of the words that are looked for beside a figure nearly all
 * are nowhere in its few words: the letters tell so without a search for each.
 */
export function lettersIn(text: string, from = 0, to = text.length): number {
  let letters = 0
  for (let at = from; at < to; at++) letters |= 1 << (text.charCodeAt(at) & 31)
  return letters
}

/** Whether the word may stand in a text of these letters. */
export function mayStandIn(letters: number, word: SoughtWord): boolean {
  return (word.letters & ~letters) === 0
}
