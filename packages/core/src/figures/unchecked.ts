import type { Claim, Figure, Ledger } from './ledger.ts'

/** For each figure that no claim has checked: why not. A claim that could not be checked gives its own reason. */
export function reasonsUnchecked(figures: readonly Figure[], claims: readonly Claim[]): Ledger['unchecked'] {
  const checked = new Set<number>()
  const reasons = new Map<number, string>()
  for (const claim of claims) {
    for (const { figure } of claim.operands) {
      if (claim.verdict !== 'unchecked') checked.add(figure)
      else if (claim.data.reason && !reasons.has(figure)) reasons.set(figure, claim.data.reason)
    }
  }
  return figures
    .filter((figure) => !checked.has(figure.index))
    .map((figure) => ({ figure: figure.index, reason: reasons.get(figure.index) ?? reasonOf(figure) }))
}

function reasonOf(figure: Figure): string {
  if (figure.role === 'target') return 'target'
  if (figure.unit.kind === 'percent' || figure.unit.kind === 'permille')
    return /同比|环比|增长|下降|提高|增加|减少/.test(figure.subject)
      ? 'base-not-stated'
      : 'denominator-not-stated'
  return 'no-relation'
}
