import { datesIn, daysIn, type LocalDate } from '../../report/calendar.ts'
import { type Block, type BlockShape, has, rangeOf, sourceRange } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { draftCheck, type Observation } from '../check.ts'

/** Parameters of `date-form`: none. */
export type DateFormParameters = Readonly<Record<string, never>>

const monthDay = /(?<![\d.年月-])(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/g

const mayHoldDays = (shape: BlockShape): boolean =>
  has(shape, signs.month) && (shape.folded.includes('日') || shape.folded.includes('号'))

/**
 * Reports a 成文日期 that is not written in Arabic numerals without leading zeros (main message), and days that no
 * calendar has (`impossible`), anywhere in the text.
 */
export const dateForm = draftCheck<DateFormParameters>('date-form', (analysis, _parameters, report) => {
  const signed = analysis.report.metadata.signedOn
  for (const block of blocksWith(analysis.report.blocks, mayHoldDays)) {
    const { folded } = block.shape
    const dates = datesIn(block.shape)
    for (const date of dates) {
      if (date.iso === null && date.day !== null && isWritten(date, folded))
        report(impossible(block, date.from, date.to))
    }
    for (const match of matchesIn(folded, monthDay)) {
      const from = match.index
      if (dates.some((date) => from >= date.from && from < date.to)) continue
      const [month, day] = [Number(match[1]), Number(match[2])]
      if (month < 1 || month > 12 || day < 1 || day > daysIn(2024, month))
        report(impossible(block, from, from + match[0].length))
    }
  }
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
})

/** A dashed date with an impossible month may be a number of something else: only written-out dates count. */
function isWritten(date: LocalDate, folded: string): boolean {
  return date.form !== 'dashed' && !/^[起至到—~-]?\d/.test(folded.slice(date.to))
}

function impossible(block: Block, from: number, to: number): Observation {
  return {
    at: rangeOf({ block, from, to }),
    variant: 'impossible',
    data: { written: block.shape.text.slice(from, to) },
  }
}
