import type { Item } from '../report/report.ts'
import type { BlockRange } from '../text/block.ts'
import { firstThat } from '../text/first-that.ts'
import type { Lexicon, Match } from './lexicon.ts'
import type { ItemPlace } from './per-item.ts'
import { clausesOf, type WordedClause } from './read-words.ts'

/** A clause of an item with its words. */
export interface ItemClause extends ItemPlace {
  /** The clause's folded text. */
  readonly text: string
  readonly words: readonly Match[]
  /** Whether it stands in the item's head. */
  readonly inHead: boolean
  /** Number of its sentence in the item, from 0. */
  readonly sentence: number
  /** Whether it is its sentence's first. */
  readonly first: boolean
}

/** An item cut into clauses. */
export interface ItemText {
  readonly kind: Item['kind']
  readonly clauses: readonly ItemClause[]
  /** Whether the head is a heading with more text behind it, and not the item's whole text. */
  readonly titled: boolean
}

/** Cuts an item into clauses with their words. The label's own words are left out. */
export function itemText(item: Item, lexicon: Lexicon): ItemText {
  const clauses: ItemClause[] = []
  const { head, label, places } = item
  let sentence = -1
  let titled = false
  for (let piece = 0; piece < places.length; piece++) {
    const place = places[piece] as BlockRange
    const { block } = place
    const read = clausesOf(block.shape, lexicon)
    const labelHere = label !== null && label.place.block === block ? label.place : null
    let blockSentence = -1
    for (let index = firstAt(read, place.from); index < read.length; index++) {
      const clause = read[index] as WordedClause
      if (clause.from >= place.to) break
      const from = Math.max(clause.from, place.from)
      const to = Math.min(clause.to, place.to)
      if (to <= from) continue
      const inHead = block === head.block && from >= head.from && from < head.to
      const first = clause.sentence !== blockSentence
      if (first) {
        sentence++
        blockSentence = clause.sentence
      }
      if (!inHead) titled = true
      const text = block.shape.folded.slice(from, to)
      const words = wordsIn(clause, from, to, labelHere)
      clauses.push({ piece, from, to, text, words, inHead, sentence, first })
    }
  }
  return { kind: item.kind, clauses, titled }
}

/** The clause's words between two offsets, without those of the label. */
function wordsIn(clause: WordedClause, from: number, to: number, label: BlockRange | null): readonly Match[] {
  const labelled = label !== null && label.from < to && label.to > from
  if (!labelled && clause.from === from && clause.to === to) return clause.words
  return clause.words.filter(
    (word) =>
      word.from >= from && word.to <= to && !(labelled && word.from < label.to && word.to > label.from),
  )
}

/** Position of the first stretch that ends behind `offset`, or their number. */
function firstAt(stretches: readonly { readonly to: number }[], offset: number): number {
  return firstThat(stretches, ({ to }) => to > offset)
}
