import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import type { LookAlikeGroup } from './entries.ts'

/** Whether two characters are mixed up: they sound alike or look alike. */
export type LooksAlike = (a: string, b: string) => boolean

const kept = new WeakMap<DataKinds, LooksAlike>()

/** The comparison that `data/look-alikes` describes; its table is made when first asked for. */
export function looksAlike(data: DataKinds): LooksAlike {
  let compare = kept.get(data)
  if (!compare) {
    let groups: Map<string, number[]> | undefined
    compare = (a, b) => {
      groups ??= groupsOf(data)
      const mine = groups.get(a)
      return mine !== undefined && groups.get(b)?.some((group) => mine.includes(group)) === true
    }
    kept.set(data, compare)
  }
  return compare
}

function groupsOf(data: DataKinds): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  let number = 0
  for (const entry of entriesOf<LookAlikeGroup>(data, 'look-alikes')) {
    for (const group of entry.groups) {
      number++
      for (const character of group) {
        const own = groups.get(character)
        if (own) own.push(number)
        else groups.set(character, [number])
      }
    }
  }
  return groups
}
