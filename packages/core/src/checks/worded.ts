import type { Finding, Locale, Severity } from '../finding.ts'
import type { Block } from '../text/block.ts'
import type { RuleObservation } from './observe.ts'

/** A rule's words for what was observed, whatever the place. */
export interface Words {
  readonly severity: Severity
  readonly message: string
  readonly advice: string
}

/** The finding that was made last of some observations. */
export interface Worded {
  readonly locale: Locale
  readonly group: readonly RuleObservation[]
  readonly words: Words
  readonly finding: Finding
  /** The blocks in which it stands, and where these stood; null if it stands elsewhere. */
  readonly blocks: readonly Block[] | null
  readonly starts: readonly number[]
}
