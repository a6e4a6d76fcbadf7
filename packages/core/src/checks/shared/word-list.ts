/** What is made of a list of words once, and kept as long as the list: rules have the same lists for every draft. */
export function perList<T>(make: (words: readonly string[]) => T): (words: readonly string[]) => T {
  const known = new WeakMap<readonly string[], T>()
  return (words) => {
    let made = known.get(words)
    if (made === undefined) {
      made = make(words)
      known.set(words, made)
    }
    return made
  }
}

/** Asks whether a text ends with one of the words and is longer than it. */
export const endingsOf = perList((words) => {
  const byLast = new Map<number, string[]>()
  for (const word of words) {
    const last = word.charCodeAt(word.length - 1)
    const same = byLast.get(last)
    if (same) same.push(word)
    else byLast.set(last, [word])
  }
  return (text: string): boolean =>
    byLast
      .get(text.charCodeAt(text.length - 1))
      ?.some((word) => text.length > word.length && text.endsWith(word)) === true
})
