import type { Analysis } from '../../analysis.ts'
import type { LocalText } from '../../finding.ts'
import type { Part, Section } from '../../report/report.ts'
import type { PartProfile } from '../../ruleset/profile.ts'

/** The year that the report is about: what the draft says, else what the caller says. */
export function periodOf(analysis: Analysis): number | null {
  return analysis.report.metadata.period?.year ?? analysis.options.period ?? null
}

/** The heading that the mandate gives a part, with the report's years, or 本年度 and 下一年度 where they are not known. */
export function mandatedHeading(part: PartProfile, period: number | null): string {
  return part.heading
    .replaceAll('{period}年', period === null ? '本年' : `${period}年`)
    .replaceAll('{next}年', period === null ? '下一年' : `${period + 1}年`)
}

/** A profile's part together with what the draft has of it. */
export interface FoundPart {
  readonly profile: PartProfile
  readonly sections: readonly Section[]
  /** The part as it was found: its mentions are looked for when somebody asks. */
  readonly part: Part
}

/** The parts of the profile in its order, with what the draft has of them. */
export function foundParts(analysis: Analysis): FoundPart[] {
  const { parts } = analysis.report
  return analysis.profile.parts.map((profile) => {
    const { role } = profile
    const part = parts.find((one) => one.role === role) ?? { role, sections: [], mentions: [] }
    return { profile, sections: part.sections, part }
  })
}

/** The values that messages about a part want. */
export function partData(part: PartProfile, period: number | null): { part: LocalText; heading: string } {
  return { part: part.name, heading: mandatedHeading(part, period) }
}
