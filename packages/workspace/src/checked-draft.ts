import type { Analysis, Locale } from '@hegao/core'
import type { FailLevel } from './configuration/configuration.ts'
import type { FoundDraft } from './find-drafts.ts'
import type { DraftCounts, DraftReport } from './findings-file.ts'
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
  return new Checked(about, reported)
}

/** A class: getters of an object literal would be made anew, and keep what they close over, for each draft of a run. */
class Checked implements CheckedDraft {
  readonly found: FoundDraft
  readonly failOn: FailLevel | null
  readonly locale: Locale
  readonly file: DraftFile | null
  readonly analysis: Analysis | null
  readonly #reported: Reported

  constructor({ found, failOn, locale, file, analysis }: AboutDraft, reported: Reported) {
    this.found = found
    this.failOn = failOn
    this.locale = locale
    this.file = file
    this.analysis = analysis
    this.#reported = reported
  }

  get counts(): DraftCounts {
    return this.#reported.counts
  }

  get report(): DraftReport {
    return this.#reported.report
  }

  get json(): Uint8Array {
    return this.#reported.json
  }
}
