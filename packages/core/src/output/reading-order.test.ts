import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Finding, severities } from '../finding.ts'
import { byPosition } from '../text/range.ts'
import { inReadingOrder } from './reading-order.ts'

const findings = fc.array(
  fc.record({
    start: fc.nat({ max: 6 }),
    length: fc.nat({ max: 3 }),
    severity: fc.constantFrom(...severities),
    rule: fc.constantFrom('a', 'b'),
    message: fc.constantFrom('甲', '乙'),
  }),
  { maxLength: 30 },
)

const byAll = (a: Finding, b: Finding): number =>
  byPosition(a.range, b.range) ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
  (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)

it('findings are in order of place, weight, rule and words, and those alike in all of that as they came', () => {
  fc.assert(
    fc.property(findings, (drawn) => {
      const given = drawn.map(
        ({ start, length, ...rest }): Finding => ({
          ...rest,
          variant: null,
          advice: '',
          range: { start, end: start + length },
          evidence: [],
          fixes: [],
          document: false,
        }),
      )
      const sorted = inReadingOrder(given)
      const expected = given.toSorted(byAll)
      expect(sorted.map((one) => given.indexOf(one))).toEqual(expected.map((one) => given.indexOf(one)))
    }),
  )
})
