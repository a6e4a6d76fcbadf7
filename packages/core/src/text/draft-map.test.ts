import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftMap, forgetDrafts } from './draft-map.ts'

test('knows the objects told of last, with what was said of them last, and no others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat({ max: 7 })), (most, steps) => {
      const map = draftMap<object, number>(most)
      const keys = Array.from({ length: 8 }, () => ({}))
      /** Those that are known, in the order in which they came. */
      let known: { key: object; value: number }[] = []
      for (const [value, nth] of steps.entries()) {
        const key = keys[nth] as object
        map.set(key, value)
        const last = known.find((entry) => entry.key === key)
        if (last) last.value = value
        else known = [...known, { key, value }].slice(-most)
        for (const one of keys) expect(map.get(one)).toBe(known.find((entry) => entry.key === one)?.value)
      }
    }),
  )
})

test('forgets all drafts at once, and goes on after that', () => {
  const [words, numbers] = [draftMap<object, string>(3), draftMap<object, number>(1)]
  const key = {}
  words.set(key, 'one')
  numbers.set(key, 1)
  forgetDrafts()
  expect([words.get(key), numbers.get(key)]).toEqual([undefined, undefined])
  forgetDrafts()
  words.set(key, 'after')
  expect([words.get(key), numbers.get(key)]).toEqual(['after', undefined])
})
