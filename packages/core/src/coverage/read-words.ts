import { type BlockShape, perShape } from '../text/block.ts'
import { matchesIn } from '../text/matches.ts'
import type { Lexicon, LexiconEntry } from './lexicon.ts'

/** A word of a block, in offsets of the block's plain text. */
export interface Word {
  readonly from: number
  readonly to: number
  /** The word with its width folded. */
  readonly text: string
  /** What the lexicon knows of it; null for a word that only the segmenter found. */
  readonly entry: LexiconEntry | null
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
/** Two and more Han characters, without the particles that a segmenter leaves at the edges of a gap. */
const han = /^(?![的了和与及在对为是性化])[\p{Script=Han}]{2,}(?<![的了性])$/u
let segmenter: Intl.Segmenter | undefined

/** Segmenting is quadratic in the length of one string on some engines, so longer stretches are cut. */
const longestSpan = 1500

const readers = new WeakMap<Lexicon, (shape: BlockShape) => BlockWords>()

/** Reads the words of a block: the lexicon's own first, the segmenter's in between. Kept per shape and lexicon. */
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
  for (const [clause, { from, to }] of clauses.entries()) {
    const text = folded.slice(from, to)
    let behind = 0
    for (const match of lexicon.find(text)) {
      segment(text, behind, match.from, (start, end) =>
        words.push({ from: from + start, to: from + end, text: text.slice(start, end), entry: null, clause }),
      )
      const entry = lexicon.entry(match.word) ?? null
      words.push({ from: from + match.from, to: from + match.to, text: match.word, entry, clause })
      behind = Math.max(behind, match.to)
    }
    segment(text, behind, text.length, (start, end) =>
      words.push({ from: from + start, to: from + end, text: text.slice(start, end), entry: null, clause }),
    )
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

/** Gives the words of two and more Han characters between `from` and `to`. */
function segment(text: string, from: number, to: number, give: (from: number, to: number) => void): void {
  for (let start = from; start < to; start += longestSpan) {
    const end = Math.min(to, start + longestSpan)
    if (end - start < 2) continue
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
    for (const part of segmenter.segment(text.slice(start, end))) {
      if (han.test(part.segment)) give(start + part.index, start + part.index + part.segment.length)
    }
  }
}
