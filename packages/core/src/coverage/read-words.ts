import { type BlockShape, perShape } from '../text/block.ts'
import type { Lexicon, Match } from './lexicon.ts'

/** A stretch between two marks, in offsets of the block's plain text. */
export interface Clause {
  readonly from: number
  readonly to: number
  /** Number of its sentence in the block, from 0; a semicolon ends a sentence too. */
  readonly sentence: number
}

/** A clause with its words, from left to right. */
export interface WordedClause extends Clause {
  readonly words: readonly Match[]
}

const readers = new WeakMap<Lexicon, (shape: BlockShape) => readonly WordedClause[]>()

/** The clauses of a block with their words. Kept per shape and lexicon. */
export function clausesOf(shape: BlockShape, lexicon: Lexicon): readonly WordedClause[] {
  let reader = readers.get(lexicon)
  if (!reader) {
    reader = perShape(({ folded }) =>
      readClauses(folded).map(({ from, to, sentence }) => ({
        from,
        to,
        sentence,
        words: lexicon.words(folded, from, to),
      })),
    )
    readers.set(lexicon, reader)
  }
  return reader(shape)
}

/** Cuts a text into clauses at its marks; the mark belongs to none. */
export function readClauses(folded: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let sentence = 0
  for (let at = 0; at < folded.length; at++) {
    const mark = folded.charCodeAt(at)
    // Above ASCII only the Chinese full stop is a mark, below it none but these.
    if (mark > 0x3f ? mark !== 0x3002 : !marks.has(mark)) continue
    if (at > from) clauses.push({ from, to: at, sentence })
    from = at + 1
    if (mark !== comma && mark !== colon) sentence++
  }
  if (folded.length > from) clauses.push({ from, to: folded.length, sentence })
  return clauses
}

const comma = 0x2c
const colon = 0x3a
const marks: ReadonlySet<number> = new Set([...',:;!?'].map((mark) => mark.charCodeAt(0)))
