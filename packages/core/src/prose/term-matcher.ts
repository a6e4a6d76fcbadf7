import { fold, isFolded } from '../text/fold.ts'
import type { TermPattern } from './term-pattern.ts'

/** Tells of one occurrence: the term's position in the list that the matcher was made of, and the stretch of text. */
type TermListener = (term: number, from: number, to: number) => void

/** Finds all occurrences of many terms in one pass. */
export interface TermMatcher {
  /** Every occurrence in the folded text, by start; overlapping ones too. Linear in the text for a given set of terms. */
  readonly scan: (folded: string, found: TermListener) => void
}

/**
 * A matcher over the first characters of every term: an open-addressed table by the first two characters (terms of two,
 * patterns) or the first three, behind a bitmap of pairs that turns most places away. It is built in well under a millisecond
 * for thousands of terms.
 *
 *     …全面推进依法行政…
 *          ^^^ 推进依 is looked up; only terms that begin with it are compared
 *
 * Literal terms are folded, so they match in any width.
 * @throws RangeError for a literal of fewer than two characters.
 */
export function termMatcher(terms: readonly (string | TermPattern)[]): TermMatcher {
  const literals = foldedLiterals(terms)
  let count = 0
  for (const term of terms) count += typeof term === 'string' ? 1 : term.beginnings.length
  const table = beginTable(count)
  const patterns: TermPattern[] = []
  for (let nth = 0; nth < terms.length; nth++) {
    const term = terms[nth] as string | TermPattern
    if (typeof term !== 'string') {
      patterns[nth] = term
      for (const beginning of term.beginnings) add(table, beginning, 0, nth)
      continue
    }
    const literal = literals[nth] as string
    if (literal.length < 2) throw new RangeError(`the term "${term}" needs at least two characters`)
    add(table, literal, literal.length === 2 ? 0 : literal.charCodeAt(2), nth)
  }

  const { seen, slots, chains } = table
  const scan = (folded: string, found: TermListener): void => {
    let before = folded.charCodeAt(0)
    for (let at = 1; at < folded.length; at++) {
      const code = folded.charCodeAt(at)
      const pair = (before << 16) | code
      before = code
      const bit = hash(pair) & (filterSize - 1)
      if ((((seen[bit >> 5] as number) >> (bit & 31)) & 1) === 0) continue
      const slot = slotOf(table, pair, 0)
      if (slots[slot + 3] === free) continue
      const from = at - 1
      for (let link = slots[slot + 2] as number; link !== 0; link = chains[link] as number) {
        const term = chains[link + 1] as number
        const pattern = patterns[term]
        const to = pattern === undefined ? from + 2 : pattern.match(folded, from)
        if (to !== -1) found(term, from, to)
      }
      if (slots[slot + 3] !== goingOn || at + 1 >= folded.length) continue
      const longer = slotOf(table, pair, folded.charCodeAt(at + 1))
      for (let link = slots[longer + 2] as number; link !== 0; link = chains[link] as number) {
        const term = chains[link + 1] as number
        const literal = literals[term] as string
        if (goesOn(folded, from, literal)) found(term, from, from + literal.length)
      }
    }
  }
  return Object.freeze({ scan })
}

/** The folded literals, the empty text in the place of a pattern. Most lists need no folding, which one look at all tells. */
function foldedLiterals(terms: readonly (string | TermPattern)[]): readonly string[] {
  const written = terms.map((term) => (typeof term === 'string' ? term : ''))
  return isFolded(written.join('')) ? written : written.map((literal) => fold(literal))
}

/** Whether the literal goes on at `from`, where its first three characters stand. */
function goesOn(folded: string, from: number, literal: string): boolean {
  for (let nth = 3; nth < literal.length; nth++)
    if (folded.charCodeAt(from + nth) !== literal.charCodeAt(nth)) return false
  return true
}

/**
 * The chains of terms that begin alike. What is asked for together lies together, since every third character of a report
 * begins some term. A slot holds the pair, the third character (0: a chain of terms known by the pair alone), the first link
 * of its chain (0: none) and its state. `chains` holds the next link (0: none) and the term of each.
 */
interface BeginTable {
  readonly seen: Int32Array
  readonly mask: number
  readonly slots: Int32Array
  readonly chains: Int32Array
  /** Where the next link is put. */
  end: number
}

/** The states of a slot: free, taken, or that of a pair that begins longer terms as well. */
const free = 0
const taken = 1
const goingOn = 2

/** Bits of the bitmap of pairs. */
const filterSize = 1 << 15

/** A table with room for so many beginnings, each of which takes two slots at most. */
function beginTable(count: number): BeginTable {
  let size = 512
  while (size < count * 3) size *= 2
  return {
    seen: new Int32Array(filterSize / 32),
    mask: size - 1,
    slots: new Int32Array(size * 4),
    chains: new Int32Array((count + 1) * 2),
    end: 2,
  }
}

/** Adds a term that begins with the first two characters of `beginning` and the third one given. */
function add(table: BeginTable, beginning: string, third: number, term: number): void {
  const { seen, slots, chains } = table
  const pair = (beginning.charCodeAt(0) << 16) | beginning.charCodeAt(1)
  const bit = hash(pair) & (filterSize - 1)
  seen[bit >> 5] = (seen[bit >> 5] as number) | (1 << (bit & 31))
  let slot = take(table, pair, 0)
  if (third !== 0) {
    slots[slot + 3] = goingOn
    slot = take(table, pair, third)
  }
  const link = table.end
  table.end += 2
  chains[link] = slots[slot + 2] as number
  chains[link + 1] = term
  slots[slot + 2] = link
}

/** The slot of a chain, taken if it was free. */
function take(table: BeginTable, pair: number, third: number): number {
  const { slots } = table
  const slot = slotOf(table, pair, third)
  if (slots[slot + 3] === free) {
    slots[slot] = pair
    slots[slot + 1] = third
    slots[slot + 3] = taken
  }
  return slot
}

/** The slot of a chain, or the free one where it would be. */
function slotOf({ mask, slots }: BeginTable, pair: number, third: number): number {
  let slot = hash(pair ^ Math.imul(third, 0x85ebca6b)) & mask
  while (slots[slot * 4 + 3] !== free && (slots[slot * 4] !== pair || slots[slot * 4 + 1] !== third))
    slot = (slot + 1) & mask
  return slot * 4
}

/** Spreads a pair over the table; Chinese characters differ mostly in their low bits. */
function hash(pair: number): number {
  return Math.imul(pair, 0x9e3779b1) >>> 12
}
