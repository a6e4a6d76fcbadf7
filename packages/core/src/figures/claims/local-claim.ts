import type { BlockShape } from '../../text/block.ts'
import type { Claim, Figure } from '../ledger.ts'

/**
 * A figure inside its block: all positions are offsets of the block's plain text, so that it can be kept with the block's
 * shape. Number and unit stand from `from` to `to`.
 */
export interface LocalFigure extends Omit<Figure, 'index' | 'place' | 'subjectPlace'> {
  readonly from: number
  readonly to: number
  /** The words of `subject`, or null if it has none or they are not in this block. */
  readonly subjectAt: { readonly from: number; readonly to: number } | null
}

/** A claim whose figures all stand in one block; `operands` count in that block's figures. */
export interface LocalClaim extends Omit<Claim, 'place' | 'evidence'> {
  readonly from: number
  readonly to: number
  readonly evidence: readonly { readonly from: number; readonly to: number; readonly label: string }[]
}

/** Finds the claims of one kind inside a block. Depends on nothing but its arguments. */
export type FindLocalClaims = (shape: BlockShape, figures: readonly LocalFigure[]) => readonly LocalClaim[]
