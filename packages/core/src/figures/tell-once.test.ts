import { expect, test } from 'vitest'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import type { Claim, ClaimKind, Verdict } from './ledger.ts'
import { tellOnce } from './tell-once.ts'

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

test('one wrong figure is told once, by the first kind that objects to it', () => {
  const ratio = claim('ratio', 'inconsistent', 1, 2, 3)
  const share = claim('share', 'inconsistent', 5, 4, 3)
  expect(tellOnce([ratio, share])).toEqual([ratio])
  expect(tellOnce([share, ratio])).toEqual([share])
})

test('objections to different figures are both told, and what holds is kept', () => {
  const claims = [
    claim('ratio', 'inconsistent', 1, 2, 3),
    claim('sum', 'inconsistent', 4, 5, 6),
    claim('sum', 'consistent', 1, 2, 3),
  ]
  expect(tellOnce(claims)).toEqual(claims)
})

test('a sum that is only asked about gives way to the rates that its numbers belong to', () => {
  const rate = claim('ratio', 'consistent', 1, 2, 3)
  const asked = claim('sum', 'question', 1, 2)
  expect(tellOnce([rate, asked])).toEqual([rate])
  expect(tellOnce([rate, claim('sum', 'question', 1, 7)])).toHaveLength(2)
})
