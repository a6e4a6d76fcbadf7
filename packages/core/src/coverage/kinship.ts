import { hanScript } from '../text/han-script.ts'
import type { Lexicon } from './lexicon.ts'
import { type PairSet, pairSet } from './pair-set.ts'
import type { OfferedSubject } from './prepare-items.ts'
import type { Subject } from './subject.ts'

/** A word that is more common than this shows no kinship. */
const leastRarity = 0.3

/** A word that names its topic only this surely shows none either. */
const faint = 0.3

const han = new RegExp(`^[${hanScript}]{2}$`)

/** Pairs of characters, gathered when first asked for. */
export type Pairs = Pick<PairSet, 'has'>

/**
 * The pairs of characters in the leading clauses of all measures: a net under the lexicon. Where a measure's heading shares
 * an uncommon word with a shortcoming, as 宪法宣誓 with 宪法学习, they may well belong together though no topic says so, and
 * nothing should be claimed.
 */
export function pairsOf(measures: readonly OfferedSubject[]): Pairs {
  let pairs: PairSet | undefined
  return {
    has: (text, at) => {
      pairs ??= gather(measures)
      return pairs.has(text, at)
    },
  }
}

function gather(measures: readonly OfferedSubject[]): PairSet {
  let length = 0
  for (const { subject } of measures) for (const lead of subject.leads) length += lead.length
  const pairs = pairSet(length)
  for (const { subject } of measures) for (const lead of subject.leads) pairs.add(lead, 0, lead.length)
  return pairs
}

/** An uncommon word of two characters that the shortcoming's own subject shares with a leading clause of a measure, or null. */
export function kinship(shortcoming: Subject, pairs: Pairs, lexicon: Lexicon): string | null {
  for (const { word, strength } of shortcoming.mentions) {
    if (strength < 0.45) continue
    const { text } = word
    for (let at = 0; at + 2 <= text.length; at++) {
      if (!pairs.has(text, at)) continue
      const pair = text.slice(at, at + 2)
      if (!han.test(pair)) continue
      const entry = lexicon.entry(pair)
      if (entry && (!entry.subject || (entry.senses[0]?.weight ?? 1) <= faint)) continue
      const rarity = lexicon.rarity(pair)
      const isWord = pair === text || rarity < 1 || entry !== undefined
      if (isWord && rarity >= leastRarity) return pair
    }
  }
  return null
}
