import { expect, test } from 'vitest'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import type { Claim, ClaimKind, Verdict } from './ledger.ts'
import { toldBefore } from './tell-once.ts'

const shape = blockShape({
  kind: 'paragraph',
  text: '',
  map: identity,
  sourceLength: 0,
  depth: 0,
  marker: '',
})

/** A claim over some figures, the last of which is its result. */
function claim(kind: ClaimKind, verdict: Verdict, ...figures: readonly number[]): Claim {
  const result = figures.length - 1
  return {
    kind,
    rule: `figures/${kind}`,
    verdict,
    place: { block: { index: 0, start: 0, shape }, from: 0, to: 0 },
    operands: figures.map((figure, nth) => ({ figure, role: nth === result ? 'result' : 'part' })),
    arithmetic: '',
    variant: null,
    data: {},
    evidence: [],
  }
}

const noRates = (): boolean => false

test('one wrong figure is told once, by the first kind that objects to it', () => {
  const ratio = claim('ratio', 'inconsistent', 1, 2, 3)
  const share = claim('share', 'inconsistent', 5, 4, 3)
  expect([...toldBefore([ratio, share], noRates)]).toEqual([share])
  expect([...toldBefore([share, ratio], noRates)]).toEqual([ratio])
})

test('objections to different figures are all told', () => {
  const claims = [claim('ratio', 'inconsistent', 1, 2, 3), claim('sum', 'inconsistent', 4, 5, 6)]
  expect(toldBefore(claims, noRates).size).toBe(0)
})

test('a sum that is only asked about gives way to the rates that its numbers belong to', () => {
  const asked = claim('sum', 'question', 1, 2)
  const other = claim('sum', 'question', 1, 7)
  expect([...toldBefore([asked, other], (figure) => figure <= 3)]).toEqual([asked])
})

test('what takes part in rates is not asked for where no sum is asked about', () => {
  const claims = [claim('sum', 'inconsistent', 1, 2), claim('ratio', 'question', 3, 4)]
  const unasked = (): never => {
    throw new Error('asked')
  }
  expect(toldBefore(claims, unasked).size).toBe(0)
})
