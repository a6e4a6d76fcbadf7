import type { BlockShape } from '../text/block.ts'
import { wordBefore, wordsByLast } from '../text/word-table.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import type { Cues } from './cues.ts'
import { describe } from './describe.ts'
import { endOfTail } from './flow.ts'
import type { UnitKind } from './ledger.ts'
import type { Quantity } from './quantity.ts'
import { farthestAim, isTarget } from './targets.ts'
import { timeOf } from './times.ts'

/** A quantity where it was found, before its surroundings are looked at. */
export interface Found {
  readonly quantity: Quantity
  readonly sentence: number
  /** Where its sentence begins. */
  readonly sentenceFrom: number
  readonly group: number
  readonly clause: number
  readonly depth: number
  readonly leadFrom: number
}

/** How many of a list's places have been passed on the way through a block's figures. */
interface Passed {
  times: number
  spans: number
  parts: number
  aims: number
}

/** 其中 farther away says nothing about a figure. */
const farthestPart = 200

/** Adds to each quantity what its surroundings say: what is counted, when, whether it is a part, a total or a target. */
export function completeFigures(shape: BlockShape, found: readonly Found[], cues: Cues): LocalFigure[] {
  const passed: Passed = { times: 0, spans: 0, parts: 0, aims: 0 }
  const end = shape.text.length
  return found.map((entry, nth) =>
    complete(shape, entry, nth, found[nth + 1]?.quantity.from ?? end, cues, passed),
  )
}

/** `index` is its position in the block, `limit` where the next figure begins. */
function complete(
  shape: BlockShape,
  found: Found,
  index: number,
  limit: number,
  cues: Cues,
  passed: Passed,
): LocalFigure {
  const text = shape.folded
  const { quantity, sentenceFrom, leadFrom } = found
  const { from, to, boundFrom, unit } = quantity
  const { times, spans, parts, aims } = cues
  while (passed.times < times.length && (times[passed.times]?.to ?? 0) <= from) passed.times++
  passed.spans = passWords(spans, passed.spans, boundFrom)
  passed.parts = passWords(parts, passed.parts, from)
  const aimFrom = Math.max(sentenceFrom, from - farthestAim)
  while (passed.aims < aims.length && (aims[passed.aims] as number) < aimFrom) passed.aims++
  const aim = aims[passed.aims] ?? from
  const tailTo = endOfTail(text, to, limit)
  const described = describe(text, leadFrom, boundFrom, to, tailTo, isRate(unit.kind))
  const time = timeOf(text, times, passed.times, sentenceFrom, from)
  return {
    index,
    from,
    to,
    text: shape.text.slice(from, to),
    interval: quantity.interval,
    unit,
    subject: shape.text.slice(described.from, described.to),
    subjectAt: described.to > described.from ? { from: described.from, to: described.to } : null,
    qualifiers: {
      bound: quantity.bound,
      total: endsWithTotal(text, leadFrom, boundFrom) || beginsWithTotal(text, leadFrom, boundFrom),
      cumulative: (spans[passed.spans - 1] ?? -1) >= leadFrom || time.relative === 'span',
      part: (parts[passed.parts - 1] ?? -1) >= Math.max(sentenceFrom, from - farthestPart),
    },
    time,
    role: aim < from && isTarget(text, aimFrom, aim, from, to) ? 'target' : 'result',
    verb: described.verb,
    sentence: found.sentence,
    group: found.group,
    clause: found.clause,
    depth: found.depth,
    leadFrom,
    tailTo,
  }
}

/** How many of the words of two characters end before `to`; `passed` of them are known to. */
function passWords(places: readonly number[], passed: number, to: number): number {
  let count = passed
  while (count < places.length && (places[count] as number) + 2 <= to) count++
  return count
}

/** Units behind which the words before name a rate or a change, not something counted. */
function isRate(kind: UnitKind): boolean {
  return (
    kind === 'percent' || kind === 'permille' || kind === 'points' || kind === 'times' || kind === 'ratio'
  )
}

const totals = wordsByLast('共 共计 合计 总计 累计 总数 总量')
const reaching = wordsByLast('达到 达 有 为')

/** Whether the words from `from` to `to` end with one for a total: 案件总数为, 共计. */
function endsWithTotal(text: string, from: number, to: number): boolean {
  return wordBefore(totals, text, to - wordBefore(reaching, text, to, from).length, from) !== ''
}

/** Whether they begin with one, or have at most four characters before it: 全县共, 两项合计. */
function beginsWithTotal(text: string, from: number, to: number): boolean {
  const last = Math.min(to, from + 5)
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5171) return true
    if ((code === 0x5408 || code === 0x603b) && at + 1 < to && text[at + 1] === '计') return true
    if (code <= 0x20) return false
  }
  return false
}
