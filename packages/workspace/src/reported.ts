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
  let counts: DraftCounts | undefined
  return {
    get counts() {
      counts ??= countsOf(report)
      return counts
    },
    report,
    get json() {
      return Buffer.from(JSON.stringify(report), 'utf8')
    },
  }
}

/** A report that comes from the cache or from another thread: as JSON, read when it is asked for. */
export function reportedFrom(counts: DraftCounts, json: () => Uint8Array): Reported {
  let report: DraftReport | undefined
  return {
    counts,
    get report() {
      report ??= JSON.parse(utf8Text(json())) as DraftReport
      return report
    },
    get json() {
      return json()
    },
  }
}
