import { type Profile, reportSkeleton } from '@hegao/core'

/** What a new report is made of. */
export interface NewReport {
  readonly profile: string
  readonly issuer: string
  /** The year that the report is about. */
  readonly year: number
  readonly format: 'markdown' | 'text'
}

/** The types of report that a skeleton can be made for: those that ask for parts. */
export function reportTypes(profiles: readonly Profile[]): readonly Profile[] {
  return profiles.filter((profile) => profile.parts.some((part) => part.presence === 'required'))
}

/** The skeleton of a report, signed provisionally at the end of January of the year after it. */
export function newReport(profile: Profile, { issuer, year, format }: NewReport): string {
  return reportSkeleton(profile, { issuer, year, format, signedOn: { year: year + 1, month: 1, day: 31 } })
}
