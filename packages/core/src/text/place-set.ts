/** A set of places 0…n-1 to which places are added, and which knows the nearest ones on either side of a place. */
export interface PlaceSet {
  add(place: number): void
  /** The greatest place of the set below the given one; -1 if there is none. */
  below(place: number): number
  /** The least place of the set above the given one; -1 if there is none. */
  above(place: number): number
}

/**
 * Makes an empty set for so many places: one bit a place, and above each 32 bits one that says whether any of them is set, so
 * that every question takes a few steps however far the next place is.
 *
 *     1                  level 2: one bit for all
 *     1        0    1    level 1
 *     00100000 …    1…   level 0: the places
 */
export function placeSet(places: number): PlaceSet {
  const levels: Uint32Array[] = []
  for (let size = places; levels.length === 0 || size > 1; size = Math.ceil(size / 32))
    levels.push(new Uint32Array(Math.ceil(size / 32)))

  /** The lowest, or the highest, place under a bit of a level. */
  const descend = (level: number, bit: number, pick: (word: number) => number): number => {
    let place = bit
    for (let at = level - 1; at >= 0; at--) place = place * 32 + pick(levels[at]?.[place] as number)
    return place
  }

  return {
    add(place) {
      let bit = place
      for (const words of levels) {
        words[bit >>> 5] = (words[bit >>> 5] as number) | (1 << (bit & 31))
        bit >>>= 5
      }
    },
    below(place) {
      let bit = place
      for (const [level, words] of levels.entries()) {
        const lower = ((words[bit >>> 5] ?? 0) & ((1 << (bit & 31)) - 1)) >>> 0
        if (lower !== 0) return descend(level, (bit >>> 5) * 32 + highest(lower), highest)
        bit >>>= 5
      }
      return -1
    },
    above(place) {
      let bit = place
      for (const [level, words] of levels.entries()) {
        const higher = ((words[bit >>> 5] ?? 0) & (-2 << (bit & 31))) >>> 0
        if (higher !== 0) return descend(level, (bit >>> 5) * 32 + lowest(higher), lowest)
        bit >>>= 5
      }
      return -1
    },
  }
}

function highest(word: number): number {
  return 31 - Math.clz32(word)
}

function lowest(word: number): number {
  return highest((word & -word) >>> 0)
}
