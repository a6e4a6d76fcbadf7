import type { Claim } from './ledger.ts'

/** A sum that is only asked about is left alone if all its numbers are those of rates. */
function isExplained(claim: Claim, explained: ReadonlySet<number>): boolean {
  return claim.operands.every(({ figure }) => explained.has(figure))
}

function isAskedSum({ kind, verdict }: Claim): boolean {
  return kind === 'sum' && verdict === 'question'
}

/**
 * Of claims that object to the same figure only the first is kept; the others would tell one problem twice. Gives those others.
 * Kinds come in order of rank: the more specific claim first. `figuresOfRates` are those that take part in rates.
 */
export function toldBefore(
  objections: readonly Claim[],
  figuresOfRates: () => ReadonlySet<number>,
): ReadonlySet<Claim> {
  const told = new Set<number>()
  const twice = new Set<Claim>()
  let explained: ReadonlySet<number> | undefined
  for (const claim of objections) {
    if (isAskedSum(claim)) {
      explained ??= figuresOfRates()
      if (isExplained(claim, explained)) {
        twice.add(claim)
        continue
      }
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
