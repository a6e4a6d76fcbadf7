import { draftCheck } from '../check.ts'
import { foundParts, partData, periodOf } from './part-data.ts'

/** Parameters of `missing-part`: none; the profile says which parts are required. */
export type MissingPartParameters = Readonly<Record<string, never>>

/** Reports each required part of which the draft says nothing at all. */
export const missingPart = draftCheck<MissingPartParameters>(
  'missing-part',
  (analysis, _parameters, report) => {
    const period = periodOf(analysis)
    for (const { profile, sections, part } of foundParts(analysis)) {
      if (profile.presence !== 'required' || sections.length > 0 || part.mentions.length > 0) continue
      report({ at: null, data: partData(profile, period) })
    }
  },
)
