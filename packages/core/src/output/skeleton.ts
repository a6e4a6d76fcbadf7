import type { Role } from '../report/report.ts'
import type { Profile } from '../ruleset/profile.ts'

/** What a new report is about. */
export interface SkeletonFacts {
  readonly issuer: string
  /** The report year. */
  readonly year: number
  /** To whom it is submitted; a gap to fill in if left out. */
  readonly addressee?: string
  /** The day on which it is signed. */
  readonly signedOn: { readonly year: number; readonly month: number; readonly day: number }
  readonly format: 'markdown' | 'text'
}

/**
 * The skeleton of a report: title, addressee, the required parts under their mandated headings, signature. What the writer
 * must fill in stands in brackets and begins with 填：, so that nothing invented is left over by mistake.
 */
export function reportSkeleton(profile: Profile, facts: SkeletonFacts): string {
  const { issuer, year, addressee = '（填：主送机关）', signedOn, format } = facts
  const markdown = format === 'markdown'
  const title = `${issuer}${year}年度${profile.titles[0] ?? ''}情况${profile.documentKinds[0] ?? '报告'}`
  const parts = profile.parts
    .filter((part) => part.presence === 'required')
    .map((part, nth) => {
      const heading = part.heading.replaceAll('{period}', String(year)).replaceAll('{next}', String(year + 1))
      const body = bodies[part.role].map((line) => line.replaceAll('{next}', String(year + 1)))
      return [`${markdown ? '## ' : ''}${hanNumbers[nth] ?? ''}、${heading}`, ...body].join('\n\n')
    })
  const paragraphs = [
    `${markdown ? '# ' : ''}${title}`,
    `${addressee}：`,
    `${year}年，（填：总体情况）。现将有关情况报告如下。`,
    ...parts,
    issuer,
    `${signedOn.year}年${signedOn.month}月${signedOn.day}日`,
  ]
  return `${paragraphs.join('\n\n')}\n`
}

const hanNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** What to fill in under each part; `{next}` is the year after the report year. */
const bodies: Readonly<Record<Role, readonly string[]>> = {
  achievements: [
    '（一）（填：第一项举措）。（填：做了什么，数据是多少，成效如何）。',
    '（二）（填：第二项举措）。（填：做法、数据、成效）。',
  ],
  shortcomings: [
    '（一）（填：第一条不足）。由于（填：原因），（填：不足的表现）。',
    '（二）（填：第二条不足）。由于（填：产生的原因），（填：表现在哪里）。',
  ],
  responsibility: ['（填：党政主要负责人如何履行第一责任人职责：部署、督促、解决了什么问题）。'],
  plan: [
    '（一）（填：针对第一条不足的措施）。（填：谁来做，做什么，{next}年何时完成）。',
    '（二）（填：针对第二条不足的措施）。（填：责任单位、做法、{next}年完成的时间）。',
  ],
  other: ['（填：其他需要报告的情况）。'],
}
