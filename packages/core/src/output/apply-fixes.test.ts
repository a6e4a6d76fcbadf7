import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Edit, Fix } from '../finding.ts'
import { applyEdits, applyFixes } from './apply-fixes.ts'

const text = '青石镇2024年度法治政府建设情况的报告'

/** Whether two edits may not both be applied. */
function clash(a: Edit, b: Edit): boolean {
  const [first, second] = a.range.start <= b.range.start ? [a, b] : [b, a]
  return first.range.start === second.range.start || second.range.start < first.range.end
}

const edits = fc.record({
  range: fc
    .tuple(fc.nat({ max: text.length }), fc.constantFrom(0, 0, 1, 1, 2, 5))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) })),
  text: fc.constantFrom('', '甲', '乙丙'),
})
const fixes = fc.record({
  kind: fc.constantFrom('safe' as const, 'suggestion' as const),
  title: fc.constant('改'),
  edits: fc
    .array(edits, { minLength: 1, maxLength: 3 })
    .filter((own) => own.every((edit, nth) => !own.slice(0, nth).some((other) => clash(edit, other)))),
})

it('takes a fix if none of its edits clashes with one that was taken before', () => {
  fc.assert(
    fc.property(fc.array(fixes, { maxLength: 12 }), fc.boolean(), (all: Fix[], suggestions) => {
      const taken: Edit[] = []
      let applied = 0
      for (const fix of all) {
        if (fix.kind === 'suggestion' && !suggestions) continue
        if (fix.edits.some((edit) => taken.some((other) => clash(edit, other)))) continue
        taken.push(...fix.edits)
        applied++
      }
      const findings = all.map((fix) => ({ fixes: [fix] }))
      expect(applyFixes(text, findings, { suggestions })).toEqual({ text: applyEdits(text, taken), applied })
    }),
  )
})
