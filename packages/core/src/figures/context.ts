import type { Report, Role } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block } from '../text/block.ts'
import type { Claim, Figure } from './ledger.ts'
import type { ScannedShape } from './scan-shape.ts'

/** One block of prose (no table cell) with its figures: where claims are looked for. */
export interface Passage {
  /** Position in `FigureContext.passages`: passages beside each other are neighbours in the text. */
  readonly index: number
  readonly block: Block
  /** The block's folded text: all offsets of its figures are offsets in it. */
  readonly text: string
  readonly figures: readonly Figure[]
  readonly scanned: ScannedShape
  /** Role of the section it stands in; null before the first heading or in a report type without parts. */
  readonly role: Role | null
  /** Index of the innermost section, -1 if there is none. */
  readonly section: number
}

/** All that claims are found from. Frozen; the figures of all passages and tables are in `figures`, in reading order. */
export interface FigureContext {
  readonly report: Report
  readonly data: DataKinds
  readonly figures: readonly Figure[]
  readonly passages: readonly Passage[]
  /** The passage that holds the figure; undefined for a figure in a table. */
  passageOf(figure: Figure): Passage | undefined
}

/** Finds all claims of one kind. Pure; the order of the claims does not matter. */
export type FindClaims = (context: FigureContext) => readonly Claim[]
