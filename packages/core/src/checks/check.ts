import type { Analysis } from '../analysis.ts'
import type { LocalText, Severity } from '../finding.ts'
import type { Rule } from '../ruleset/rule.ts'
import type { Ruleset } from '../ruleset/ruleset.ts'
import { type Block, type BlockRange, type BlockShape, rangeOf, sourceRange } from '../text/block.ts'
import type { Range } from '../text/range.ts'

/** Values for the placeholders of a message: `{name}`. */
export type MessageData = Readonly<Record<string, string | number | LocalText>>

/** The point behind the plain characters of a block before the position `behind`: where a mark can be added. */
export interface Behind {
  readonly block: Block
  readonly behind: number
}

/** Where something was observed: in a block, with which it moves, or between source offsets. */
export type Place = BlockRange | Behind | Range

/** The source range of a place. */
export function rangeOfPlace(place: Place): Range {
  if ('start' in place) return place
  if ('from' in place) return rangeOf(place)
  const { end } = sourceRange(place.block, place.behind - 1, place.behind)
  return { start: end, end }
}

/** A way to mend what was observed. */
export interface ObservedFix {
  readonly kind: 'safe' | 'suggestion'
  readonly title: LocalText
  readonly edits: readonly { readonly range: Place; readonly text: string }[]
}

/** What a check reports; the pipeline makes a finding of it with the rule's words. */
export interface Observation {
  /** Null for the draft as a whole. */
  readonly at: Place | null
  /** Which of the rule's variants applies; left out: its main message. */
  readonly variant?: string
  readonly data?: MessageData
  readonly evidence?: readonly { readonly range: Place; readonly label: LocalText | string }[]
  readonly fixes?: readonly ObservedFix[]
  /** For rules that report `once`: observations with the same key become one finding. */
  readonly key?: string
  /** A softer severity than the rule's, never a louder one. */
  readonly severity?: Severity
}

/** An observation inside one block: all offsets are of the block's plain text. */
export interface LocalObservation {
  readonly from: number
  readonly to: number
  readonly variant?: string
  readonly data?: MessageData
  readonly fixes?: readonly {
    readonly kind: 'safe' | 'suggestion'
    readonly title: LocalText
    readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[]
  }[]
  readonly key?: string
  readonly severity?: Severity
}

/**
 * Tells what a check's outcome hangs on, apart from its parameters, the options and the places: as long as all of that is the very
 * same as before an edit, the check is not run, and what it has observed in blocks stays observed. Where it is left out, a check
 * runs after each edit.
 */
export type HangsOn<Parameters, Found = never> = (
  analysis: Analysis,
  parameters: Parameters,
  places: readonly Places<Found>[],
  rule: Rule,
) => readonly unknown[]

/** A check that needs the whole analysis: structure, figures, coverage, dates. */
export interface DraftCheck<Parameters> {
  readonly kind: string
  readonly scope: 'draft'
  readonly hangsOn: HangsOn<Parameters> | null
  readonly run: (
    analysis: Analysis,
    parameters: Parameters,
    report: (observation: Observation) => void,
    rule: Rule,
  ) => void
}

/** Makes a function that finds something in a block's shape, for one rule. */
type Prepare<Parameters, Found> = (
  parameters: Parameters,
  ruleset: Ruleset,
  rule: Rule,
) => (shape: BlockShape) => readonly Found[]

/**
 * The signs (text/signs.ts) without which a block cannot hold anything to observe: it is then not looked at. They may depend on
 * the rule's parameters.
 */
export type Needs<Parameters> = number | ((parameters: Parameters) => number)

/**
 * A check that looks at one block of prose at a time and depends on nothing but the block's shape and the parameters. Its
 * observations are kept with the shape, so after an edit only the touched blocks are looked at again.
 */
export interface BlockCheck<Parameters> {
  readonly kind: string
  readonly scope: 'block'
  readonly needs: Needs<Parameters>
  /** Makes the looker for one rule: what depends on the rules and their data alone is prepared here, once. */
  readonly prepare: Prepare<Parameters, LocalObservation>
}

/** What a check has found in one block. */
export interface Places<Found> {
  readonly block: Block
  /** Where the block stands in `Report.blocks`. */
  readonly at: number
  readonly found: readonly Found[]
}

/**
 * A check that finds places in a block by the block alone, as a {@link BlockCheck} does, and judges them with the whole analysis:
 * a name of a body that was renamed, in a report on which year? What it finds is kept with the shape.
 */
export interface PlaceCheck<Parameters> {
  readonly kind: string
  readonly scope: 'places'
  readonly needs: Needs<Parameters>
  readonly hangsOn: HangsOn<Parameters> | null
  /** Makes the finder for one rule. */
  readonly prepare: Prepare<Parameters, unknown>
  /** Judges what was found; `places` are the blocks with anything, in order. */
  readonly run: (
    analysis: Analysis,
    parameters: Parameters,
    report: (observation: Observation) => void,
    places: readonly Places<never>[],
  ) => void
}

/** One algorithm that rules parameterise. Its parameters have a schema of their own: `schemas/checks/<kind>.schema.json`. */
export type Check<Parameters = never> =
  | DraftCheck<Parameters>
  | BlockCheck<Parameters>
  | PlaceCheck<Parameters>

/** Declares a check over the whole analysis. */
export function draftCheck<Parameters>(
  kind: string,
  run: DraftCheck<Parameters>['run'],
  hangsOn: HangsOn<Parameters> | null = null,
): DraftCheck<Parameters> {
  return Object.freeze({ kind, scope: 'draft', hangsOn, run })
}

/** Declares a check over single blocks that hold the signs that it needs. */
export function blockCheck<Parameters>(
  kind: string,
  needs: Needs<Parameters>,
  prepare: BlockCheck<Parameters>['prepare'],
): BlockCheck<Parameters> {
  return Object.freeze({ kind, scope: 'block', needs, prepare })
}

/** Declares a check that finds places in single blocks and judges them with the whole analysis. */
export function placeCheck<Parameters, Found>(
  kind: string,
  needs: Needs<Parameters>,
  prepare: Prepare<Parameters, Found>,
  run: (
    analysis: Analysis,
    parameters: Parameters,
    report: (observation: Observation) => void,
    places: readonly Places<Found>[],
  ) => void,
  hangsOn: HangsOn<Parameters, Found> | null = null,
): PlaceCheck<Parameters> {
  return Object.freeze({ kind, scope: 'places', needs, hangsOn, prepare, run })
}
