import type { Role } from '../../report/report.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `missing-part`: nothing; the profile says which parts are required. */
export type MissingPartParameters = Readonly<Record<string, never>>

/** Reports each required part for which the draft has no section; a part only spoken of elsewhere uses `mentioned`. */
export const missingPart = draftCheck<MissingPartParameters>(
  'missing-part',
  (analysis, _parameters, report) => {
    const sections = new Map<Role, (typeof analysis.report.parts)[number]>()
    for (const part of analysis.report.parts) sections.set(part.role, part)
    for (const profile of analysis.profile.parts) {
      const part = sections.get(profile.role)
      if (profile.presence !== 'required' || (part && part.sections.length > 0)) continue
      const data = { part: profile.name, heading: profile.heading }
      const mention = part?.mentions[0]
      if (!mention) report({ at: null, data })
      else {
        report({
          at: null,
          variant: 'mentioned',
          data,
          evidence: [{ range: rangeOf(mention), label: { 'zh-CN': '文中提到之处', en: 'mentioned here' } }],
        })
      }
    }
  },
)
