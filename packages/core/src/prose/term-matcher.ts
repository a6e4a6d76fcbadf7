import { codeAt } from '../text/code-at.ts'
import { fold, isFolded } from '../text/fold.ts'
import {
  addLink,
  type PairTable,
  type PassNotes,
  pairAt,
  pairTable,
  passNotes,
  passOver,
} from './pair-table.ts'
import type { TermPattern } from './term-pattern.ts'

/** Tells of one occurrence: the term's position in the list that the matcher was made of, and the stretch of text. */
type TermListener = (term: number, from: number, to: number) => void

/** Finds all occurrences of many terms. */
export interface TermMatcher {
  /** Every occurrence in the folded text, by start; overlapping ones too. Linear in the text for a given set of terms. */
  readonly scan: (folded: string, found: TermListener) => void
  /** As `scan`, for a text over which a pass has gone with the table that the matcher was given. */
  readonly scanNoted: (folded: string, notes: PassNotes, found: TermListener) => void
}

/** A wording as it stands, or a pattern of many. */
export type Term = string | TermPattern

/** How many links the terms need in a table. */
export function linksOf(terms: readonly Term[]): number {
  let count = 0
  for (const term of terms) count += typeof term === 'string' ? 1 : term.beginnings.length
  return count
}

/**
 * A matcher over the first two characters of every term. A link of a chain holds the next one, the term, the term's third
 * character (0: a term of two, or a pattern), without which it is not compared, and bits of the third characters of this link and
 * of those behind it: most chains end with a look at these. Literal terms are folded, so they match in
 * any width. `table` is one to share, with room for the links of the terms.
 * @throws RangeError for a literal of fewer than two characters.
 */
export function termMatcher(
  terms: readonly Term[],
  table: PairTable = pairTable(linksOf(terms)),
): TermMatcher {
  const literals = foldedLiterals(terms)
  const links = new Int32Array((linksOf(terms) + 1) * linkSize)
  const patterns: TermPattern[] = []
  let link = 0
  const add = (beginning: string, third: number, term: number): void => {
    link += linkSize
    const behind = addLink(table, pairAt(beginning, 0), chain, link)
    links[link] = behind
    links[link + 1] = term
    links[link + 2] = third
    links[link + 3] = (links[behind + 3] as number) | (third === 0 ? -1 : 1 << (third & 31))
  }
  for (let nth = 0; nth < terms.length; nth++) {
    const term = terms[nth] as Term
    if (typeof term !== 'string') {
      patterns[nth] = term
      for (const beginning of term.beginnings) add(beginning, 0, nth)
      continue
    }
    const literal = literals[nth] as string
    if (literal.length < 2) throw new RangeError(`the term "${term}" needs at least two characters`)
    add(literal, literal.length === 2 ? 0 : literal.charCodeAt(2), nth)
  }

  const { firsts } = table
  const scanNoted: TermMatcher['scanNoted'] = (folded, { beginnings, beginningCount }, found) => {
    for (let nth = 0; nth < beginningCount; nth += 2) {
      let link = firsts[(beginnings[nth + 1] as number) + chain] as number
      if (link === 0) continue
      const from = beginnings[nth] as number
      const next = codeAt(folded, from + 2)
      if (((links[link + 3] as number) & (1 << (next & 31))) === 0) continue
      for (; link !== 0; link = links[link] as number) {
        const third = links[link + 2] as number
        if (third !== 0 && third !== next) continue
        const term = links[link + 1] as number
        if (third === 0) {
          const pattern = patterns[term]
          const to = pattern === undefined ? from + 2 : pattern.match(folded, from)
          if (to !== -1) found(term, from, to)
        } else {
          const literal = literals[term] as string
          if (goesOn(folded, from, literal)) found(term, from, from + literal.length)
        }
      }
    }
  }
  const scan: TermMatcher['scan'] = (folded, found) => {
    passOver(folded, table, ownNotes)
    scanNoted(folded, ownNotes, found)
  }
  return Object.freeze({ scan, scanNoted })
}

/** The chain of a pair in which terms are linked. */
const chain = 0
const ownNotes = passNotes()

/** How many numbers a link takes. */
const linkSize = 4

/** The folded literals, the empty text in the place of a pattern. Most lists need no folding, which one look at all tells. */
function foldedLiterals(terms: readonly Term[]): readonly string[] {
  const written = terms.map((term) => (typeof term === 'string' ? term : ''))
  return isFolded(written.join('')) ? written : written.map((literal) => fold(literal))
}

/** Whether the literal goes on at `from`, where its first three characters stand. */
function goesOn(folded: string, from: number, literal: string): boolean {
  for (let nth = 3; nth < literal.length; nth++)
    if (folded.charCodeAt(from + nth) !== literal.charCodeAt(nth)) return false
  return true
}
