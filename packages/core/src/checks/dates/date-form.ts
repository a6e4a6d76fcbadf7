import { datesIn, daysIn, type LocalDate } from '../../report/calendar.ts'
import { type BlockShape, rangeOf, sourceRange, textOf } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'

/** Parameters of `date-form`: none. */
export type DateFormParameters = Readonly<Record<string, never>>

const monthDay = /(?<![\d.年月-])(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/g

/** A day that no calendar has. */
interface ImpossibleDay {
  readonly from: number
  readonly to: number
}

/**
 * Reports a 成文日期 that is not written in Arabic numerals without leading zeros (main message), and days that no
 * calendar has (`impossible`), anywhere in the text.
 */
export const dateForm = placeCheck<DateFormParameters, ImpossibleDay>(
  'date-form',
  signs.month,
  () => impossibleDays,
  (analysis, _parameters, report, places) => {
    const signed = analysis.report.metadata.signedOn
    for (const { block, found } of places)
      for (const { from, to } of found)
        report({
          at: rangeOf({ block, from, to }),
          variant: 'impossible',
          data: { written: block.shape.text.slice(from, to) },
        })
    if (signed && signed.month !== null && signed.day === null)
      report({
        at: rangeOf(signed.place),
        variant: 'incomplete',
        data: { written: textOf(signed.place) },
      })
    if (!signed?.iso) return
    const { block, from, to } = signed.place
    const written = block.shape.text.slice(from, to)
    const proper = `${signed.year}年${signed.month}月${signed.day}日`
    if (
      written.replace(/[ \u3000]/g, '') === proper ||
      block.shape.folded.slice(from, to).replace(/ /g, '') === proper
    )
      return
    const at = sourceRange(block, from, to)
    report({
      at,
      data: { written, proper },
      fixes: [
        {
          kind: 'safe',
          title: { 'zh-CN': `改为“${proper}”`, en: `Write “${proper}”` },
          edits: [{ range: at, text: proper }],
        },
      ],
    })
  },
)

const none: readonly ImpossibleDay[] = []

function impossibleDays(shape: BlockShape): readonly ImpossibleDay[] {
  const { folded } = shape
  if (!folded.includes('日') && !folded.includes('号')) return none
  const found: ImpossibleDay[] = []
  const dates = datesIn(shape)
  for (const date of dates)
    if (date.iso === null && date.day !== null && isWritten(date, folded)) found.push(date)
  for (const match of matchesIn(folded, monthDay)) {
    const from = match.index
    if (dates.some((date) => from >= date.from && from < date.to)) continue
    const [month, day] = [Number(match[1]), Number(match[2])]
    if (month < 1 || month > 12 || day < 1 || day > daysIn(2024, month))
      found.push({ from, to: from + match[0].length })
  }
  return found
}

/** A dashed date with an impossible month may be a number of something else: only written-out dates count. */
function isWritten(date: LocalDate, folded: string): boolean {
  return date.form !== 'dashed' && !/^[起至到—~-]?\d/.test(folded.slice(date.to))
}
