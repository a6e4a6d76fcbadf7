import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import type { LookAlikeGroup } from './entries.ts'

/** Whether two characters are mixed up: they sound alike or look alike. */
export type LooksAlike = (a: string, b: string) => boolean

const kept = new WeakMap<DataKinds, LooksAlike>()

/** The comparison that `data/look-alikes` describes. */
export function looksAlike(data: DataKinds): LooksAlike {
  let compare = kept.get(data)
  if (!compare) {
    const groups = entriesOf<LookAlikeGroup>(data, 'look-alikes').flatMap((entry) => entry.groups)
    const all = `${apart}${groups.join(apart)}${apart}`
    const met = new Map<number, boolean>()
    compare = (a, b) => {
      if (a === apart) return false
      const pair = (a.charCodeAt(0) << 16) | b.charCodeAt(0)
      let known = met.get(pair)
      if (known === undefined) {
        known = share(all, a, b)
        if (met.size >= mostMet) met.clear()
        met.set(pair, known)
      }
      return known
    }
    kept.set(data, compare)
  }
  return compare
}

/** What stands between the groups in one text of them all: searching that costs less than a table of thousands of characters. */
const apart = '\n'

/** How many pairs of characters are remembered: writers mix up the same ones again and again. */
const mostMet = 2000

/** Whether one of the groups holds both characters. */
function share(all: string, a: string, b: string): boolean {
  for (let at = all.indexOf(a); at !== -1; at = all.indexOf(a, at + 1)) {
    if (all.slice(all.lastIndexOf(apart, at), all.indexOf(apart, at)).includes(b)) return true
  }
  return false
}
