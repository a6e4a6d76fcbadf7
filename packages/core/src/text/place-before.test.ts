import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeBefore } from './place-before.ts'

const list = fc.array(fc.integer(), { maxLength: 8 })

test('what stands before or behind an edit is found where it stood, and nothing is taken for something else', () => {
  fc.assert(
    fc.property(list, list, list, list, (front, old, young, back) => {
      const before = [...front, ...old, ...back]
      const behind = [...front, ...young, ...back]
      const more = behind.length - before.length
      const places = behind.map((_, nth) => placeBefore(nth, more, (at, now) => before[at] === behind[now]))
      for (const [nth, at] of places.entries()) {
        if (at !== -1) expect(before[at]).toBe(behind[nth])
        const isTouched = nth >= front.length && nth < behind.length - back.length
        if (!isTouched) expect(at).not.toBe(-1)
      }
    }),
  )
})
