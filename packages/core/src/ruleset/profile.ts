import type { LocalText } from '../finding.ts'
import type { Role } from '../report/report.ts'

/** A word or phrase that points to a role, with its weight; from 3 on it suffices. `{period}` and `{next}` stand for the years. */
export interface RoleCue {
  readonly text: string
  readonly weight: number
}

/** A part that a report of this type must or may have. */
export interface PartProfile {
  readonly role: Role
  /** `required`: the mandate asks for it; `optional`: it may be left out. */
  readonly presence: 'required' | 'optional'
  readonly name: LocalText
  /** The heading that the mandate gives it; `{period}` and `{next}` stand for the years. */
  readonly heading: string
  /** Words in a heading that point to this role. */
  readonly cues: readonly RoleCue[]
  /** Phrases in running text that show that the part's subject is at least spoken of. */
  readonly mentions: readonly string[]
  /** Phrases in a section's first sentences that show its role where its heading does not. */
  readonly opens?: readonly string[]
  /**
   * Phrases with which a paragraph begins that holds the part without a heading; behind a leading `…` the phrase may stand
   * anywhere in its first words.
   */
  readonly leads?: readonly string[]
}

/** A date by which something must be done in the year after the period: `--03-01`, for issuers of these levels. */
export interface Deadline {
  readonly action: 'submit' | 'publish'
  readonly levels: readonly string[]
  readonly month: number
  readonly day: number
}

/** A profile 报告类型: a type of report as data. */
export interface Profile {
  readonly id: string
  readonly name: LocalText
  /** Phrases of which one must stand in the title for the profile to be recognised; empty for the fallback profile. */
  readonly titles: readonly string[]
  /** The last word that the title should have, e.g. 报告. */
  readonly documentKinds: readonly string[]
  /** Phrases in titles that name the year in which the report is delivered, and not the year before, which it is about. */
  readonly sessionTitles?: readonly string[]
  readonly parts: readonly PartProfile[]
  readonly deadlines: readonly Deadline[]
}
