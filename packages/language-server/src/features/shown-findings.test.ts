import { type Finding, severities } from '@hegao/core'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordsOf } from '../words.ts'
import { leftOut, mostShown, shownFindings } from './shown-findings.ts'

const finding = (severity: Finding['severity'], start: number): Finding => ({
  rule: 'figures/ratio',
  variant: null,
  severity,
  message: '办结3件，不是2件',
  advice: '请核对。',
  range: { start, end: start + 1 },
  evidence: [],
  fixes: [],
  document: false,
})

/** Drafts of many findings in some runs of the same severity. */
const drafts = fc
  .array(fc.record({ severity: fc.constantFrom(...severities), count: fc.nat({ max: mostShown }) }), {
    maxLength: 6,
  })
  .map((runs) =>
    runs.flatMap(({ severity, count }) => Array.from({ length: count }, () => severity)).map(finding),
  )

it('shows all, or as many as there is room for, in reading order', () => {
  fc.assert(
    fc.property(drafts, (findings) => {
      const shown = shownFindings(findings)
      expect(shown).toHaveLength(Math.min(findings.length, mostShown))
      const wanted = new Set(shown)
      expect(findings.filter((one) => wanted.has(one))).toEqual(shown)
    }),
  )
})

it('leaves out nothing that weighs more than something shown, nor the same sooner in the draft', () => {
  fc.assert(
    fc.property(drafts, (findings) => {
      const shown = new Set(shownFindings(findings))
      const weight = ({ severity, range }: Finding) => severities.indexOf(severity) * 10_000 + range.start
      const least = Math.max(...[...shown].map(weight), 0)
      for (const one of findings) if (!shown.has(one)) expect(weight(one)).toBeGreaterThan(least)
    }),
  )
})

it('says how many are left out, and nothing where all are shown', () => {
  expect(leftOut(mostShown, mostShown, wordsOf('zh-CN'))).toEqual([])
  const [notice, ...more] = leftOut(1081, mostShown, wordsOf('zh-CN'))
  expect(more).toEqual([])
  expect(notice?.message).toContain('共有1081条意见')
  expect(notice?.message).toContain(`最要紧的${mostShown}条`)
})
