import { fold } from '../text/fold.ts'
import type { TermPattern } from './term-pattern.ts'

/** Tells of one occurrence: the term's position in the list that the matcher was made of, and the stretch of text. */
type TermListener = (term: number, from: number, to: number) => void

/** Finds all occurrences of many terms in one pass. */
export interface TermMatcher {
  /** Every occurrence in the folded text, by start; overlapping ones too. Linear in the text for a given set of terms. */
  readonly scan: (folded: string, found: TermListener) => void
}

/**
 * A matcher over the first characters of every term: two open-addressed tables, one for what is known by its first two
 * characters (terms of two, patterns) and one for the first three, behind a bitmap of pairs that turns most places away.
 * It is built in about a millisecond for thousands of terms.
 *
 *     …全面推进依法行政…
 *          ^^^ 推进依 is looked up; only terms that begin with it are compared
 *
 * Literal terms are folded, so they match in any width.
 * @throws RangeError for a literal of fewer than two characters.
 */
export function termMatcher(terms: readonly (string | TermPattern)[]): TermMatcher {
  const literals = terms.map((term) => (typeof term === 'string' ? fold(term) : ''))
  const pairs: Begin[] = []
  const triples: Begin[] = []
  const seen = new Uint8Array(filterSize)
  for (const [nth, term] of terms.entries()) {
    const literal = literals[nth] as string
    if (typeof term === 'string' && literal.length < 2)
      throw new RangeError(`the term "${term}" needs at least two characters`)
    const beginnings = typeof term === 'string' ? [literal] : term.beginnings
    for (const beginning of beginnings) {
      const pair = pairAt(beginning, 0)
      seen[hash(pair) & (filterSize - 1)] = 1
      if (literal.length > 2) triples.push({ pair, third: literal.charCodeAt(2), term: nth })
      else pairs.push({ pair, third: 0, term: nth })
    }
  }
  const short = beginTable(pairs)
  const long = beginTable(triples)

  const scan = (folded: string, found: TermListener): void => {
    let before = folded.charCodeAt(0)
    for (let at = 1; at < folded.length; at++) {
      const code = folded.charCodeAt(at)
      const pair = (before << 16) | code
      before = code
      if (seen[hash(pair) & (filterSize - 1)] === 0) continue
      const from = at - 1
      for (let entry = short.first(pair, 0); entry !== 0; entry = short.next(entry)) {
        const term = short.term(entry)
        const literal = literals[term] as string
        const to = literal === '' ? (terms[term] as TermPattern).match(folded, from) : from + 2
        if (to !== -1) found(term, from, to)
      }
      if (at + 1 >= folded.length) continue
      for (let entry = long.first(pair, folded.charCodeAt(at + 1)); entry !== 0; entry = long.next(entry)) {
        const term = long.term(entry)
        const literal = literals[term] as string
        if (folded.startsWith(literal, from)) found(term, from, from + literal.length)
      }
    }
  }
  return Object.freeze({ scan })
}

/** How a term begins. */
interface Begin {
  readonly pair: number
  readonly third: number
  readonly term: number
}

/** The chains of terms that begin alike. An entry is 1 + its number; 0 ends a chain. */
interface BeginTable {
  readonly first: (pair: number, third: number) => number
  readonly next: (entry: number) => number
  readonly term: (entry: number) => number
}

/** Slots of the bitmap of pairs. */
const filterSize = 1 << 16

function beginTable(begins: readonly Begin[]): BeginTable {
  let size = 1024
  while (size < begins.length * 4) size *= 2
  const mask = size - 1
  const pairs = new Int32Array(size)
  const thirds = new Uint16Array(size)
  const heads = new Int32Array(size)
  const nexts = new Int32Array(begins.length + 1)
  const owners = new Int32Array(begins.length + 1)
  const slotOf = (pair: number, third: number): number => {
    let slot = hash(pair ^ Math.imul(third, 0x85ebca6b)) & mask
    while (heads[slot] !== 0 && (pairs[slot] !== pair || thirds[slot] !== third)) slot = (slot + 1) & mask
    return slot
  }
  for (const [nth, { pair, third, term }] of begins.entries()) {
    const slot = slotOf(pair, third)
    pairs[slot] = pair
    thirds[slot] = third
    nexts[nth + 1] = heads[slot] as number
    owners[nth + 1] = term
    heads[slot] = nth + 1
  }
  return {
    first: (pair, third) => heads[slotOf(pair, third)] as number,
    next: (entry) => nexts[entry] as number,
    term: (entry) => owners[entry] as number,
  }
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
}

/** Spreads a pair over the table; Chinese characters differ mostly in their low bits. */
function hash(pair: number): number {
  return Math.imul(pair, 0x9e3779b1) >>> 12
}
