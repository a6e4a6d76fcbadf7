/** The pairs of characters that stand side by side in some texts. */
export interface PairSet {
  /** Adds the pairs between two offsets of a text. */
  readonly add: (text: string, from: number, to: number) => void
  /** Whether the characters at `at` and behind it are among the pairs. Not told of two NULs. */
  readonly has: (text: string, at: number) => boolean
}

/** An empty set, for no more than so many pairs: a hash table in which a pair lies in its slot or in the next free one. */
export function pairSet(most: number): PairSet {
  const bits = Math.max(4, 33 - Math.clz32(most))
  const slots = new Int32Array(1 << bits)
  const slotOf = (pair: number): number => {
    let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - bits)
    while (slots[slot] !== 0 && slots[slot] !== pair) slot = (slot + 1) & (slots.length - 1)
    return slot
  }
  return {
    add: (text, from, to) => {
      for (let at = from; at + 1 < to; at++) {
        const pair = pairAt(text, at)
        slots[slotOf(pair)] = pair
      }
    },
    has: (text, at) => {
      const pair = pairAt(text, at)
      return pair !== 0 && slots[slotOf(pair)] === pair
    },
  }
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
}
