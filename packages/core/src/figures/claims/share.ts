import { printNumber } from '../decimal.ts'
import { middle } from '../interval.ts'
import type { Verdict } from '../ledger.ts'
import type { Prose } from '../prose.ts'
import { approximate } from '../rational.ts'
import { labelFrom, labelOf } from './label.ts'
import type { LocalClaim, LocalFigure, ToldClaim } from './local-claim.ts'
import type { FindInPassage } from './setting.ts'
import { makesHundred, type ShareSet } from './share-set.ts'

/** How far from 100 a set that nothing closes may be, to be asked about at all: beyond that it is no set. */
const nearHundred = { least: 92, most: 105 }

/** Finds sets of shares that must make 100 and adds them up. */
export const shares: FindInPassage = ({ prose, sets }) => {
  const claims: LocalClaim[] = []
  for (const set of sets) {
    const claim = shareClaim(prose, set)
    if (claim) claims.push(claim)
  }
  return claims
}

function shareClaim(prose: Prose, set: ShareSet): LocalClaim | null {
  const verdict = verdictOf(set)
  if (verdict === null) return null
  return {
    kind: 'share',
    rule: 'figures/share',
    verdict,
    variant: verdict === 'question' ? 'unsaid' : null,
    operands: set.figures.map((figure) => ({ figure: figure.index, role: 'share' })),
    tell: () => tell(prose, set),
  }
}

function tell(prose: Prose, { figures, sum: made }: ShareSet): ToldClaim {
  const { text } = prose.shape
  const first = figures[0] as LocalFigure
  const last = figures[figures.length - 1] as LocalFigure
  const proportion = first.unit.kind === 'ratio'
  const sum = printNumber(middle(made), 2)
  const parts = figures.map(({ from, to }) => text.slice(from, to).replace(/[%％]$/, '')).join('＋')
  return {
    from: proportion ? first.from : labelFrom(prose, first),
    to: last.to,
    arithmetic: `${parts}＝${sum}，应为100`,
    data: { sum },
    evidence: proportion
      ? []
      : figures.map((figure) => ({
          from: labelFrom(prose, figure),
          to: figure.to,
          label: labelOf(prose, figure),
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
