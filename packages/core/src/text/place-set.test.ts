import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeSet } from './place-set.ts'

it('knows the nearest places on either side', () => {
  const places = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(
      places,
      fc.array(fc.nat(), { maxLength: 40 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      (size, added, asked) => {
        const set = placeSet(size)
        const known = added.map((place) => place % size)
        for (const place of known) set.add(place)
        for (const place of [...asked, ...known].map((place) => place % size)) {
          expect(set.below(place)).toBe(Math.max(-1, ...known.filter((other) => other < place)))
          const above = known.filter((other) => other > place)
          expect(set.above(place)).toBe(above.length === 0 ? -1 : Math.min(...above))
        }
      },
    ),
  )
})
