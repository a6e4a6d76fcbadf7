import { type BlockShape, perShape } from '../text/block.ts'
import { matchesIn } from '../text/matches.ts'
import type { KnownWord, Lexicon } from './lexicon.ts'

/** A word of a block, in offsets of the block's plain text. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly word: KnownWord
  /** Position in {@link BlockWords.clauses}. */
  readonly clause: number
}

/** A stretch between two marks, in offsets of the block's plain text. */
export interface Clause {
  readonly from: number
  readonly to: number
  /** Number of its sentence in the block, from 0; a semicolon ends a sentence too. */
  readonly sentence: number
}

/** The words of a block, from left to right, and its clauses. */
export interface BlockWords {
  readonly words: readonly Word[]
  readonly clauses: readonly Clause[]
}

const marks = /[,:;。!?]/g
const readers = new WeakMap<Lexicon, (shape: BlockShape) => BlockWords>()

/** Reads the words of a block: what the topics know first, general words in between. Kept per shape and lexicon. */
export function wordsOf(shape: BlockShape, lexicon: Lexicon): BlockWords {
  let reader = readers.get(lexicon)
  if (!reader) {
    reader = perShape((one) => readWords(one.folded, lexicon))
    readers.set(lexicon, reader)
  }
  return reader(shape)
}

function readWords(folded: string, lexicon: Lexicon): BlockWords {
  const clauses = readClauses(folded)
  const words: Word[] = []
  const divide = (from: number, to: number, clause: number): void => {
    if (to - from < 2) return
    for (const match of lexicon.divide(folded, from, to)) words.push({ ...match, clause })
  }
  for (const [clause, { from, to }] of clauses.entries()) {
    let behind = from
    for (const match of lexicon.find(folded, from, to)) {
      divide(behind, match.from, clause)
      words.push({ ...match, clause })
      behind = match.to
    }
    divide(behind, to, clause)
  }
  return { words, clauses }
}

/** Cuts a text into clauses at its marks; the mark belongs to none. */
export function readClauses(folded: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let sentence = 0
  const close = (to: number): void => {
    if (to > from) clauses.push({ from, to, sentence })
  }
  for (const mark of matchesIn(folded, marks)) {
    close(mark.index)
    from = mark.index + 1
    if (mark[0] !== ',' && mark[0] !== ':') sentence++
  }
  close(folded.length)
  return clauses
}
