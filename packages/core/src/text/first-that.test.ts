import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstThat } from './first-that.ts'

test('the first item is the one that a walk over all of them finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(21), (numbers, least) => {
      const ascending = [...numbers].sort((a, b) => a - b)
      const walked = ascending.findIndex((number) => number >= least)
      expect(firstThat(ascending, (number) => number >= least)).toBe(
        walked === -1 ? ascending.length : walked,
      )
    }),
  )
})
