import type { ConfirmedLink } from '../analysis.ts'
import { perDraft } from '../read/per-draft.ts'
import type { Item, Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Coverage } from './coverage.ts'
import { findCoverage } from './find-coverage.ts'

/** The last coverage of a draft, and all that it was found from. */
interface Kept {
  readonly shortcomings: readonly Item[]
  readonly measures: readonly Item[]
  readonly data: DataKinds
  readonly confirmed: readonly ConfirmedLink[]
  readonly coverage: Coverage
}

const lastCoverage = perDraft((): { kept: Kept | null } => ({ kept: null }))

/** The coverage of a report: that of the version before, if the edit leaves its shortcomings and its plan as they are. */
export function keepCoverage(report: Report, data: DataKinds, confirmed: readonly ConfirmedLink[]): Coverage {
  const { document, shortcomings, measures } = report
  const last = lastCoverage(document)
  if (
    last.kept === null ||
    last.kept.shortcomings !== shortcomings ||
    last.kept.measures !== measures ||
    last.kept.data !== data ||
    last.kept.confirmed !== confirmed
  )
    last.kept = { shortcomings, measures, data, confirmed, coverage: findCoverage(report, data, confirmed) }
  return last.kept.coverage
}
