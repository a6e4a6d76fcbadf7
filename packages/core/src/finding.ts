import type { Range } from './text/range.ts'

/** The languages in which hegao speaks. */
export type Locale = 'zh-CN' | 'en'

/** One sentence in every language that hegao speaks. */
export type LocalText = Readonly<Record<Locale, string>>

/** From loudest to softest. Only a rule whose basis is a clause or arithmetic may be an error. */
export const severities = ['error', 'warning', 'info', 'hint'] as const
export type Severity = (typeof severities)[number]

/** Another place that the finding rests on, with what it is there: `受理32件`. */
export interface Evidence {
  readonly range: Range
  readonly label: string
}

/** One replacement of a source range. */
export interface Edit {
  readonly range: Range
  readonly text: string
}

/** A way to mend a finding. `safe`: the meaning cannot change; `suggestion`: a person must choose. */
export interface Fix {
  readonly kind: 'safe' | 'suggestion'
  readonly title: string
  readonly edits: readonly Edit[]
}

/** A finding 核稿意见: what is wrong, where, with the evidence and what to do. */
export interface Finding {
  readonly rule: string
  /** The rule's variant whose words these are; null for its main message. */
  readonly variant: string | null
  readonly severity: Severity
  readonly message: string
  readonly advice: string
  /** Where it is shown. For a finding about the draft as a whole: the title, or the first character. */
  readonly range: Range
  readonly evidence: readonly Evidence[]
  readonly fixes: readonly Fix[]
  /** Whether it speaks of the draft as a whole, and not of the text at `range`. */
  readonly document: boolean
}

/** What could not be checked, and why. Never dropped: a clean result with notes is not a clean draft. */
export interface Note {
  readonly kind: 'unreadable' | 'rule-failed' | 'not-checked' | 'suppression' | 'profile'
  readonly message: string
  readonly rule: string | null
  readonly range: Range | null
}
