import { codeAt } from '../text/code-at.ts'
import { fold } from '../text/fold.ts'
import { addLink, beginningsIn, pairAt, pairTable } from './pair-table.ts'
import { type NearMiss, nearMissAfter, nearMissBefore } from './term-near-miss.ts'

/** A near miss of one wording: its position in the list that the finder was made of, and how the text differs. */
export interface MissedWording {
  readonly wording: number
  readonly miss: NearMiss
}

/** Finds the near misses of many wordings in one pass over a folded text. */
export type NearMissFinder = (folded: string) => readonly MissedWording[]

const none: readonly MissedWording[] = []

/**
 * A finder of near misses. One slip leaves one half of a wording intact, so the halves are looked for; one character is left
 * out between them, so that two swapped across the middle leave one intact as well. Next to an intact half the wording goes
 * on, at once or behind the slip: two characters are looked at before the wording itself is.
 *
 *     行政执法公示制度       a link for 行政执, with 法 and 公: one of them stands in one of the two places behind it
 *     ^^^   ^^^^          a link for 公示制度, with 法 and 执: so before it
 *
 * @throws RangeError for a wording of fewer than four characters.
 */
export function nearMissFinder(written: readonly string[]): NearMissFinder {
  const wordings = written.map(fold)
  const table = pairTable(wordings.length * 2)
  const links = new Int32Array((wordings.length * 2 + 1) * linkSize)
  let end = 0
  const add = (wording: number, from: number, to: number, near: number, far: number): void => {
    const text = wordings[wording] as string
    end += linkSize
    links[end] = addLink(table, pairAt(text, from), end)
    links[end + 1] = wording
    links[end + 2] = from
    links[end + 3] = to
    links[end + 4] = to - from > 2 ? text.charCodeAt(from + 2) : 0
    links[end + 5] = (text.charCodeAt(near) << 16) | text.charCodeAt(far)
  }
  for (const { wording, from, to } of halvesOf(wordings))
    if (from === 0) add(wording, 0, to, to, to + 1)
    else add(wording, from, to, from - 1, from - 2)

  const beginnings: number[] = []
  return (folded) => {
    let found: MissedWording[] | null = null
    const count = beginningsIn(table, folded, beginnings)
    for (let nth = 0; nth < count; nth += 2) {
      const start = beginnings[nth] as number
      const third = codeAt(folded, start + 2)
      for (let link = beginnings[nth + 1] as number; link !== 0; link = links[link] as number) {
        const wanted = links[link + 4] as number
        if (wanted !== 0 && wanted !== third) continue
        const from = links[link + 2] as number
        const to = links[link + 3] as number
        const isHead = from === 0
        const near = isHead ? start + to : start - 1
        const far = isHead ? near + 1 : near - 1
        const next = links[link + 5] as number
        if (!isEither(codeAt(folded, near), next) && !isEither(codeAt(folded, far), next)) continue
        const own = links[link + 1] as number
        const wording = wordings[own] as string
        if (!stands(folded, start, wording, from, to)) continue
        const miss = isHead
          ? nearMissAfter(folded, start, wording, to)
          : nearMissBefore(folded, start + to - from, wording, to - from)
        if (miss === null) continue
        found ??= []
        found.push({ wording: own, miss })
      }
    }
    return found ?? none
  }
}

/** How many numbers a link takes: the next link, the wording, its half (from, to), its third character (0: none) and two more. */
const linkSize = 6

/** A half of a wording. */
interface Half {
  readonly wording: number
  readonly from: number
  readonly to: number
}

/** The halves of all wordings; those of two characters, which are met most often, come last and so stand first in a chain. */
function halvesOf(wordings: readonly string[]): readonly Half[] {
  const halves: Half[] = []
  for (const [wording, text] of wordings.entries()) {
    if (text.length < 4) throw new RangeError(`the wording "${text}" needs at least four characters`)
    const middle = Math.ceil(text.length / 2)
    halves.push({ wording, from: 0, to: Math.max(2, middle - 1) })
    halves.push({ wording, from: middle, to: text.length })
  }
  const isShort = ({ from, to }: Half): boolean => to - from === 2
  return [...halves.filter((half) => !isShort(half)), ...halves.filter(isShort)]
}

/** Whether the unit is one of the two that a link holds. */
function isEither(unit: number, both: number): boolean {
  return unit === both >>> 16 || unit === (both & 0xffff)
}

/** Whether the wording's characters `from`…`to`, of which the first two stand in the text at `start`, all stand there. */
function stands(text: string, start: number, wording: string, from: number, to: number): boolean {
  for (let nth = from + 2; nth < to; nth++)
    if (text.charCodeAt(start + nth - from) !== wording.charCodeAt(nth)) return false
  return true
}
