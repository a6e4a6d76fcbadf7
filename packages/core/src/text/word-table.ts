import { codeAt } from './code-at.ts'

/** What begins or ends with a character, the longest word first; of the same word the one given first. */
export interface ByCharacter<T> {
  /** Entries by the code of their character. */
  readonly entries: ReadonlyMap<number, readonly T[]>
  /** One for each code modulo its length that there may be entries for: turns most characters away. */
  readonly seen: Uint8Array
}

/** Words by their first or last character. */
export type WordTable = ByCharacter<string>

const filterSize = 1024

/** Sorts entries by the `first` or `last` character of their word. */
export function byCharacter<T>(
  list: Iterable<T>,
  wordOf: (entry: T) => string,
  end: 'first' | 'last',
): ByCharacter<T> {
  const entries = new Map<number, T[]>()
  const seen = new Uint8Array(filterSize)
  for (const entry of list) {
    const word = wordOf(entry)
    const code = word.charCodeAt(end === 'first' ? 0 : word.length - 1)
    seen[code & (filterSize - 1)] = 1
    const known = entries.get(code)
    if (known === undefined) {
      entries.set(code, [entry])
      continue
    }
    let place = known.length
    while (place > 0 && wordOf(known[place - 1] as T).length < word.length) place--
    known.splice(place, 0, entry)
  }
  return { entries, seen }
}

/** The entries for a character, the longest word first; undefined if there are none. */
export function entriesFor<T>(table: ByCharacter<T>, code: number): readonly T[] | undefined {
  return table.seen[code & (filterSize - 1)] === 1 ? table.entries.get(code) : undefined
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
  if (at >= limit) return ''
  const code = text.charCodeAt(at)
  if (table.seen[code & (filterSize - 1)] === 0) return ''
  const known = table.entries.get(code)
  if (known === undefined) return ''
  const next = codeAt(text, at + 1)
  for (const word of known) {
    const { length } = word
    if (length === 1) return word
    if (at + length > limit || word.charCodeAt(1) !== next) continue
    if (length === 2 || text.startsWith(word, at)) return word
  }
  return ''
}

/** The longest word that ends right before `end` and begins at `floor` or behind it; empty if there is none. */
export function wordBefore(table: WordTable, text: string, end: number, floor: number): string {
  if (end <= floor) return ''
  const code = text.charCodeAt(end - 1)
  if (table.seen[code & (filterSize - 1)] === 0) return ''
  const known = table.entries.get(code)
  if (known === undefined) return ''
  const previous = codeAt(text, end - 2)
  for (const word of known) {
    const { length } = word
    if (length === 1) return word
    if (end - length < floor || word.charCodeAt(length - 2) !== previous) continue
    if (length === 2 || text.startsWith(word, end - length)) return word
  }
  return ''
}
