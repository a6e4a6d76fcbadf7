import { draftMap } from '../text/draft-map.ts'

/** How many units two texts share at their starts, and at their ends behind that; the shares never overlap. */
export interface CommonEnds {
  readonly prefix: number
  readonly suffix: number
}

const step = 4096

/** The two texts that were compared last: who reads a draft again asks, and who shows what has changed. */
const compared = draftMap<string, { readonly after: string; readonly ends: CommonEnds }>(1)

/** Compares two versions of a text from both ends: pieces of it at once, then the units of the piece that differs. */
export function commonEnds(before: string, after: string): CommonEnds {
  const last = compared.get(before)
  if (last?.after === after) return last.ends
  const ends = compareEnds(before, after)
  compared.set(before, { after, ends })
  return ends
}

function compareEnds(before: string, after: string): CommonEnds {
  const most = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix + step <= most && before.slice(prefix, prefix + step) === after.slice(prefix, prefix + step))
    prefix += step
  while (prefix < most && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++
  const rest = most - prefix
  const fromEnd = (text: string, back: number) => text.slice(text.length - back - step, text.length - back)
  let suffix = 0
  while (suffix + step <= rest && fromEnd(before, suffix) === fromEnd(after, suffix)) suffix += step
  while (
    suffix < rest &&
    before.charCodeAt(before.length - suffix - 1) === after.charCodeAt(after.length - suffix - 1)
  )
    suffix++
  return { prefix, suffix }
}
