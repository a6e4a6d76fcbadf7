import type { BlockShape } from '../../text/block.ts'
import type { ProgrammeEntry } from './entries.ts'

/** A year that is called the wrong one of a programme's years. */
export interface WrongPhase {
  readonly from: number
  readonly to: number
  /** The year that is spoken of. */
  readonly year: number
  /** The year that the words mean. */
  readonly right: number
}

const first = /开局|起步|启动|第一年|首年/
const nth = /第([一二三四五])年/
const phase =
  /^["”」]?(?:普法)?(?:规划|时期|期间)?(?:实施)?的?((?:开局|起步|启动|收官)(?:之)?年|第[一二三四五]年|首年|最后一年|末年)/
const yearBefore = /(20\d\d)年(?:既?是|作为|处于|,)?[^,。;:!?\d]{0,12}["“「]?$/
/** 今年 is the report's year, or the one in which it is written. */
const thisYear = /(?:今年|本年度?)(?:既?是|作为|处于|,)?["“]?$/

/**
 * What is wrong with a year of a programme; null if nothing is, or if no year is named before it: 自“十四五”开局之年起 is right in
 * every later year.
 *
 *     2025年是 “十四五” 规划 开局之年
 *     ^year     ^name        ^phase: 2021
 */
export function wrongPhase(
  { folded }: BlockShape,
  from: number,
  to: number,
  entry: ProgrammeEntry,
  reportYear: number,
): WrongPhase | null {
  const behind = folded.slice(to, to + 20)
  const found = behind.includes('年') ? phase.exec(behind) : null
  if (!found) return null
  const words = found[1] as string
  const counted = nth.exec(words)
  const right = counted
    ? entry.first + '一二三四五'.indexOf(counted[1] as string)
    : first.test(words)
      ? entry.first
      : entry.last
  const before = folded.slice(Math.max(0, from - 24), from)
  const told = yearBefore.exec(before)
  if (!told && !thisYear.test(before)) return null
  const year = told ? Number(told[1]) : reportYear
  if (year === right || (!told && right === reportYear + 1)) return null
  return { from, to: to + found[0].length, year, right }
}
