import type { Finding, Locale, Severity } from '../finding.ts'
import type { Block } from '../text/block.ts'
import type { RuleObservation } from './observe.ts'

/** A rule's words for what was observed, whatever the place. */
export interface Words {
  readonly severity: Severity
  readonly message: string
  readonly advice: string
}

/** What was made last of some observations. */
export interface Worded {
  readonly locale: Locale
  readonly group: readonly RuleObservation[]
  readonly words: Words
  /** The blocks in which the observations stand; null if one stands elsewhere. */
  readonly blocks: readonly Block[] | null
  finding: Finding
  /** Where the blocks stood when the finding was made. */
  readonly starts: number[]
}
