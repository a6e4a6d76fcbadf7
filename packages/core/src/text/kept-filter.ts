import { draftMap } from './draft-map.ts'
import { firstThat } from './first-that.ts'

/**
 * A question about one thing alone: what it finds there, or whether there is anything. To be the same function each time, since
 * what it answered is kept under it.
 */
export type Look<Key> = (key: Key) => boolean | readonly unknown[]

/** How many things two lists share at their starts, and at their ends behind that. */
export interface SharedEnds {
  readonly front: number
  readonly back: number
}

/**
 * Finds the items of a list that hold something, and keeps where they stand: when the list of the next version is told to
 * follow, only the items are asked that lie between the ends that both have in common.
 *
 *     before  ■ ■ ■ □ ■ ■ ■ ■
 *     next    ■ ■ ■ ▣ ▣ ■ ■ ■ ■
 *             front ^     ^ back
 */
export interface KeptFilter<Item, Key> {
  /**
   * Tells that `next` is the next version of the list; what was kept of any other is none the worse for it. `surely` is what both
   * are known to share: it is not looked at.
   */
  follows(previous: readonly Item[], next: readonly Item[], surely?: SharedEnds): void
  sharedEnds(one: readonly Item[], other: readonly Item[]): SharedEnds
  /** Where the items stand in which the question finds something. The very same list as before, if nothing about it changed. */
  placesWith(items: readonly Item[], look: Look<Key>): readonly number[]
  /** The items themselves. The very same list as before, if it would hold the very same ones. */
  itemsWith(items: readonly Item[], look: Look<Key>): readonly Item[]
}

/** So many lists are known: two or three of a version of a draft, and the version before is asked for. */
const mostLists = 8

const nothingShared: SharedEnds = Object.freeze({ front: 0, back: 0 })

/** What is known of a list. */
interface Known<Item, Key> {
  /** By question, where the items stand that hold something. */
  readonly places: Map<Look<Key>, readonly number[]>
  /** By question, these items; of those that were asked for. */
  readonly found: Map<Look<Key>, readonly Item[]>
  readonly before: Before<Item, Key> | null
}

/** What was known of the version before. */
interface Before<Item, Key> extends SharedEnds {
  readonly places: Known<Item, Key>['places']
  readonly found: Known<Item, Key>['found']
  readonly length: number
}

/** Makes a kept filter for items of which everything that is asked is told by their keys: objects that stay the same. */
export function keptFilter<Item, Key>(keyOf: (item: Item) => Key): KeptFilter<Item, Key> {
  const known = draftMap<readonly Item[], Known<Item, Key>>(mostLists)

  function knownOf(items: readonly Item[]): Known<Item, Key> {
    let own = known.get(items)
    if (own === undefined) {
      own = { places: new Map(), found: new Map(), before: null }
      known.set(items, own)
    }
    return own
  }

  function placesIn(items: readonly Item[], look: Look<Key>, from: number, to: number): number[] {
    const places: number[] = []
    for (let at = from; at < to; at++) {
      const found = look(keyOf(items[at] as Item))
      if (found === true || (found !== false && found.length > 0)) places.push(at)
    }
    return places
  }

  function updated(
    items: readonly Item[],
    look: Look<Key>,
    last: readonly number[],
    { length, front, back }: Before<Item, Key>,
  ): readonly number[] {
    const between = placesIn(items, look, front, items.length - back)
    const first = firstThat(last, (place) => place >= front)
    const behind = firstThat(last, (place) => place >= length - back)
    const shift = items.length - length
    const isSame = shift === 0 && between.length === behind - first
    if (isSame && between.every((at, nth) => at === last[first + nth])) return last
    const rest = last.slice(behind)
    return last.slice(0, first).concat(between, shift === 0 ? rest : rest.map((at) => at + shift))
  }

  /** The two lists that were compared last: after an edit several ask about the same two. */
  const compared = draftMap<readonly Item[], { readonly other: readonly Item[]; readonly ends: SharedEnds }>(
    1,
  )

  function sharedEnds(one: readonly Item[], other: readonly Item[], surely = nothingShared): SharedEnds {
    // There is no version before, as in every check that follows no edit.
    if (one.length === 0) return nothingShared
    const last = compared.get(one)
    if (last?.other === other) return last.ends
    const ends = compareEnds(one, other, surely)
    compared.set(one, { other, ends })
    return ends
  }

  function compareEnds(one: readonly Item[], other: readonly Item[], surely: SharedEnds): SharedEnds {
    const most = Math.min(one.length, other.length)
    let { front, back } = surely
    // Most are the very same: their keys need not be fetched.
    for (; front < most - back; front++) {
      const item = one[front] as Item
      const next = other[front] as Item
      if (item !== next && keyOf(item) !== keyOf(next)) break
    }
    for (; back < most - front; back++) {
      const item = one[one.length - 1 - back] as Item
      const next = other[other.length - 1 - back] as Item
      if (item !== next && keyOf(item) !== keyOf(next)) break
    }
    return { front, back }
  }

  return {
    sharedEnds,
    follows(previous, next, surely) {
      if (previous.length === 0) return
      const { places, found } = knownOf(previous)
      const { front, back } = sharedEnds(previous, next, surely)
      const before = { places, found, length: previous.length, front, back }
      known.set(next, { places: new Map(), found: new Map(), before })
    },
    placesWith,
    itemsWith(items, look) {
      const places = placesWith(items, look)
      const own = knownOf(items)
      let found = own.found.get(look)
      if (found === undefined) {
        const last = own.before?.found.get(look)
        found = last && areAt(items, places, last) ? last : places.map((at) => items[at] as Item)
        own.found.set(look, found)
      }
      return found
    },
  }

  function placesWith(items: readonly Item[], look: Look<Key>): readonly number[] {
    const own = knownOf(items)
    let places = own.places.get(look)
    if (places === undefined) {
      const { before } = own
      const last = before?.places.get(look)
      places = before && last ? updated(items, look, last, before) : placesIn(items, look, 0, items.length)
      own.places.set(look, places)
    }
    return places
  }

  function areAt(items: readonly Item[], places: readonly number[], found: readonly Item[]): boolean {
    return found.length === places.length && found.every((item, nth) => item === items[places[nth] as number])
  }
}
