import type { Block } from '../../text/block.ts'
import { perShape } from '../../text/block.ts'
import type { FindClaims, Passage } from '../context.ts'
import type { Claim } from '../ledger.ts'
import { scanShape } from '../scan-shape.ts'
import type { FindLocalClaims, LocalClaim } from './local-claim.ts'

/** A finder of whole drafts from one of single blocks: its claims are kept with the blocks' shapes. */
export function inEveryBlock(find: FindLocalClaims): FindClaims {
  const kept = perShape((shape) => find(shape, scanShape(shape).figures))
  return ({ passages }) =>
    passages.flatMap((passage) => kept(passage.block.shape).map((claim) => placed(claim, passage)))
}

/** A block's claim at its place in the draft. */
export function placed(claim: LocalClaim, { block, figures }: Passage): Claim {
  const { from, to, operands, evidence, ...rest } = claim
  const offset = figures[0]?.index ?? 0
  return {
    ...rest,
    place: { block, from, to },
    operands: operands.map(({ figure, role }) => ({ figure: offset + figure, role })),
    evidence: evidence.map((entry) => evidenceIn(block, entry)),
  }
}

/** A place of a block as evidence. */
export function evidenceIn(
  block: Block,
  { from, to, label }: { readonly from: number; readonly to: number; readonly label: string },
): Claim['evidence'][number] {
  return { place: { block, from, to }, label }
}
