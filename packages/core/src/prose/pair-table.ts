/**
 * Chains of words by the two characters that they begin with: an open-addressed table behind a bitmap that turns most places
 * of a text away. Whoever has a table keeps the links of the chains; link 0 is none. Tables are small, so that they stay in a
 * processor's first caches, and are filled in well under a millisecond for thousands of words.
 *
 *     …全面推进依法行政…
 *          ^^ 推进 is looked up; only words that begin with it are compared
 */
export interface PairTable {
  /** A bit for each pair, by its hash: whether some word may begin so. */
  readonly seen: Int32Array
  readonly mask: number
  /** Two numbers a slot: the pair, and the first link of its chain; 0 in a free slot. */
  readonly slots: Int32Array
}

/** Bits of the bitmap. */
const seenSize = 1 << 15

/** A table with room for so many words. */
export function pairTable(words: number): PairTable {
  let size = 256
  while (size < words * 2) size *= 2
  return { seen: new Int32Array(seenSize / 32), mask: size - 1, slots: new Int32Array(size * 2) }
}

/** The pair of characters at `at`; 0 past the end of the text. */
export function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
}

/** Puts a link before the others of its pair, and gives the one that was first before; 0 if there was none. */
export function addLink({ seen, mask, slots }: PairTable, pair: number, link: number): number {
  const bit = hash(pair) & (seenSize - 1)
  seen[bit >> 5] = (seen[bit >> 5] as number) | (1 << (bit & 31))
  const slot = slotOf(slots, mask, pair)
  const next = slots[slot + 1] as number
  slots[slot] = pair
  slots[slot + 1] = link
  return next
}

/**
 * Finds every place of the text where words may begin: puts two numbers for each into `found`, the place and the first link of its
 * pair, and gives how many it has put there. The look at the bitmap is written out, and nobody is called: a call for every
 * character would be most of what a first run pays here, and a function made for every text much of what any run pays.
 */
export function beginningsIn({ seen, mask, slots }: PairTable, text: string, found: number[]): number {
  let count = 0
  let before = text.charCodeAt(0)
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const pair = (before << 16) | code
    before = code
    const bit = (Math.imul(pair, spread) >>> spreadShift) & (seenSize - 1)
    if ((((seen[bit >> 5] as number) >> (bit & 31)) & 1) === 0) continue
    const link = slots[slotOf(slots, mask, pair) + 1] as number
    if (link === 0) continue
    found[count++] = at - 1
    found[count++] = link
  }
  return count
}

/** Where the pair is kept, or the free slot where it would be. */
function slotOf(slots: Int32Array, mask: number, pair: number): number {
  let slot = (hash(pair) & mask) * 2
  while (slots[slot + 1] !== 0 && slots[slot] !== pair) slot = (slot + 2) & (mask * 2 + 1)
  return slot
}

/** Spreads a pair over the table; Chinese characters differ mostly in their low bits. */
function hash(pair: number): number {
  return Math.imul(pair, spread) >>> spreadShift
}

const spread = 0x9e3779b1
const spreadShift = 12
