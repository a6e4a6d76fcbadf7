import { type Count, distanceOf, divisible, inOnePassage } from './counts.ts'
import { isExplained } from './explained.ts'
import { isRest } from './free-words.ts'
import type { LocalFigure } from './local-claim.ts'
import { noOthers, type Operands, side, sure } from './operands.ts'
import { fits } from './ratio-verdict.ts'

/** Words with which a number is told as what was planned. */
const planned = /计划|任务|目标|预算(?!收入|支出|执行|管理)|指标|定额|下达|核定/
/** A number of another time, or a change of one. */
const notOfNow = /上年|去年|上一年|同期|同比|比上|较上|(?<!新)增|减|累计|每|平均|人均/

/** Whether both speak of one year: 1至11月新增4350个 may well be held against the year's plan. */
function isOfYear({ time: a }: LocalFigure, { time: b }: LocalFigure): boolean {
  return a.relative !== 'last' && (a.year === null || b.year === null || a.year === b.year)
}

/**
 * The numbers of 完成计划的…: the one number near that is called a plan, and the result nearest to it.
 *
 *     实现再就业 73215人 ， 年度计划为 60000人 ， 完成计划的122%
 *                ^part                 ^base       ^rate
 */
export function planOperands(counts: readonly Count[], rate: LocalFigure): Operands | null {
  const own = counts.filter(
    (count) => count.at >= 0 && distanceOf(count, rate) <= 2 && isOfYear(count.figure, rate),
  )
  const plans = own.filter(({ at, words }) => at < rate.index && planned.test(words))
  const [base] = plans
  if (!base || plans.length > 1) return null
  const results = own
    .filter(
      (count) =>
        count.at !== base.at &&
        count.at < rate.index &&
        inOnePassage(count, base) &&
        Math.abs(count.figure.sentence - base.figure.sentence) <= 1 &&
        divisible(count.figure, base.figure) &&
        !planned.test(count.lead) &&
        !notOfNow.test(count.lead) &&
        !isRest(count.words),
    )
    .sort((a, b) => Math.abs(a.at - base.at) - Math.abs(b.at - base.at))
  const [part] = results
  if (!part) return null
  const reading = { part: side(part), base: side(base) }
  if (!fits(reading, rate, false) && isExplained(counts, reading, rate, true)) return null
  return {
    reading,
    others: noOthers,
    sample: false,
    atMost100: false,
    certainty: sure,
    doubtful: results.length > 1,
  }
}
