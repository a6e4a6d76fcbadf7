import type { Claim, Figure } from '../ledger.ts'

/**
 * A figure inside its block: all positions are offsets of the block's plain text, so that it can be kept with the block's
 * shape. Number and unit stand from `from` to `to`. What it counts is read when somebody asks (`descriptionOf`).
 */
export interface LocalFigure extends Omit<Figure, 'index' | 'place' | 'subject' | 'subjectPlace' | 'verb'> {
  /** Position among the figures of its block. */
  readonly index: number
  readonly from: number
  readonly to: number
  /** Where the word begins that bounds the number, 约 or 不低于; the number itself if there is none. */
  readonly boundFrom: number
  /** What a table's row and column say that it counts; null in prose. */
  readonly heading: string | null
}

/** A figure that takes part: its position among those of its block, or of the block above it. */
export interface LocalOperand {
  readonly figure: number
  readonly role: string
  readonly above?: boolean
}

/** What a claim rests on, in its block or in the block above it. */
export interface LocalEvidence {
  readonly from: number
  readonly to: number
  readonly label: string
  readonly above?: boolean
}

/** A claim in words, and where it is shown in its block. */
export interface ToldClaim extends Pick<Claim, 'arithmetic' | 'data'> {
  readonly from: number
  readonly to: number
  readonly evidence: readonly LocalEvidence[]
}

/**
 * A claim found in a block, apart from where the block stands. Most claims hold and nobody reads their words: they are made
 * when asked for.
 */
export interface LocalClaim extends Pick<Claim, 'kind' | 'rule' | 'verdict' | 'variant'> {
  readonly operands: readonly LocalOperand[]
  readonly tell: () => ToldClaim
}
