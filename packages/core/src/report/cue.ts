import { type DataKinds, entriesOf } from '../ruleset/data.ts'
import { type BlockRange, type BlockShape, perShape } from '../text/block.ts'
import { codeAt } from '../text/code-at.ts'
import { firstThat } from '../text/first-that.ts'
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
  const all = find(place.block.shape)
  const cues: Cue[] = []
  for (let at = firstThat(all, ({ from }) => from >= place.from); at < all.length; at++) {
    const { kind, from, to } = all[at] as LocalCue
    if (from >= place.to) break
    if (to <= place.to) cues.push({ kind, place: { block: place.block, from, to } })
  }
  return cues
}

interface Word {
  readonly text: string
  /** Its second character, which tells most words apart; 0 if it has only one. */
  readonly second: number
  /** What must follow in the same phrase, for a word written with … in the middle: 受…影响. */
  readonly rest: string
  readonly kind: ItemCues['kind']
}

/** How far apart the halves of such a word may stand. */
const widestGap = 16

/** Leftmost and longest wins: 不完善 is a deficit, and not 完善, a measure. */
function makeFinder(entries: readonly ItemCues[]): FindCues {
  const lists: Word[][] = [[]]
  /** By first character the position of its words in `lists`; 0 for none. */
  const listOf = new Uint16Array(0x10000)
  for (const { kind, words } of entries) {
    for (const written of words) {
      const halves = written.includes('…') ? written.split('…', 2) : null
      const text = halves?.[0] ?? written
      const rest = halves?.[1] ?? ''
      const first = text.charCodeAt(0)
      if (listOf[first] === 0) listOf[first] = lists.push([]) - 1
      lists[listOf[first] as number]?.push({ text, rest, kind, second: codeAt(text, 1) })
    }
  }
  for (const words of lists) words.sort((a, b) => b.text.length - a.text.length)
  /** For each list bits of the second characters of its words, all bits if one has none: most places are told by these. */
  const secondsOf = Int32Array.from(lists, (words) =>
    words.reduce((bits, { second }) => bits | (second === 0 ? -1 : 1 << (second & 31)), 0),
  )
  return perShape(({ folded }) => {
    const found: LocalCue[] = []
    for (let at = 0; at < folded.length; at++) {
      const list = listOf[folded.charCodeAt(at)] as number
      if (list === 0) continue
      const next = codeAt(folded, at + 1)
      if (((secondsOf[list] as number) & (1 << (next & 31))) === 0) continue
      const words = lists[list] as Word[]
      for (let nth = 0; nth < words.length; nth++) {
        const word = words[nth] as Word
        if (word.second !== 0 && word.second !== next) continue
        if (!folded.startsWith(word.text, at)) continue
        const end = endOfWord(word, folded, at)
        if (end === -1) continue
        if (word.kind !== 'none') found.push({ kind: word.kind, from: at, to: end })
        at += word.text.length - 1
        break
      }
    }
    return found
  })
}

/** Where the word that begins at `at` ends, or -1 if its second half does not follow in the same phrase. */
function endOfWord({ text, rest }: Word, folded: string, at: number): number {
  const end = at + text.length
  if (rest === '') return end
  const behind = folded.slice(end, end + widestGap)
  const gap = behind.indexOf(rest)
  return gap > 0 && !/[,;:。]/.test(behind.slice(0, gap)) ? end + gap + rest.length : -1
}
