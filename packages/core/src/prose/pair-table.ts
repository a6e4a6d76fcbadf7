/**
 * Chains of words by the two characters that they begin with: an open-addressed table behind a bitmap that turns most places
 * of a text away. Whoever has a table keeps the links of the chains; link 0 is none. Several searches can share a table, and so
 * one pass over a text, each with chains of its own. Tables are small, so that they stay in a processor's first caches, and are
 * filled in well under a millisecond for thousands of words.
 *
 *     …全面推进依法行政…
 *          ^^ 推进 is looked up; only words that begin with it are compared
 */
export interface PairTable {
  /** A bit for each pair, by its hash: whether some word may begin so. */
  readonly seen: Int32Array
  readonly mask: number
  /** Two numbers a slot: the pair, and where its chains stand in `firsts`; 0 in a free slot. */
  readonly slots: Int32Array
  /** The first links of a pair's chains, {@link chainsOfPair} numbers a pair; the first pair's are no pair's. */
  readonly firsts: Int32Array
  pairs: number
}

/** How many chains a pair has. */
export const chainsOfPair = 4

/** Bits of the bitmap. */
const seenSize = 1 << 15

/** A table with room for so many words. */
export function pairTable(words: number): PairTable {
  let size = 256
  while (size < words * 2) size *= 2
  return {
    seen: new Int32Array(seenSize / 32),
    mask: size - 1,
    slots: new Int32Array(size * 2),
    firsts: new Int32Array((words + 1) * chainsOfPair),
    pairs: 0,
  }
}

/** The pair of characters at `at`; 0 past the end of the text. */
export function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
}

/** Puts a link before the others of a chain of its pair, and gives the one that was first before; 0 if there was none. */
export function addLink(table: PairTable, pair: number, chain: number, link: number): number {
  const { seen, mask, slots, firsts } = table
  const bit = hash(pair) & (seenSize - 1)
  seen[bit >> 5] = (seen[bit >> 5] as number) | (1 << (bit & 31))
  const slot = slotOf(slots, mask, pair)
  if (slots[slot + 1] === 0) {
    table.pairs++
    slots[slot] = pair
    slots[slot + 1] = table.pairs * chainsOfPair
  }
  const first = (slots[slot + 1] as number) + chain
  const next = firsts[first] as number
  firsts[first] = link
  return next
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

/** What one pass over a text notes. The lists are filled anew for every text, up to their counts; nothing behind counts. */
export interface PassNotes {
  /** Where words may begin. */
  beginnings: Int32Array
  /** For each of the beginnings, where the chains of its pair stand in `firsts`. */
  chains: Int32Array
  beginningCount: number
  /** Where the second of two Chinese characters in a row stands that are the same, or that stood there two to four before. */
  repeats: Int32Array
  repeatCount: number
  /** Where characters stand that the set holds. */
  members: Int32Array
  memberCount: number
}

/** Notes for passes, with nothing noted yet. */
export function passNotes(): PassNotes {
  return notesFor(leastRoom)
}

/** For how long a text there is room from the start. */
const leastRoom = 1024

function notesFor(length: number): PassNotes {
  return {
    beginnings: new Int32Array(length),
    chains: new Int32Array(length),
    beginningCount: 0,
    repeats: new Int32Array(length),
    repeatCount: 0,
    members: new Int32Array(length),
    memberCount: 0,
  }
}

/** A set of UTF-16 units, a bit each. */
export function unitSet(units: Iterable<number> = []): Int32Array {
  const set = new Int32Array(0x10000 / 32)
  for (const unit of units) set[unit >> 5] = (set[unit >> 5] as number) | (1 << (unit & 31))
  return set
}

/** Chinese characters have no lower code. */
const leastHan = 0x3400

//     研究进一步进一步推进
//       ^  ^   at the second 进一 the same pair is found at a distance of three
/**
 * One pass over a folded text for all who look for words, for repetitions or for single characters. All is written out, and
 * nobody is called: a call for every character would be most of what a first run pays here. What the bitmap says decides about
 * no branch, since a processor cannot foretell it: every place is written down, and only those count that it does not turn away.
 */
export function passOver(text: string, table: PairTable, set: Int32Array, notes: PassNotes): void {
  if (notes.beginnings.length < text.length) Object.assign(notes, notesFor(text.length * 2))
  const { beginnings, chains, repeats, members } = notes
  const { seen } = table
  let count = 0
  let repeatCount = 0
  let memberCount = 0
  let before = 0
  // The pairs that began one to four characters before the one at hand.
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((((set[code >> 5] as number) >> (code & 31)) & 1) === 1) members[memberCount++] = at
    const pair = (before << 16) | code
    if ((code === before || pair === second || pair === third || pair === fourth) && before >= leastHan)
      repeats[repeatCount++] = at
    before = code
    fourth = third
    third = second
    second = first
    first = pair
    const bit = (Math.imul(pair, spread) >>> spreadShift) & (seenSize - 1)
    beginnings[count] = at - 1
    chains[count] = pair
    count += ((seen[bit >> 5] as number) >> (bit & 31)) & 1
  }
  notes.repeatCount = repeatCount
  notes.memberCount = memberCount
  notes.beginningCount = withChains(table, beginnings, chains, count)
}

/** Keeps, of so many places with their pairs, those that have chains, and puts these in the place of the pairs. */
function withChains(
  { mask, slots }: PairTable,
  beginnings: Int32Array,
  chains: Int32Array,
  count: number,
): number {
  let kept = 0
  for (let nth = 0; nth < count; nth++) {
    const pair = chains[nth] as number
    let slot = ((Math.imul(pair, spread) >>> spreadShift) & mask) * 2
    while (slots[slot + 1] !== 0 && slots[slot] !== pair) slot = (slot + 2) & (mask * 2 + 1)
    const own = slots[slot + 1] as number
    beginnings[kept] = beginnings[nth] as number
    chains[kept] = own
    if (own !== 0) kept++
  }
  return kept
}
