import type { Analysis, Locale } from '@hegao/core'
import type { FailLevel } from './configuration/configuration.ts'
import type { FoundDraft } from './find-drafts.ts'
import type { DraftFile } from './read-draft.ts'
import type { Reported } from './reported.ts'

/** What a run knows of a draft besides its findings. */
export interface AboutDraft {
  readonly found: FoundDraft
  readonly failOn: FailLevel | null
  readonly locale: Locale
  /** The text that was checked. Null if the outcome came from somewhere else: cache, worker, another machine. */
  readonly file: DraftFile | null
  readonly analysis: Analysis | null
}

/** The outcome for one draft. */
export interface CheckedDraft extends AboutDraft, Reported {}

/** Puts an outcome together; its findings stay in the form in which they came until somebody asks. */
export function checkedDraft(about: AboutDraft, reported: Reported): CheckedDraft {
  return {
    ...about,
    get counts() {
      return reported.counts
    },
    get report() {
      return reported.report
    },
    get json() {
      return reported.json
    },
  }
}
