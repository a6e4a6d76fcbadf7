/** What begins or ends with a character, by its code, the longest word first; of the same word the one given first. */
export type ByCharacter<T> = ReadonlyMap<number, readonly T[]>

/** Words by their first or last character. */
export type WordTable = ByCharacter<string>

/** Sorts entries by the `first` or `last` character of their word. */
export function byCharacter<T>(
  entries: Iterable<T>,
  wordOf: (entry: T) => string,
  end: 'first' | 'last',
): ByCharacter<T> {
  const table = new Map<number, T[]>()
  for (const entry of entries) {
    const word = wordOf(entry)
    const code = word.charCodeAt(end === 'first' ? 0 : word.length - 1)
    const known = table.get(code)
    if (known === undefined) {
      table.set(code, [entry])
      continue
    }
    let place = known.length
    while (place > 0 && wordOf(known[place - 1] as T).length < word.length) place--
    known.splice(place, 0, entry)
  }
  return table
}

/** Words, parted by blanks, by the character that they begin with. */
export function wordsByFirst(words: string): WordTable {
  return byCharacter(words.split(' '), (word) => word, 'first')
}

/** Words, parted by blanks, by the character that they end with. */
export function wordsByLast(words: string): WordTable {
  return byCharacter(words.split(' '), (word) => word, 'last')
}

/** The longest word that begins at `at` and ends at `limit` or before it; empty if there is none. */
export function wordAt(table: WordTable, text: string, at: number, limit: number): string {
  const known = table.get(text.charCodeAt(at))
  if (known === undefined) return ''
  for (const word of known) if (at + word.length <= limit && text.startsWith(word, at)) return word
  return ''
}

/** The longest word that ends right before `end` and begins at `floor` or behind it; empty if there is none. */
export function wordBefore(table: WordTable, text: string, end: number, floor: number): string {
  const known = table.get(text.charCodeAt(end - 1))
  if (known === undefined) return ''
  for (const word of known)
    if (end - word.length >= floor && text.startsWith(word, end - word.length)) return word
  return ''
}
