import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { foundParts, partData, periodOf } from './part-data.ts'

/** Parameters of `part-only-mentioned`: none; the profile says which parts are required. */
export type PartOnlyMentionedParameters = Readonly<Record<string, never>>

/** How many mentions are shown. */
const shown = 3

/** Reports each required part that has no section, but whose subject is spoken of in sections of other parts. */
export const partOnlyMentioned = draftCheck<PartOnlyMentionedParameters>(
  'part-only-mentioned',
  (analysis, _parameters, report) => {
    const period = periodOf(analysis)
    for (const { profile, sections, part } of foundParts(analysis)) {
      if (profile.presence !== 'required' || sections.length > 0 || part.mentions.length === 0) continue
      report({
        at: null,
        data: partData(profile, period),
        evidence: part.mentions.slice(0, shown).map((mention) => ({
          range: rangeOf(mention),
          label: { 'zh-CN': '文中提到之处', en: 'mentioned here' },
        })),
      })
    }
  },
)
