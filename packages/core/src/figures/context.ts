import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block } from '../text/block.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import type { Claim, Verdict } from './ledger.ts'
import type { Prose } from './prose.ts'

/** All that the claims of a passage depend on. */
export interface Surroundings {
  readonly prose: Prose
  /** The passage before it; null for the first one. */
  readonly above: Prose | null
  /** Whether the two stand in one section. */
  readonly beside: boolean
  readonly data: DataKinds
}

/**
 * A {@link Prose} at its place in the draft. The very same after an edit that leaves block and section alone: only `first` is then
 * moved on.
 */
export interface Passage {
  /** Position in `FigureContext.passages`: passages beside each other are neighbours in the text. */
  readonly index: number
  readonly block: Block
  readonly prose: Prose
  /** Position in `Ledger.figures` of its first figure, if it has any. */
  readonly first: number
  /** Index of the innermost section, -1 if there is none. */
  readonly section: number
}

/** The figures of one block: of a passage, or the one of a table cell. */
export interface BlockFigures {
  readonly block: Block
  readonly figures: readonly LocalFigure[]
}

/** All that claims are found from. Frozen. */
export interface FigureContext {
  readonly report: Report
  readonly data: DataKinds
  readonly passages: readonly Passage[]
  /** Position in `Ledger.figures` of the figure in a table cell. */
  readonly cells: ReadonlyMap<Block, number>
  /** The blocks that hold figures, in reading order. */
  readonly holders: () => readonly BlockFigures[]
}

/** A claim whose figures stand all over the draft; its words are made when somebody reads them. */
export interface DraftClaim {
  readonly verdict: Verdict
  readonly tell: () => Claim
}

/** The claims of one kind that look at the whole draft. */
export interface DraftClaims {
  /** Those that do not hold, in reading order: all that a check asks for. */
  readonly objections: readonly DraftClaim[]
  /** All of them, in reading order, the objections included. */
  readonly all: () => readonly DraftClaim[]
}

/** Finds the claims of one kind that look at the whole draft. Pure. */
export type FindInDraft = (context: FigureContext) => DraftClaims

/** Whether a claim does not hold, or only under an unusual reading. */
export function isObjection({ verdict }: { readonly verdict: Verdict }): boolean {
  return verdict === 'inconsistent' || verdict === 'question'
}

/** Claims that were all looked at. */
export function draftClaims(claims: readonly DraftClaim[]): DraftClaims {
  return { objections: claims.filter(isObjection), all: () => claims }
}
