import { type DataKinds, entriesOf } from '../ruleset/data.ts'
import { type BlockRange, type BlockShape, perShape } from '../text/block.ts'
import type { Cue } from './report.ts'

/**
 * An entry of the data kind `item-cues`: words that point to a cause, a measure or a deficit, or (`none`) words that hold
 * such a word without its meaning, as 因地制宜 holds 因.
 */
export interface ItemCues {
  readonly kind: Cue['kind'] | 'none'
  readonly words: readonly string[]
}

/** A cue inside one block. */
export interface LocalCue {
  readonly kind: Cue['kind']
  readonly from: number
  readonly to: number
}

/** Finds the cues of a block, in order. */
export type FindCues = (shape: BlockShape) => readonly LocalCue[]

const finders = new WeakMap<DataKinds, FindCues>()

/** The finder for the cue words in the data; made once for each set of data. */
export function cueFinder(data: DataKinds): FindCues {
  let finder = finders.get(data)
  if (!finder) {
    finder = makeFinder(entriesOf<ItemCues>(data, 'item-cues'))
    finders.set(data, finder)
  }
  return finder
}

/** The cues that lie inside the place. */
export function cuesIn(place: BlockRange, find: FindCues): Cue[] {
  const cues: Cue[] = []
  for (const { kind, from, to } of find(place.block.shape)) {
    if (from >= place.from && to <= place.to) cues.push({ kind, place: { block: place.block, from, to } })
  }
  return cues
}

interface Word {
  readonly text: string
  readonly kind: ItemCues['kind']
}

/** Leftmost and longest wins: 不完善 is a deficit, and not 完善, a measure. */
function makeFinder(entries: readonly ItemCues[]): FindCues {
  const byFirst = new Map<number, Word[]>()
  for (const { kind, words } of entries) {
    for (const text of words) {
      const first = text.charCodeAt(0)
      const known = byFirst.get(first)
      if (known) known.push({ text, kind })
      else byFirst.set(first, [{ text, kind }])
    }
  }
  for (const words of byFirst.values()) words.sort((a, b) => b.text.length - a.text.length)
  return perShape(({ folded }) => {
    const found: LocalCue[] = []
    for (let at = 0; at < folded.length; at++) {
      const word = byFirst.get(folded.charCodeAt(at))?.find(({ text }) => folded.startsWith(text, at))
      if (!word) continue
      if (word.kind !== 'none') found.push({ kind: word.kind, from: at, to: at + word.text.length })
      at += word.text.length - 1
    }
    return found
  })
}
