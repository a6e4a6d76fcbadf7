import type { LocalText } from '../../finding.ts'
import type { Slip } from '../../prose/term-near-miss.ts'

/** What every entry of the shared data says of itself. */
interface Sourced {
  readonly source: string
  readonly certainty: 'confirmed' | 'unverified'
}

/** `data/timeline`: a meeting, formula or concept that began or ended on a day. */
export interface TimelineEntry extends Sourced {
  readonly term: string
  readonly forms?: readonly string[]
  readonly not?: readonly string[]
  readonly from?: string
  readonly announced?: string
  readonly event?: LocalText
  readonly until?: string
  readonly grace?: number
  readonly instead?: string
  readonly unless?: readonly string[]
}

/** `data/campaigns`: a study campaign that ran for a time. */
export interface CampaignEntry extends Sourced {
  readonly term: string
  readonly forms: readonly string[]
  readonly not?: readonly string[]
  readonly from: string
  readonly to: string
  readonly silentFrom?: number
}

/** `data/programmes`: a five-year programme or outline. */
export interface ProgrammeEntry extends Sourced {
  readonly term: string
  readonly forms?: readonly string[]
  readonly title?: string
  readonly first: number
  readonly last: number
  readonly published?: string
  readonly next: string
}

/** `data/bodies`: a body that was renamed, merged or abolished. */
export interface BodyEntry extends Sourced {
  readonly old: string
  readonly names: readonly string[]
  readonly not?: readonly string[]
  readonly new: string
  readonly since: string
  readonly grace?: number
}

/** `data/laws`: a law with its dates. */
export interface LawEntry extends Sourced {
  readonly name: string
  readonly forms?: readonly string[]
  readonly not?: readonly string[]
  readonly adopted?: string
  readonly effective?: string
  readonly revised?: readonly string[]
  readonly repealed?: string
  readonly instead?: string
  readonly local?: boolean
}

/** `data/formulas`: fixed wordings with the slips that are looked for. */
export interface FormulaGroup extends Sourced {
  readonly group: string
  readonly slips: readonly Slip[]
  readonly formulas: readonly string[]
  readonly legitimate?: readonly string[]
}

/** `data/look-alikes`: characters of one reading or one shape. */
export interface LookAlikeGroup extends Sourced {
  readonly kind: 'reading' | 'shape'
  readonly groups: readonly string[]
}

/** `data/glyphs`: glyphs with the ones that belong in simplified text. */
export interface GlyphGroup extends Sourced {
  readonly kind: 'traditional' | 'japanese' | 'damaged' | 'compatibility' | 'letter'
  readonly pairs: readonly string[]
}

/** A wording to object to, as packs list it: `data/confusions` and the `terms` of a `wording` rule. */
export interface WordingEntry {
  readonly wrong: string
  readonly right?: readonly string[]
  readonly phrases?: readonly string[]
  readonly patterns?: readonly string[]
  readonly not?: readonly string[]
  readonly notAfter?: readonly string[]
  readonly notBefore?: readonly string[]
  readonly note?: LocalText
  readonly fix?: 'safe' | 'suggestion'
  readonly severity?: 'warning' | 'info'
}
