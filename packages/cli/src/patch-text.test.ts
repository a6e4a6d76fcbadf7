import { applyPatch, formatPatch, structuredPatch } from 'diff'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hunksByLine } from './patch-text.ts'

it('tells hunks with a line around them, and those together that are near each other', () => {
  const hunks = hunksByLine('一\n二\n三\n四\n五\n六\n七\n', '一\n2\n三\n四\n5\n六\n7\n')
  expect(hunks?.map(({ lines }) => lines.join(' | '))).toEqual([
    ' 一 | -二 | +2 |  三 |  四 | -五 | +5 |  六 | -七 | +7',
  ])
  expect(hunksByLine('一\n二', '一\n2')).toEqual(
    structuredPatch('', '', '一\n二', '一\n2', '', '', { context: 1 }).hunks,
  )
})

it('leaves texts of which one has more lines to the search for the fewest changes', () => {
  expect(hunksByLine('一\n二\n', '一\n')).toBeNull()
})

it('gives the second text when it is applied to the first', () => {
  const line = fc.constantFrom('甲', '乙', '丙\r', '', '一')
  const pairs = fc.array(fc.tuple(line, fc.boolean(), line), { maxLength: 24 })
  fc.assert(
    fc.property(pairs, fc.constantFrom('', '\n'), (drawn, end) => {
      const before = drawn.map(([old]) => old).join('\n') + end
      const after = drawn.map(([old, changes, now]) => (changes ? now : old)).join('\n') + end
      const hunks = hunksByLine(before, after)
      fc.pre(hunks !== null)
      const patch = formatPatch({ ...structuredPatch('a', 'a', '', ''), hunks })
      expect(applyPatch(before, patch)).toBe(after)
    }),
  )
})
