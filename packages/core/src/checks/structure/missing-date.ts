import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { absenceSeverity } from './stage.ts'

/** Parameters of `missing-date`: none. */
export type MissingDateParameters = Readonly<Record<string, never>>

/** Reports a draft without 成文日期: at its signature, if it has one. */
export const missingDate = draftCheck<MissingDateParameters>(
  'missing-date',
  (analysis, _parameters, report) => {
    const { signedOn, writtenOn, signatures } = analysis.report.metadata
    if (signedOn || writtenOn || analysis.report.sections.length === 0) return
    const last = signatures.at(-1)
    const severity = absenceSeverity(analysis)
    if (severity === null && !last) return
    report({ at: last ? rangeOf(last.place) : null, severity: severity ?? 'info' })
  },
)
