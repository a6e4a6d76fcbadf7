import type { Claim } from './ledger.ts'

/** A sum that is only asked about is left alone if all its numbers are those of rates. */
function isExplained(claim: Claim, explained: ReadonlySet<number>): boolean {
  return (
    claim.kind === 'sum' &&
    claim.verdict === 'question' &&
    claim.operands.every(({ figure }) => explained.has(figure))
  )
}

/**
 * Of claims that object to the same figure only the first is kept as it is; the others would tell one problem twice and are
 * taken out. Claims that hold stay. Kinds come in order of rank: the more specific claim first.
 */
export function tellOnce(claims: readonly Claim[]): readonly Claim[] {
  const told = new Set<number>()
  const explained = new Set<number>()
  for (const { kind, operands } of claims) {
    if (kind === 'ratio') for (const { figure } of operands) explained.add(figure)
  }
  const kept: Claim[] = []
  for (const claim of claims) {
    if (claim.verdict !== 'inconsistent' && claim.verdict !== 'question') {
      kept.push(claim)
      continue
    }
    if (isExplained(claim, explained)) continue
    const figure = accused(claim)
    if (figure !== null && told.has(figure)) continue
    if (figure !== null) told.add(figure)
    kept.push(claim)
  }
  return kept
}

/** The figure that a claim objects to: the one that stands where the finding is shown. */
function accused(claim: Claim): number | null {
  const marked = claim.operands.find((operand) => operand.role === 'result')
  return marked?.figure ?? claim.operands[claim.operands.length - 1]?.figure ?? null
}
