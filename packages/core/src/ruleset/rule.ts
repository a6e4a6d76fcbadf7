import type { LocalText, Severity } from '../finding.ts'

/** Where a rule comes from. Only `clause` and `arithmetic` may be errors. */
export interface Basis {
  readonly kind: 'clause' | 'arithmetic' | 'principle' | 'local'
  /** Title of the document, without 《》; for arithmetic: what is recomputed. */
  readonly document: string
  readonly number?: string
  readonly clause?: string
  /** `unverified`: known, but not checked against the official text; such a rule is at most a warning. */
  readonly certainty: 'confirmed' | 'unverified'
}

/** A second situation that the same rule reports with other words, and maybe another severity. */
export interface Variant {
  readonly severity?: Severity
  readonly message: LocalText
  readonly advice: LocalText
}

/** What is being checked: a draft being written, one to be submitted, or a published page. */
export type Stage = 'draft' | 'submission' | 'published'

/** A rule as checks and the pipeline see it: the fields of its YAML file that running needs. */
export interface Rule {
  /** `family/what-it-objects-to`. */
  readonly id: string
  readonly severity: Severity
  readonly title: LocalText
  readonly basis: Basis
  readonly message: LocalText
  readonly advice: LocalText
  readonly variants: Readonly<Record<string, Variant>>
  /** `each`: a finding for every place. `once`: one finding a draft and key, with all further places as evidence. */
  readonly report: 'each' | 'once'
  /** Which fixes it offers. */
  readonly fix: 'none' | 'safe' | 'suggestion'
  /** Where it applies; an absent list means everywhere. */
  readonly applies: { readonly profiles?: readonly string[]; readonly stages?: readonly Stage[] }
  /** Off unless a configuration turns it on. */
  readonly optIn: boolean
  readonly check: string
  readonly with: unknown
}

/** An example of a rule: a draft, and the places where the rule must object, marked ⟦so⟧ in the text. */
export interface Example {
  readonly title?: string
  readonly draft: string
  readonly format?: 'markdown' | 'text'
  readonly profile?: string
  readonly stage?: Stage
  readonly asOf?: string
  /** How many findings about the draft as a whole are expected; 0 when left out. */
  readonly document?: number
  /** The variant that the findings must use. */
  readonly variant?: string
  /** The draft after all fixes of this rule are applied. */
  readonly fixed?: string
}

/** What a person reads about a rule: the rest of its YAML file. Loaded only when somebody asks. */
export interface RuleDocs {
  readonly id: string
  readonly why: LocalText
  readonly fail: readonly Example[]
  readonly pass: readonly Example[]
  /** The YAML file, relative to its pack. */
  readonly file: string
}
