import { utf8Text } from './decode.ts'
import { countsOf, type DraftCounts, type DraftReport } from './findings-file.ts'

/**
 * What a run tells of one draft: counts, and its findings as an object or as the JSON of that object. Either form is made
 * from the other when somebody first asks, so that findings which nobody looks into are never taken apart.
 */
export interface Reported {
  readonly counts: DraftCounts
  readonly report: DraftReport
  /** The report as JSON in UTF-8. */
  readonly json: Uint8Array
}

/** A report that was made just now. */
export function reportedAs(report: DraftReport): Reported {
  return new ReportedObject(report)
}

/** A report that comes from the cache or from another thread: as JSON, read when it is asked for. */
export function reportedFrom(counts: DraftCounts, json: () => Uint8Array): Reported {
  return new ReportedJson(counts, json)
}

// Classes: getters of an object literal would be made anew, and keep what they close over, for each draft of a run.

class ReportedObject implements Reported {
  readonly report: DraftReport
  #counts: DraftCounts | undefined

  constructor(report: DraftReport) {
    this.report = report
  }

  get counts(): DraftCounts {
    this.#counts ??= countsOf(this.report)
    return this.#counts
  }

  get json(): Uint8Array {
    return Buffer.from(JSON.stringify(this.report), 'utf8')
  }
}

class ReportedJson implements Reported {
  readonly counts: DraftCounts
  readonly #json: () => Uint8Array
  #report: DraftReport | undefined

  constructor(counts: DraftCounts, json: () => Uint8Array) {
    this.counts = counts
    this.#json = json
  }

  get report(): DraftReport {
    this.#report ??= JSON.parse(utf8Text(this.json)) as DraftReport
    return this.#report
  }

  get json(): Uint8Array {
    return this.#json()
  }
}
