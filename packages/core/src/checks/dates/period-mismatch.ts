import type { Analysis } from '../../analysis.ts'
import type { Role } from '../../report/report.ts'
import { type Block, type BlockRange, rangeOf, textOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `period-mismatch`: none. */
export type PeriodMismatchParameters = Readonly<Record<string, never>>

const headingYear = /^(?:关于)?((?:19|20)\d\d) ?年(?:度|以来|全年)?(?![—~\-至]|\d)/
const introduction =
  /(?:现将|现就|将)[^。;:]{0,24}?((?:19|20)\d\d) ?年度?(?![—~\-至\d])[^。;:]{0,40}(?:报告|汇报|总结|公布|说明)(?:如下|:)/
/** The first words of an account of the year: 2021年，云岭县坚持…. A day or a span of years tells something else. */
const opening =
  /^((?:19|20)\d\d) ?年度?(?=,|我|全|本|[\u4e00-\u9fff]{2,9}(?:县|市|区|镇|乡|省|局|街道|政府|党委)[^,。;]{0,8}(?:坚持|以|深入|认真|全面|在|紧紧))/
const pastRoles: readonly Role[] = ['achievements', 'shortcomings', 'responsibility']

/**
 * Reports headings of the past year's parts, the introducing sentence and the first words of the text where they name another year
 * than the title, and a day of signing long before the year has ended (`signed`).
 */
export const periodMismatch = draftCheck<PeriodMismatchParameters>(
  'period-mismatch',
  (analysis, _parameters, report) => {
    const { period, title } = analysis.report.metadata
    if (!period || !title || period.place.block !== title.block) return
    const { signedOn, titleText } = analysis.report.metadata
    // A report on the first half of a year is written in it; nobody reports on a year that has months to go.
    if (
      signedOn?.iso &&
      signedOn.iso < `${period.year}-10-01` &&
      signedOn.year >= period.year - 1 &&
      !partOfYear.test(titleText ?? '')
    )
      report({
        at: rangeOf(signedOn.place),
        variant: 'signed',
        data: { signed: textOf(signedOn.place), period: period.year },
        evidence: [
          { range: rangeOf(period.place), label: { 'zh-CN': '标题中的年份', en: 'the year in the title' } },
        ],
      })
    for (const { place, year } of namedYears(analysis, period.year)) {
      if (year === period.year) continue
      report({
        at: rangeOf(place),
        data: { year, period: period.year },
        evidence: [
          { range: rangeOf(period.place), label: { 'zh-CN': '标题中的年份', en: 'the year in the title' } },
        ],
      })
    }
  },
)

/** Titles of reports on less than a year. */
const partOfYear = /半年|季度|\d月|阶段|中期|[一二三四五六七八九十]月/

interface NamedYear {
  readonly place: BlockRange
  readonly year: number
}

function namedYears(analysis: Analysis, period: number): NamedYear[] {
  const { parts, blocks, sections } = analysis.report
  const found: NamedYear[] = []
  const firstHeading = sections[0]?.from ?? Number.POSITIVE_INFINITY
  for (const block of blocks) {
    if (block.index >= firstHeading) break
    const opened = openingYear(block, period)
    if (opened) found.push(opened)
    const match = introduction.exec(block.shape.folded)
    if (!match) continue
    const from = match.index + match[0].indexOf(match[1] as string)
    found.push({ place: { block, from, to: from + 5 }, year: Number(match[1]) })
  }
  for (const part of parts) {
    if (!pastRoles.includes(part.role)) continue
    for (const { titlePlace, title, body } of part.sections) {
      const opened = body[0]?.from === 0 ? openingYear(body[0].block, period) : null
      if (opened) found.push(opened)
      const match = headingYear.exec(textOf(titlePlace))
      if (!match || /[安打][排算]|计划|下一步/.test(title)) continue
      const { block, from } = titlePlace
      const at = from + match[0].indexOf(match[1] as string)
      found.push({ place: { block, from: at, to: at + 5 }, year: Number(match[1]) })
    }
  }
  return found
}

/** The year with which a paragraph opens that does not name the report's own: 2021年，云岭县坚持… in a report on 2022. */
function openingYear(block: Block, period: number): NamedYear | null {
  const { folded } = block.shape
  const match = opening.exec(folded)
  if (!match || folded.length < leastOpening) return null
  const account = folded.replace(introduction, '').replace(/《[^《》]*》/g, '')
  return account.includes(`${period}年`) || account.includes(`${period}—`) || ownYear.test(account)
    ? null
    : { place: { block, from: 0, to: 5 }, year: Number(match[1]) }
}

/** Words for the report's year that name no number. */
const ownYear = /今年|本年|当年|一年来|年末|年底/

/** Shorter paragraphs tell too little to be the account of a year. */
const leastOpening = 40
