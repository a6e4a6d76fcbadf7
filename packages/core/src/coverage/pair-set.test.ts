import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairSet } from './pair-set.ts'

const text = fc.string({ unit: fc.constantFrom('执', '法', '宣', '誓', '。', 'a'), maxLength: 40 })

test('holds exactly the pairs of the stretches that were added', () => {
  fc.assert(
    fc.property(text, fc.nat(40), text, (one, cut, asked) => {
      const from = Math.min(cut, one.length)
      const set = pairSet(one.length)
      set.add(one, from, one.length)
      for (let at = 0; at + 2 <= asked.length; at++)
        expect(set.has(asked, at)).toBe(one.slice(from).includes(asked.slice(at, at + 2)))
    }),
  )
})

test('has room for as many pairs as it was made for', () => {
  const many = Array.from({ length: 5001 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
  const set = pairSet(5000)
  set.add(many, 0, many.length)
  expect(Array.from({ length: 5000 }, (_, at) => set.has(many, at)).every(Boolean)).toBe(true)
  expect(set.has('一一', 0)).toBe(false)
})
