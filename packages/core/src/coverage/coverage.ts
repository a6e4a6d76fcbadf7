import type { Item } from '../report/report.ts'
import type { BlockRange } from '../text/block.ts'
import type { SuspectLink } from './content-key.ts'

/** One reason why a measure answers a shortcoming (or comes near). */
export interface LinkEvidence {
  readonly kind: 'term' | 'topic' | 'remedy' | 'reference' | 'confirmed'
  /** The words: the shared term, the topic's name, `deficit → remedy`. */
  readonly text: string
  readonly weight: number
  readonly shortcomingPlace: BlockRange | null
  readonly measurePlace: BlockRange | null
}

/** How well one measure answers one shortcoming; `score` is 0…1. */
export interface Link {
  readonly shortcoming: number
  readonly measure: number
  readonly score: number
  readonly evidence: readonly LinkEvidence[]
}

/**
 * Why a shortcoming could not be checked: it names nothing that a measure could take up (`vague`), it is itself a measure
 * (`measure`), or the draft plans nothing (`no-plan`).
 */
export type NotCheckableReason = 'vague' | 'measure' | 'no-plan'

/** The nearest measure that belongs to another shortcoming. */
export interface Claimed {
  readonly measure: number
  /** The other shortcoming, as a position. */
  readonly by: number
}

/** The verdict on one shortcoming: the best link, and the subject words that no measure takes up. */
export interface ShortcomingCoverage {
  readonly item: Item
  readonly verdict: 'answered' | 'weak' | 'unanswered' | 'not-checkable'
  /** Why the verdict is `not-checkable`; null for every other verdict. */
  readonly reason: NotCheckableReason | null
  /**
   * Where every other shortcoming has a measure of its own and this one has none: the nearest measure, which belongs to another.
   * Null otherwise.
   */
  readonly claimed: Claimed | null
  /** How far the plan as a whole takes the shortcoming up, 0…1; at least the best link's score. */
  readonly score: number
  readonly best: Link | null
  /** All links worth showing, best first. */
  readonly links: readonly Link[]
  readonly missing: readonly string[]
}

/** Every shortcoming against the plan: DESIGN §6. Frozen. */
export interface Coverage {
  readonly shortcomings: readonly ShortcomingCoverage[]
  /** Measures that no shortcoming asks for, as positions in `Report.measures`. */
  readonly unmotivated: readonly number[]
  /** Confirmed links that hold no longer, because one of the texts has changed. */
  readonly suspect: readonly SuspectLink[]
}
