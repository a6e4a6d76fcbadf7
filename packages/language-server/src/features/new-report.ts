import type { Profile } from '@hegao/core'
import { hanNumber } from './completion.ts'

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

/** The skeleton of a report: title, addressee, the required parts under their mandated headings, signature. */
export function newReport(profile: Profile, { issuer, year, format }: NewReport): string {
  const markdown = format === 'markdown'
  const title = `${issuer}${year}年度${profile.titles[0] ?? ''}情况${profile.documentKinds[0] ?? '报告'}`
  const headings = profile.parts
    .filter((part) => part.presence === 'required')
    .map((part, order) => {
      const heading = part.heading.replaceAll('{period}', String(year)).replaceAll('{next}', String(year + 1))
      return `${markdown ? '## ' : ''}${hanNumber(order + 1)}、${heading}\n\n（一）\n`
    })
  return [
    `${markdown ? '# ' : ''}${title}\n`,
    `现将${year}年度有关情况报告如下。\n`,
    ...headings,
    `${issuer}\n`,
    `${year + 1}年1月\n`,
  ].join('\n')
}
