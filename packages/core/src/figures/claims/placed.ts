import type { Movable } from '../../read/chunked.ts'
import type { Block } from '../../text/block.ts'
import type { Passage } from '../context.ts'
import type { Claim } from '../ledger.ts'
import type { LocalClaim, LocalEvidence, LocalOperand, ToldClaim } from './local-claim.ts'

/** A block's claim in words, at its place in the draft; `above` is the passage before its own. */
export function placed(
  { kind, rule, verdict, variant, operands }: LocalClaim,
  told: ToldClaim,
  own: Passage,
  above: Passage | undefined,
): Claim {
  const { from, to, arithmetic, data, evidence } = told
  return {
    kind,
    rule,
    verdict,
    place: { block: own.block, from, to },
    operands: operands.map((operand) => ({ figure: figureOf(operand, own, above), role: operand.role })),
    arithmetic,
    variant,
    data,
    evidence: evidence.map((entry) => evidenceIn(entry.above && above ? above.block : own.block, entry)),
  }
}

/** The claim with its figures numbered as the passages stand now. */
export function movedTo(
  claim: Claim,
  operands: readonly LocalOperand[],
  own: Passage,
  above: Passage | undefined,
): Claim {
  for (let nth = 0; nth < operands.length; nth++) {
    const operand = claim.operands[nth] as Movable<Claim['operands'][number]>
    operand.figure = figureOf(operands[nth] as LocalOperand, own, above)
  }
  return claim
}

function figureOf(
  { figure, above: isAbove }: LocalOperand,
  own: Passage,
  above: Passage | undefined,
): number {
  return figure + (isAbove && above ? above.first : own.first)
}

/** A place of a block as evidence. */
export function evidenceIn(block: Block, { from, to, label }: LocalEvidence): Claim['evidence'][number] {
  return { place: { block, from, to }, label }
}
