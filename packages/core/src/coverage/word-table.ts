/**
 * Words with a number each, by their first two characters: a hash table of these pairs, and behind each pair the rests of the
 * longer words that begin with it. Both lie in strings and are read where they lie, so that a pack that brings them needs no
 * work at start. A pair lies in the slot that it hashes to, or in the next free one.
 *
 *     执法, 执法人员, 执法力量, 执法人才     pairs    执法 1 ·      the pair, its own number, where its rests begin
 *                                      rests    2 人力 · ·     how many third characters there are, which ones, where the words
 *                                               员 2 才 4      with each of them stand: their length, their number, what is left
 *                                               量 3
 *
 * `singles` are the words of one character, each with its number.
 */
export interface WordTable {
  readonly pairs: string
  readonly rests: string
  readonly singles: string
}

/** Added to every number, so that none is a character that JSON has to escape. */
const base = 0x100
/** Numbers from here on would be surrogates. */
const most = 0xd800 - base
/** In the place of where the rests begin: the slot is free. */
const free = 0x20
/** Units of a slot. */
const slotUnits = 4
/** Slots for each pair: a search for a pair that is not there ends after two or three. */
const room = 1.6

/** The most characters that the words of one table may have together. */
export const largestTable = 30_000

/** What is known of the words that begin with a pair of characters. */
interface Bucket {
  value: number
  readonly longer: (readonly [word: string, value: number])[]
}

/**
 * Packs words, each with a value from 1.
 * @throws RangeError if the words have more than {@link largestTable} characters, or a value is too large.
 */
export function packWords(words: Iterable<readonly [word: string, value: number]>): WordTable {
  const buckets = new Map<string, Bucket>()
  let singles = ''
  let characters = 0
  for (const [word, value] of words) {
    if (value < 1 || value >= most) throw new RangeError(`no value of a word: ${value}`)
    characters += word.length
    if (word.length === 1) {
      singles += word + written(value)
      continue
    }
    const pair = word.slice(0, 2)
    const bucket = buckets.get(pair) ?? { value: 0, longer: [] }
    if (word.length === 2) bucket.value = value
    else bucket.longer.push([word, value])
    buckets.set(pair, bucket)
  }
  if (characters > largestTable) throw new RangeError('too many words for one table')
  let size = 2
  while (size < buckets.size * room) size *= 2
  const slots = new Array<string>(size).fill(String.fromCharCode(free).repeat(slotUnits))
  const taken = new Set<number>()
  let rests = ''
  for (const [pair, { value, longer }] of buckets) {
    let slot = slotOf(pair.charCodeAt(0), pair.charCodeAt(1), size)
    while (taken.has(slot)) slot = (slot + 1) % size
    taken.add(slot)
    slots[slot] = pair + written(value) + written(longer.length === 0 ? 0 : rests.length + 1)
    if (longer.length === 0) continue
    rests += packRests(longer)
  }
  return { pairs: slots.join(''), rests, singles }
}

/** The words that begin with one pair, by their third characters, which ascend; of each the longest first. */
function packRests(longer: Bucket['longer']): string {
  const groups = new Map<number, (readonly [word: string, value: number])[]>()
  for (const entry of longer) {
    const third = entry[0].charCodeAt(2)
    const group = groups.get(third)
    if (group) group.push(entry)
    else groups.set(third, [entry])
  }
  const thirds = [...groups.keys()].sort((a, b) => a - b)
  let places = ''
  let words = ''
  for (const third of thirds) {
    places += written(1 + 2 * thirds.length + words.length)
    const group = groups.get(third) as (readonly [word: string, value: number])[]
    group.sort(([a], [b]) => b.length - a.length)
    for (const [word, value] of group) words += written(word.length) + written(value) + word.slice(3)
    words += written(0)
  }
  return written(thirds.length) + String.fromCharCode(...thirds) + places + words
}

function written(number: number): string {
  return String.fromCharCode(base + number)
}

function slotsOf(pairs: string): number {
  return pairs.length >> 2
}

function slotOf(first: number, second: number, size: number): number {
  return Math.imul((first << 16) | second, spread) >>> Math.clz32(size - 1)
}

/** Spreads pairs that are alike over all slots; 32 bits with their sign, as in `prose/pair-table.ts`. */
const spread = -0x61c8864f

/**
 * Where the longest word stands that begins at `from` and ends before `to`; 0 if there is none. Places are told apart by what
 * they are in: first the slots, then the rests, then the words of one character.
 */
export type FindWord = (text: string, from: number, to: number) => number

/** A finder of words. It remembers where what it met last lies: most of a text is the same few pairs of characters. */
export function wordFinder(table: WordTable): FindWord {
  const { pairs, rests, singles } = table
  const size = slotsOf(pairs)
  const slotFrom1 = remembered((first, second) => slotWith(pairs, first, second) + 1)
  const groupFrom1 = remembered((slot, third) => groupWith(rests, restsOf(pairs, slot), third) + 1)
  return (text, from, to) => {
    if (from >= to) return 0
    const first = text.charCodeAt(from)
    if (to - from > 1) {
      const slot = slotFrom1(first, text.charCodeAt(from + 1)) - 1
      if (slot !== -1) {
        if (to - from > 2 && restsOf(pairs, slot) !== -1) {
          const group = groupFrom1(slot, text.charCodeAt(from + 2)) - 1
          const longer = group === -1 ? 0 : longestOf(rests, group, text, from, to)
          if (longer !== 0) return size + longer
        }
        if (pairs.charCodeAt(slot * slotUnits + 2) !== base) return slot + 1
      }
    }
    return singles === '' ? 0 : singleAt(table, first)
  }
}

/** The bits of the number of answers that are remembered. */
const rememberedBits = 13

/** The function of two units, remembering the last answers. */
function remembered(answer: (one: number, other: number) => number): (one: number, other: number) => number {
  // A question and its answer lie side by side: more often than not neither is in a near cache.
  const known = new Int32Array(2 << rememberedBits)
  known[1] = answer(0, 0)
  return (one, other) => {
    const question = (one << 16) | other
    const key = (Math.imul(question, spread) >>> (32 - rememberedBits)) << 1
    if (known[key] !== question) {
      known[key] = question
      known[key + 1] = answer(one, other)
    }
    return known[key + 1] as number
  }
}

/** The slot of a pair; -1 if the table does not hold it. */
function slotWith(pairs: string, first: number, second: number): number {
  const size = slotsOf(pairs)
  for (let slot = slotOf(first, second, size); ; slot = (slot + 1) & (size - 1)) {
    const at = slot * slotUnits
    if (pairs.charCodeAt(at + 3) === free) return -1
    if (pairs.charCodeAt(at) === first && pairs.charCodeAt(at + 1) === second) return slot
  }
}

/** Where the rests behind a pair begin; -1 if it has none. */
function restsOf(pairs: string, slot: number): number {
  return pairs.charCodeAt(slot * slotUnits + 3) - base - 1
}

//     执法人员          start 2 人力 · ·          the third character is looked for among those that there are;
//       ^                        ^   └─ 员 2 才 4   where its place stands, the words with it begin
/** Where the rests with a third character begin; -1 if there are none. */
function groupWith(rests: string, start: number, third: number): number {
  const count = rests.charCodeAt(start) - base
  let low = 1
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (rests.charCodeAt(start + middle) < third) low = middle + 1
    else high = middle
  }
  return rests.charCodeAt(start + low) === third ? start + rests.charCodeAt(start + count + low) - base : -1
}

/** The place behind the slots of the first word of the group that stands in the text at `from`; 0 if none does. */
function longestOf(rests: string, group: number, text: string, from: number, to: number): number {
  for (let at = group; ; ) {
    const length = rests.charCodeAt(at) - base
    if (length === 0) return 0
    if (from + length <= to && isAt(rests, at + 2, length - 3, text, from + 3)) return at + 1
    at += length - 1
  }
}

function isAt(rests: string, start: number, length: number, text: string, from: number): boolean {
  for (let nth = 0; nth < length; nth++)
    if (rests.charCodeAt(start + nth) !== text.charCodeAt(from + nth)) return false
  return true
}

function singleAt({ pairs, rests, singles }: WordTable, unit: number): number {
  for (let at = 0; at < singles.length; at += 2)
    if (singles.charCodeAt(at) === unit) return slotsOf(pairs) + rests.length + at + 1
  return 0
}

/** How many places there are, 0 among them. */
export function placesOf({ pairs, rests, singles }: WordTable): number {
  return slotsOf(pairs) + rests.length + singles.length + 1
}

/** The value of the word in that place. */
export function valueAt({ pairs, rests, singles }: WordTable, place: number): number {
  const size = slotsOf(pairs)
  if (place <= size) return pairs.charCodeAt((place - 1) * slotUnits + 2) - base
  if (place <= size + rests.length) return rests.charCodeAt(place - size) - base
  return singles.charCodeAt(place - size - rests.length) - base
}

/** How many characters the word in that place has. */
export function lengthAt({ pairs, rests }: WordTable, place: number): number {
  const size = slotsOf(pairs)
  if (place <= size) return 2
  return place <= size + rests.length ? rests.charCodeAt(place - size - 1) - base : 1
}

/** The place of a word; 0 if the table does not hold it. */
export function placeOf(table: WordTable, word: string): number {
  if (word.length < 2) return word === '' ? 0 : singleAt(table, word.charCodeAt(0))
  const { pairs, rests } = table
  const slot = slotWith(pairs, word.charCodeAt(0), word.charCodeAt(1))
  if (slot === -1) return 0
  if (word.length === 2) return pairs.charCodeAt(slot * slotUnits + 2) === base ? 0 : slot + 1
  const start = restsOf(pairs, slot)
  const group = start === -1 ? -1 : groupWith(rests, start, word.charCodeAt(2))
  const longer = group === -1 ? 0 : longestOf(rests, group, word, 0, word.length)
  return longer !== 0 && rests.charCodeAt(longer - 1) - base === word.length ? slotsOf(pairs) + longer : 0
}
