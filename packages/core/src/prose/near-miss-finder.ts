import { codeAt } from '../text/code-at.ts'
import { fold } from '../text/fold.ts'
import {
  addLink,
  type PairTable,
  type PassNotes,
  pairAt,
  pairTable,
  passNotes,
  passOver,
} from './pair-table.ts'
import { type NearMiss, nearMissAfter, nearMissBefore } from './term-near-miss.ts'

/** A near miss of one wording: its position in the list that the finder was made of, and how the text differs. */
export interface MissedWording {
  readonly wording: number
  readonly miss: NearMiss
}

/** Finds the near misses of many wordings. */
export interface NearMissFinder {
  /** The near misses in a folded text: one pass over it. */
  readonly find: (folded: string) => readonly MissedWording[]
  /** As `find`, for a text over which a pass has gone with the table that the finder was given. */
  readonly findNoted: (folded: string, notes: PassNotes) => readonly MissedWording[]
}

/** How many links the wordings need in a table. */
export function halvesCount(wordings: readonly string[]): number {
  return wordings.length * 2
}

/** Shorter wordings have no halves. */
export const shortestWording = 4

const none: readonly MissedWording[] = []

/**
 * A finder of near misses. One slip leaves one half of a wording intact, so the halves are looked for; one character is left
 * out between them, so that two swapped across the middle leave one intact as well. Next to an intact half the wording goes
 * on, at once or behind the slip: two characters are looked at before the wording itself is. Halves of two characters, which
 * are met most often, have chains of their own: what stands next to them is read once for all of a chain.
 *
 *     行政执法公示制度       a link for 行政执, with 法 and 公: one of them stands in one of the two places behind it
 *     ^^^   ^^^^          a link for 公示制度, with 法 and 执: so before it
 *
 * `shared` is a table to share, with room for the links of the wordings.
 * @throws RangeError for a wording of fewer than four characters.
 */
export function nearMissFinder(
  written: readonly string[],
  shared: PairTable = pairTable(halvesCount(written)),
): NearMissFinder {
  const wordings = written.map(fold)
  const links = new Int32Array((halvesCount(written) + 1) * linkSize)
  let end = 0
  for (const { wording, from, to } of halvesOf(wordings)) {
    const text = wordings[wording] as string
    const isHead = from === 0
    const isShort = to - from === 2
    const chain = !isHead ? tails : isShort ? shortHeads : longHeads
    const third = isShort ? 0 : text.charCodeAt(from + 2)
    const near = isHead ? text.charCodeAt(to) : text.charCodeAt(from - 1)
    const far = isHead ? text.charCodeAt(to + 1) : text.charCodeAt(from - 2)
    end += linkSize
    const behind = addLink(shared, pairAt(text, from), chain, end)
    links[end] = behind
    links[end + 1] = wording
    links[end + 2] = (near << 16) | far
    links[end + 3] = isHead ? to : from
    links[end + 4] = third
    links[end + 5] = text.length
    links[end + 6] =
      (links[behind + 6] as number) | (chain === longHeads ? bitOf(third) : bitOf(near) | bitOf(far))
  }

  /** What the search under way has found. */
  let found: MissedWording[] | null = null
  /** Where each wording was last met as it should be, counted through all texts: its end need not be looked at there. */
  const exact = new Float64Array(wordings.length).fill(-1)
  let before = 0
  /** Notes the near miss, if it is one, of the wording whose first two characters stand in the text at `start`. */
  const noteHead = (folded: string, start: number, wording: number, to: number): void => {
    const text = wordings[wording] as string
    const most = Math.min(text.length, folded.length - start)
    let same = 2
    while (same < most && folded.charCodeAt(start + same) === text.charCodeAt(same)) same++
    if (same === text.length) exact[wording] = before + start
    else if (same >= to) note(wording, nearMissAfter(folded, start, text, same))
  }
  /** As `noteHead`, for one of which the characters `from` and the next stand there. */
  const noteTail = (folded: string, start: number, wording: number, from: number): void => {
    if (start >= from && exact[wording] === before + start - from) return
    const text = wordings[wording] as string
    if (!goesOn(folded, start, text, from)) return
    const length = text.length - from
    note(wording, nearMissBefore(folded, start + length, text, length))
  }
  const note = (wording: number, miss: NearMiss | null): void => {
    if (miss === null) return
    found ??= []
    found.push({ wording, miss })
  }

  const noteShortHeads = (folded: string, start: number, first: number, near: number, far: number): void => {
    const both = (near << 16) | far
    for (let link = first; link !== 0; link = links[link] as number) {
      const next = links[link + 2] as number
      if (!areNear(near, far, next) || (next === both && links[link + 5] === shortestWording)) continue
      noteHead(folded, start, links[link + 1] as number, 2)
    }
  }
  const noteLongHeads = (folded: string, start: number, first: number, third: number): void => {
    for (let link = first; link !== 0; link = links[link] as number) {
      if (links[link + 4] !== third) continue
      const to = links[link + 3] as number
      const near = codeAt(folded, start + to)
      const far = codeAt(folded, start + to + 1)
      if (areNear(near, far, links[link + 2] as number))
        noteHead(folded, start, links[link + 1] as number, to)
    }
  }
  const noteTails = (
    folded: string,
    start: number,
    first: number,
    near: number,
    far: number,
    third: number,
  ): void => {
    const both = (near << 16) | far
    for (let link = first; link !== 0; link = links[link] as number) {
      const next = links[link + 2] as number
      if (!areNear(near, far, next) || (next === both && links[link + 5] === shortestWording)) continue
      const wanted = links[link + 4] as number
      if (wanted === 0 || wanted === third)
        noteTail(folded, start, links[link + 1] as number, links[link + 3] as number)
    }
  }

  const { firsts } = shared
  const findNoted: NearMissFinder['findNoted'] = (folded, { beginnings, beginningCount }) => {
    found = null
    for (let nth = 0; nth < beginningCount; nth += 2) {
      const start = beginnings[nth] as number
      const own = beginnings[nth + 1] as number
      const third = codeAt(folded, start + 2)
      const fourth = codeAt(folded, start + 3)
      const last = codeAt(folded, start - 1)
      const lastButOne = codeAt(folded, start - 2)
      const shortHead = firsts[own + shortHeads] as number
      const longHead = firsts[own + longHeads] as number
      const tail = firsts[own + tails] as number
      const inShortHeads = (links[shortHead + 6] as number) & (bitOf(third) | bitOf(fourth))
      const inLongHeads = (links[longHead + 6] as number) & bitOf(third)
      const inTails = (links[tail + 6] as number) & (bitOf(last) | bitOf(lastButOne))
      // One question for all three: most places end here, and which do nobody can foretell.
      if ((inShortHeads | inLongHeads | inTails) === 0) continue
      if (inShortHeads !== 0) noteShortHeads(folded, start, shortHead, third, fourth)
      if (inLongHeads !== 0) noteLongHeads(folded, start, longHead, third)
      if (inTails !== 0) noteTails(folded, start, tail, last, lastButOne, third)
    }
    before += folded.length
    return found ?? none
  }
  const find: NearMissFinder['find'] = (folded) => {
    passOver(folded, shared, ownNotes)
    return findNoted(folded, ownNotes)
  }
  return Object.freeze({ find, findNoted })
}

/** The chains of a pair in which halves are linked: heads of two characters, those of more, and tails. */
const shortHeads = 1
const longHeads = 2
const tails = 3

const ownNotes = passNotes()

/**
 * How many numbers a link takes: the next link, the wording, the two characters that stand next to the half, where a head ends or
 * a tail begins, the third character of the half (0: it has two), and the length of the wording. Last come bits of the characters
 * that this link and those behind it want, one of which is asked for: most chains end with a look at these.
 */
const linkSize = 7

function bitOf(unit: number): number {
  return 1 << (unit & 31)
}

/** A half of a wording. */
interface Half {
  readonly wording: number
  readonly from: number
  readonly to: number
}

/** The halves of all wordings. */
function halvesOf(wordings: readonly string[]): readonly Half[] {
  const halves: Half[] = []
  for (const [wording, text] of wordings.entries()) {
    if (text.length < shortestWording)
      throw new RangeError(`the wording "${text}" needs at least four characters`)
    const middle = Math.ceil(text.length / 2)
    halves.push({ wording, from: 0, to: Math.max(2, middle - 1) })
    halves.push({ wording, from: middle, to: text.length })
  }
  return halves
}

/** Whether one of the two units is one of the two that a link holds. Each difference less one is negative for none but 0. */
function areNear(near: number, far: number, next: number): boolean {
  const one = next >>> 16
  const other = next & 0xffff
  return (((near ^ one) - 1) | ((near ^ other) - 1) | ((far ^ one) - 1) | ((far ^ other) - 1)) < 0
}

/** Whether the wording's characters from `from` on, of which the first two stand in the text at `start`, all stand there. */
function goesOn(text: string, start: number, wording: string, from: number): boolean {
  if (start + wording.length - from > text.length) return false
  for (let nth = from + 2; nth < wording.length; nth++)
    if (text.charCodeAt(start + nth - from) !== wording.charCodeAt(nth)) return false
  return true
}
