import type { Claim } from './ledger.ts'

/** A sum that is only asked about is left alone if all its numbers are those of rates. */
function isExplained(claim: Claim, isRated: (figure: number) => boolean): boolean {
  return claim.operands.every(({ figure }) => isRated(figure))
}

function isAskedSum({ kind, verdict }: Claim): boolean {
  return kind === 'sum' && verdict === 'question'
}

/**
 * Of claims that object to the same figure only the first is kept; the others would tell one problem twice. Gives those others.
 * Kinds come in order of rank: the more specific claim first. `isRated` tells whether a figure takes part in a rate.
 */
export function toldBefore(
  objections: readonly Claim[],
  isRated: (figure: number) => boolean,
): ReadonlySet<Claim> {
  const told = new Set<number>()
  const twice = new Set<Claim>()
  for (const claim of objections) {
    if (isAskedSum(claim) && isExplained(claim, isRated)) {
      twice.add(claim)
      continue
    }
    const figure = accused(claim)
    if (figure === null) continue
    if (told.has(figure)) twice.add(claim)
    else told.add(figure)
  }
  return twice
}

/** The figure that a claim objects to: the one that stands where the finding is shown. */
function accused(claim: Claim): number | null {
  const marked = claim.operands.find((operand) => operand.role === 'result')
  return marked?.figure ?? claim.operands[claim.operands.length - 1]?.figure ?? null
}
