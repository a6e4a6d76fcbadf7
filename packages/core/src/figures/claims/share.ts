import type { FindClaims } from '../context.ts'
import { printNumber } from '../decimal.ts'
import { middle } from '../interval.ts'
import type { Claim, Figure, Verdict } from '../ledger.ts'
import { approximate } from '../rational.ts'
import { labelFrom, labelOf } from './label.ts'
import { makesHundred, type ShareSet, shareSets } from './share-set.ts'

/** How far from 100 a set that nothing closes may be, to be asked about at all: beyond that it is no set. */
const nearHundred = { least: 92, most: 105 }

/** Finds sets of shares that must make 100 and adds them up. */
export const shares: FindClaims = (context) => {
  const claims: Claim[] = []
  for (const set of shareSets(context)) {
    const claim = shareClaim(set)
    if (claim) claims.push(claim)
  }
  return claims
}

function shareClaim(set: ShareSet): Claim | null {
  const verdict = verdictOf(set)
  if (verdict === null) return null
  const { passage, figures } = set
  const { text } = passage.block.shape
  const first = figures[0] as Figure
  const last = figures[figures.length - 1] as Figure
  const proportion = first.unit.kind === 'ratio'
  const sum = printNumber(middle(set.sum), 2)
  const parts = figures
    .map((figure) => text.slice(figure.place.from, figure.place.to).replace(/[%％]$/, ''))
    .join('＋')
  return {
    kind: 'share',
    rule: 'figures/share',
    verdict,
    place: {
      block: passage.block,
      from: proportion ? first.place.from : labelFrom(passage, first),
      to: last.place.to,
    },
    operands: figures.map((figure) => ({ figure: figure.index, role: 'share' })),
    arithmetic: `${parts}＝${sum}，应为100`,
    variant: verdict === 'question' ? 'unsaid' : null,
    data: { sum },
    evidence: proportion
      ? []
      : figures.map((figure) => ({
          place: { block: passage.block, from: labelFrom(passage, figure), to: figure.place.to },
          label: labelOf(passage, figure),
        })),
  }
}

/** A closed set must make 100; one that nothing closes is asked about if it comes near; null if nothing can be said. */
function verdictOf(set: ShareSet): Verdict | null {
  if (makesHundred(set)) return set.end === 'open' ? null : 'consistent'
  if (set.end === 'open') return null
  if (set.end === 'closed') return 'inconsistent'
  const sum = approximate(middle(set.sum))
  return sum >= nearHundred.least && sum <= nearHundred.most ? 'question' : null
}
