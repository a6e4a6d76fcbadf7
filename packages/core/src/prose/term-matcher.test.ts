import fc from 'fast-check'
import { expect, test } from 'vitest'
import { termMatcher } from './term-matcher.ts'
import { termPattern } from './term-pattern.ts'

/** All hits as `term@from`. */
function hitsOf(terms: Parameters<typeof termMatcher>[0], text: string): string[] {
  const hits: string[] = []
  termMatcher(terms).scan(text, (term, from, to) => hits.push(`${term}@${from}-${to}`))
  return hits.sort()
}

test('finds overlapping terms, in any width', () => {
  expect(hitsOf(['合同法', '劳动合同法', '（居）'], '劳动合同法和村(居)')).toEqual([
    '0@2-5',
    '1@0-5',
    '2@7-10',
  ])
})

test('finds patterns beside literals', () => {
  expect(hitsOf([termPattern('截止(\\d{4}年|目前)'), '目前'], '截止目前')).toEqual(['0@0-4', '1@2-4'])
})

test('a term of one character is refused', () => {
  expect(() => termMatcher(['法'])).toThrow(RangeError)
})

test('no terms, no text', () => {
  expect(hitsOf([], '合同法')).toEqual([])
  expect(hitsOf(['合同法'], '')).toEqual([])
  expect(hitsOf(['合同法'], '合')).toEqual([])
})

test('finds exactly what a naive search finds', () => {
  const unit = fc.constantFrom('甲', '乙', '丙', 'a', '，')
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit, minLength: 2, maxLength: 5 }), { maxLength: 30 }),
      fc.string({ unit, maxLength: 80 }),
      (terms, raw) => {
        const text = raw.replaceAll('，', ',')
        const naive: string[] = []
        for (const [nth, term] of terms.entries()) {
          const folded = term.replaceAll('，', ',')
          for (let at = text.indexOf(folded); at !== -1; at = text.indexOf(folded, at + 1))
            naive.push(`${nth}@${at}-${at + folded.length}`)
        }
        expect(hitsOf(terms, text)).toEqual(naive.sort())
      },
    ),
  )
})

test('thousands of terms with colliding beginnings', () => {
  const terms = Array.from(
    { length: 5000 },
    (_, nth) => `${String.fromCharCode(0x4e00 + nth)}${String.fromCharCode(0x5000 + (nth % 7))}`,
  )
  const text = terms.join('')
  const hits = new Set(hitsOf(terms, text).map((hit) => Number(hit.split('@')[0])))
  expect(hits.size).toBe(terms.length)
})
