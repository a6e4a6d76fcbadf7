/**
 * Words with a number each, as a trie whose branches lie in a hash table, and the table in three strings of one length: it is read
 * where it lies, and a pack that brings one needs no work at start. A branch lies in the slot that its parent and its character
 * hash to, or in the next free one; its node is the slot plus one, the root is 0.
 *
 *     执法, 执法人员        slot     7   2   9   4
 *                           parent   0   8   3  10      (8 is the node of slot 7)
 *                           unit    执  法  人  员
 *                           value        1       2      (0: no word ends here)
 */
export interface WordTable {
  readonly parents: string
  readonly units: string
  readonly values: string
}

/** Added to every number, so that none is a character that JSON has to escape. */
const base = 0x100
/** Numbers from here on would be surrogates. */
const most = 0xd800 - base
const empty = 0x20
/** Slots for each branch: a search for a word that is not there ends after two or three. */
const room = 1.7

interface Branch {
  readonly parent: Branch | null
  readonly unit: number
  readonly next: Map<number, Branch>
  value: number
  node: number
}

/** The most characters that the words of one table may have together. */
export const largestTable = Math.floor(most / room) - 1

/**
 * Packs words, each with a value from 1.
 * @throws RangeError if the words have more than {@link largestTable} characters, or a value is too large.
 */
export function packWords(words: Iterable<readonly [word: string, value: number]>): WordTable {
  const root: Branch = { parent: null, unit: 0, next: new Map(), value: 0, node: 0 }
  const branches: Branch[] = []
  for (const [word, value] of words) {
    if (value < 1 || value >= most) throw new RangeError(`no value of a word: ${value}`)
    let branch = root
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      let next = branch.next.get(unit)
      if (!next) {
        next = { parent: branch, unit, next: new Map(), value: 0, node: 0 }
        branch.next.set(unit, next)
        branches.push(next)
      }
      branch = next
    }
    branch.value = value
  }
  if (branches.length > largestTable) throw new RangeError('too many words for one table')
  const size = Math.max(1, Math.ceil(branches.length * room))
  const parents: number[] = new Array<number>(size).fill(empty)
  const units: number[] = new Array<number>(size).fill(empty)
  const values: number[] = new Array<number>(size).fill(base)
  // A parent comes before its children, so its node is known by then.
  for (const branch of branches) {
    const parent = branch.parent?.node ?? 0
    let slot = slotOf(parent, branch.unit, size)
    while (parents[slot] !== empty) slot = slot + 1 === size ? 0 : slot + 1
    branch.node = slot + 1
    parents[slot] = base + parent
    units[slot] = branch.unit
    values[slot] = base + branch.value
  }
  const written = (numbers: readonly number[]): string =>
    numbers.map((unit) => String.fromCharCode(unit)).join('')
  return { parents: written(parents), units: written(units), values: written(values) }
}

function slotOf(parent: number, unit: number, size: number): number {
  return (parent * 7919 + unit * 31) % size
}

/** The node of the longest word that begins at `from` and ends before `to`; 0 if there is none. */
export function longestWord(table: WordTable, text: string, from: number, to: number): number {
  const { parents, units, values } = table
  const size = parents.length
  let node = 0
  let longest = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    let slot = slotOf(node, unit, size)
    let parent = parents.charCodeAt(slot)
    while (parent !== empty && (parent !== base + node || units.charCodeAt(slot) !== unit)) {
      slot = slot + 1 === size ? 0 : slot + 1
      parent = parents.charCodeAt(slot)
    }
    if (parent === empty) break
    node = slot + 1
    if (values.charCodeAt(slot) !== base) longest = node
  }
  return longest
}

/** The value of the word that ends in that node. */
export function valueAt(table: WordTable, node: number): number {
  return table.values.charCodeAt(node - 1) - base
}

/** The word that ends in that node. */
export function wordAt(table: WordTable, node: number): string {
  let word = ''
  for (let at = node; at !== 0; at = table.parents.charCodeAt(at - 1) - base)
    word = table.units.charAt(at - 1) + word
  return word
}

/** The node of a word; 0 if the table does not hold it. */
export function nodeOf(table: WordTable, word: string): number {
  const node = longestWord(table, word, 0, word.length)
  return node !== 0 && wordAt(table, node).length === word.length ? node : 0
}
