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
  /** A bit for each pair, by its hash: whether some word may begin so. Behind them one for each single unit that is looked for. */
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

/** Where in the bitmap the bits of single units begin. */
const unitBits = seenSize / 32

/** A table with room for so many words, for a search that looks for single units besides. */
export function pairTable(words: number, units: Iterable<number> = []): PairTable {
  let size = 256
  while (size < words * 1.25) size *= 2
  const seen = new Int32Array((seenSize + 0x10000) / 32)
  for (const unit of units) {
    const place = unitBits + (unit >> 5)
    seen[place] = (seen[place] as number) | (1 << (unit & 31))
  }
  return {
    seen,
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

/** A number of 32 bits with its sign: V8 keeps a greater one as an object, and converts it at each use. */
const spread = -0x61c8864f
const spreadShift = 12

/** What one pass over a text notes. The lists are filled anew for every text, up to their counts; nothing behind counts. */
export interface PassNotes {
  /** Two numbers for each place where a word may begin: the place, and where the chains of its pair stand in `firsts`. */
  beginnings: Int32Array
  beginningCount: number
  /**
   * Where something else was met: twice the place for a single unit that is looked for; one more than that for the second of two
   * Chinese characters in a row that are the same, or that stood there two to four characters before.
   */
  others: Int32Array
  otherCount: number
}

/** Notes for passes, with nothing noted yet. */
export function passNotes(): PassNotes {
  return {
    beginnings: new Int32Array(leastRoom),
    beginningCount: 0,
    others: new Int32Array(leastRoom),
    otherCount: 0,
  }
}

/** For how long a text there is room from the start, at two numbers a character. */
const leastRoom = 2048

/** Chinese characters have no lower code. */
const leastHan = 0x3400

//     研究进一步进一步推进
//       ^  ^   at the second 进一 the same pair is found at a distance of three
/**
 * One pass over a folded text for all who look for words, for repetitions or for single characters. All is written out, and
 * nobody is called: a call for every character would be most of what a first run pays here. What the bitmap says decides about
 * no branch, since a processor cannot foretell it: every place is written down, and only those count that it does not turn away.
 */
export function passOver(text: string, table: PairTable, notes: PassNotes): void {
  if (notes.beginnings.length < text.length * 2) {
    notes.beginnings = new Int32Array(text.length * 4)
    notes.others = new Int32Array(text.length * 4)
  }
  const { beginnings, others } = notes
  const { seen } = table
  let count = 0
  let otherCount = 0
  let before = 0
  // The pairs that began one to four characters before the one at hand.
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((((seen[unitBits + (code >> 5)] as number) >> (code & 31)) & 1) === 1) others[otherCount++] = at * 2
    const pair = (before << 16) | code
    if ((code === before || pair === second || pair === third || pair === fourth) && before >= leastHan)
      others[otherCount++] = at * 2 + 1
    before = code
    fourth = third
    third = second
    second = first
    first = pair
    const bit = (Math.imul(pair, spread) >>> spreadShift) & (seenSize - 1)
    beginnings[count] = at - 1
    beginnings[count + 1] = pair
    count += (((seen[bit >> 5] as number) >> (bit & 31)) & 1) << 1
  }
  notes.otherCount = otherCount
  notes.beginningCount = withChains(table, beginnings, count)
}

/** Keeps, of so many places and pairs, those that have chains, and puts these in the place of the pairs. */
function withChains({ mask, slots }: PairTable, beginnings: Int32Array, count: number): number {
  let kept = 0
  for (let nth = 0; nth < count; nth += 2) {
    const pair = beginnings[nth + 1] as number
    let slot = ((Math.imul(pair, spread) >>> spreadShift) & mask) * 2
    while (slots[slot + 1] !== 0 && slots[slot] !== pair) slot = (slot + 2) & (mask * 2 + 1)
    const own = slots[slot + 1] as number
    beginnings[kept] = beginnings[nth] as number
    beginnings[kept + 1] = own
    if (own !== 0) kept += 2
  }
  return kept
}

//     研究进一步进一步推进
//       ^  ^   noted at 一 of the second 进一步: the first one may begin three characters before 进一
/** Where the noted repetitions may begin, from left to right. */
export function repeatsIn(text: string, { others, otherCount }: PassNotes): readonly number[] {
  const found: number[] = []
  for (let nth = 0; nth < otherCount; nth++) {
    const noted = others[nth] as number
    if ((noted & 1) === 0) continue
    const last = noted >> 1
    const at = last - 1
    if (text.charCodeAt(last) === text.charCodeAt(at)) found.push(at)
    for (let distance = 2; distance <= 4 && distance <= at; distance++)
      if (
        text.charCodeAt(at - distance) === text.charCodeAt(at) &&
        text.charCodeAt(last - distance) === text.charCodeAt(last)
      )
        found.push(at - distance)
  }
  return found.length > 1 ? found.sort((a, b) => a - b) : found
}

/** Where the noted single units stand. */
export function unitsIn({ others, otherCount }: PassNotes): readonly number[] {
  const found: number[] = []
  for (let nth = 0; nth < otherCount; nth++) {
    const noted = others[nth] as number
    if ((noted & 1) === 0) found.push(noted >> 1)
  }
  return found
}
