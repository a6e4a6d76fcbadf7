/** Remembers in which place of a list each numbered thing stands: a map for one pass over the things, made once for all passes. */
export interface FirstPlaces {
  /** The place that was noted for the number; if there is none, notes `next` and gives it. */
  readonly placeOf: (number: number, next: number) => number
  /** The place that was noted for the number; -1 if there is none. */
  readonly known: (number: number) => number
  readonly forget: (number: number) => void
}

/** Whoever notes a number forgets it again: a list of all that was noted is at hand at the end of a pass. */
export function firstPlaces(): FirstPlaces {
  /** By number the place, from 1. */
  let places = new Int32Array(256)
  return {
    placeOf: (number, next) => {
      if (number >= places.length) {
        const more = new Int32Array(Math.max(number + 1, 2 * places.length))
        more.set(places)
        places = more
      }
      const place = places[number] as number
      if (place !== 0) return place - 1
      places[number] = next + 1
      return next
    },
    known: (number) => (number < places.length ? (places[number] as number) - 1 : -1),
    forget: (number) => {
      places[number] = 0
    },
  }
}
