import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearMissAfter, nearMissBefore } from './term-near-miss.ts'

const wording = '法治政府建设'

describe('slips', () => {
  test.each([
    ['加强法政府建设。', 'lost', '法政府建设', 1],
    ['加强法治治政府建设。', 'doubled', '法治治政府建设', 1],
    ['加强法制政府建设。', 'replaced', '法制政府建设', 1],
    ['加强法治府政建设。', 'swapped', '法治府政建设', 2],
    ['加强法治、政府建设。', 'split', '法治、政府建设', 2],
  ] as const)('%s', (text, slip, stretch, index) => {
    const from = text.indexOf('法')
    const end = from + stretch.length
    const found = nearMissBefore(text, end, wording)
    expect(found).toMatchObject({ slip, from, to: end })
    expect(text.slice(from, end)).toBe(stretch)
    if (slip !== 'split') expect(found?.index).toBe(index)
  })

  test('the same from the front', () => {
    expect(nearMissAfter('法治政建设', 0, wording)).toMatchObject({ slip: 'lost', to: 5, index: 3 })
    expect(nearMissAfter('法治政府府建设', 0, wording)).toMatchObject({ slip: 'doubled', to: 7 })
    expect(nearMissAfter('法治政府设建', 0, wording)).toMatchObject({ slip: 'swapped', to: 6 })
    expect(nearMissAfter('法治政府健设', 0, wording)).toMatchObject({ slip: 'replaced', to: 6, index: 4 })
  })

  test('two slips are another wording', () => {
    expect(nearMissAfter('法治社会建设', 0, wording)).toBeNull()
    expect(nearMissBefore('法治社会建设', 6, wording)).toBeNull()
  })

  test('the end of the text is no slip', () => {
    expect(nearMissAfter('法治政府建', 0, wording)).toBeNull()
    expect(nearMissAfter('法治', 0, wording)).toBeNull()
  })
})

const words = fc.string({ unit: fc.constantFrom(...'法治政府建设甲乙'), minLength: 4, maxLength: 9 })

test('the exact wording is never a near miss', () => {
  fc.assert(
    fc.property(words, words, words, (before, exact, behind) => {
      const text = before + exact + behind
      expect(nearMissAfter(text, before.length, exact)).toBeNull()
      expect(nearMissBefore(text, before.length + exact.length, exact)).toBeNull()
    }),
  )
})

test('what is reported is one edit away, and both directions agree', () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.constantFrom('lost', 'doubled', 'swapped'), (exact, seed, slip) => {
      const at = 1 + (seed % (exact.length - 2))
      const a = exact[at] as string
      const b = exact[at + 1] as string
      const wrong =
        slip === 'lost'
          ? exact.slice(0, at) + exact.slice(at + 1)
          : slip === 'doubled'
            ? exact.slice(0, at + 1) + exact.slice(at)
            : exact.slice(0, at) + b + a + exact.slice(at + 2)
      // Of four equal characters one more is a fifth: the exact wording still stands there.
      fc.pre(!wrong.includes(exact))
      const text = `（${wrong}）`
      const after = nearMissAfter(text, 1, exact)
      const before = nearMissBefore(text, 1 + wrong.length, exact)
      expect(after === null && before === null).toBe(false)
      for (const found of [after, before])
        if (found) expect(Math.abs(found.to - found.from - exact.length)).toBeLessThanOrEqual(1)
    }),
  )
})
