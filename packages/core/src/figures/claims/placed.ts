import type { Block } from '../../text/block.ts'
import type { Passage } from '../context.ts'
import type { Claim } from '../ledger.ts'
import type { LocalClaim, LocalEvidence, ToldClaim } from './local-claim.ts'

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
    operands: operands.map((operand) => ({
      figure: operand.figure + (operand.above && above ? above.first : own.first),
      role: operand.role,
    })),
    arithmetic,
    variant,
    data,
    evidence: evidence.map((entry) => evidenceIn(entry.above && above ? above.block : own.block, entry)),
  }
}

/** A place of a block as evidence. */
export function evidenceIn(block: Block, { from, to, label }: LocalEvidence): Claim['evidence'][number] {
  return { place: { block, from, to }, label }
}
