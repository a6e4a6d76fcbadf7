import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearMissFinder } from './near-miss-finder.ts'
import { nearMissAfter, nearMissBefore } from './term-near-miss.ts'

/** What the finder tells, as `wording slip@from-to`. */
function missesOf(wordings: readonly string[], text: string): string[] {
  const misses = nearMissFinder(wordings)
    .find(text)
    .map(({ wording, miss: { slip, from, to } }) => `${wordings[wording]} ${slip}@${from}-${to}`)
  return [...new Set(misses)].sort()
}

test('a slip in either half, and across the middle', () => {
  const wordings = ['行政执法公示制度']
  expect(missesOf(wordings, '推行行政执发公示制度')).toEqual(['行政执法公示制度 replaced@2-10'])
  expect(missesOf(wordings, '推行行政执法公式制度')).toEqual(['行政执法公示制度 replaced@2-10'])
  expect(missesOf(wordings, '推行行政执公法示制度')).toEqual(['行政执法公示制度 swapped@2-10'])
  expect(missesOf(wordings, '推行行政执法公示制度')).toEqual([])
})

test('a wording is read in any width', () => {
  expect(missesOf(['谁执法，谁普法'], '谁执法,谁谱法')).toEqual(['谁执法，谁普法 replaced@0-7'])
})

test('a wording of three characters is refused', () => {
  expect(() => nearMissFinder(['办公室'])).toThrow(RangeError)
})

test('no wordings, no text', () => {
  expect(missesOf([], '法治政府')).toEqual([])
  expect(missesOf(['法治政府'], '')).toEqual([])
  expect(missesOf(['法治政府'], '法')).toEqual([])
})

test('finds what a search from every intact half finds', () => {
  const unit = fc.constantFrom('甲', '乙', '丙', '丁', '、')
  const wording = fc.string({ unit, minLength: 4, maxLength: 9 })
  fc.assert(
    fc.property(
      fc.uniqueArray(wording, { maxLength: 8 }),
      fc.string({ unit, maxLength: 60 }),
      (wordings, text) => {
        const expected = new Set<string>()
        for (const one of wordings) {
          const middle = Math.ceil(one.length / 2)
          const head = one.slice(0, Math.max(2, middle - 1))
          const tail = one.slice(middle)
          for (let at = 0; at < text.length; at++) {
            const misses = [
              text.startsWith(head, at) ? nearMissAfter(text, at, one) : null,
              text.startsWith(tail, at) ? nearMissBefore(text, at + tail.length, one) : null,
            ]
            for (const miss of misses) if (miss) expected.add(`${one} ${miss.slip}@${miss.from}-${miss.to}`)
          }
        }
        expect(missesOf(wordings, text)).toEqual([...expected].sort())
      },
    ),
    { numRuns: 300 },
  )
})
