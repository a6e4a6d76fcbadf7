import type { Item } from '../report/report.ts'
import type { BlockRange } from '../text/block.ts'
import type { Lexicon } from './lexicon.ts'
import { type Clause, type Word, wordsOf } from './read-words.ts'

/** A clause of an item with its words. */
export interface ItemClause {
  readonly place: BlockRange
  /** The clause's folded text. */
  readonly text: string
  readonly words: readonly Word[]
  /** Whether it stands in the item's head. */
  readonly inHead: boolean
  /** Number of its sentence in the item, from 0. */
  readonly sentence: number
  /** Whether it is its sentence's first. */
  readonly first: boolean
}

/** An item cut into clauses. */
export interface ItemText {
  readonly item: Item
  readonly clauses: readonly ItemClause[]
  /** Whether the head is a heading with more text behind it, and not the item's whole text. */
  readonly titled: boolean
}

/** Cuts an item into clauses with their words. The label's own words are left out. */
export function itemText(item: Item, lexicon: Lexicon): ItemText {
  const clauses: ItemClause[] = []
  const { head, label } = item
  let sentence = -1
  let titled = false
  for (const place of item.places) {
    const { block } = place
    const read = wordsOf(block.shape, lexicon)
    let blockSentence = -1
    let at = firstAt(read.words, place.from)
    for (let index = firstAt(read.clauses, place.from); index < read.clauses.length; index++) {
      const clause = read.clauses[index] as Clause
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
      const words: Word[] = []
      for (; at < read.words.length; at++) {
        const word = read.words[at] as Word
        if (word.clause > index || word.from >= to) break
        if (word.from < from || word.to > to) continue
        const inLabel =
          label !== null &&
          label.place.block === block &&
          word.from < label.place.to &&
          word.to > label.place.from
        if (!inLabel) words.push(word)
      }
      clauses.push({
        place: { block, from, to },
        text: block.shape.folded.slice(from, to),
        words,
        inHead,
        sentence,
        first,
      })
    }
  }
  return { item, clauses, titled }
}

/** Position of the first stretch that ends behind `offset`, or their number. */
function firstAt(stretches: readonly { readonly to: number }[], offset: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle] as { readonly to: number }).to <= offset) low = middle + 1
    else high = middle
  }
  return low
}
