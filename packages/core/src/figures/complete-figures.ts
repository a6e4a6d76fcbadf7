import type { BlockShape } from '../text/block.ts'
import { codeAt } from '../text/code-at.ts'
import { wordBefore, wordsByLast } from '../text/word-table.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { type Cues, cuesBefore } from './cues.ts'
import { endOfTail, type Flow } from './flow.ts'
import type { Qualifiers } from './ledger.ts'
import type { Quantity } from './quantity.ts'
import { farthestAim, isTarget } from './targets.ts'
import { noTime, type TimeMark, timeOf } from './times.ts'

/** A figure while its block is read: what its surroundings say is filled in when all figures of the block are known. */
export type FoundFigure = { -readonly [Key in keyof LocalFigure]: LocalFigure[Key] }

/** The figure of a quantity that was found where the scan stands. */
export function foundFigure(
  shape: BlockShape,
  { from, to, boundFrom, interval, unit, bound }: Quantity,
  index: number,
  { sentences, group, clause, outer, leadFrom }: Flow,
): FoundFigure {
  return {
    index,
    from,
    to,
    text: shape.text.slice(from, to),
    interval,
    unit,
    boundFrom,
    heading: null,
    qualifiers: qualifiersOf(bound, false, false, false),
    time: noTime,
    role: 'result',
    sentence: sentences.length - 1,
    group,
    clause,
    depth: outer.length,
    leadFrom,
    tailTo: to,
  }
}

/** How far the way through a block's figures has come. */
interface Way {
  /** How many time words lie behind. */
  times: number
  readonly spans: Passing
  readonly parts: Passing
  /** How many words for aims are too far back. */
  aims: number
}

/** Words of two characters that are passed on the way. */
interface Passing {
  readonly places: readonly number[]
  /** Position in `places` of the next one. */
  next: number
  /** Where the last one stands that has been passed; -1 before the first. */
  last: number
}

/** 其中 farther away says nothing about a figure. */
const farthestPart = 200

/** Adds to each figure what its surroundings say: when, whether it is a part, a total or a target. */
export function completeFigures(shape: BlockShape, found: readonly FoundFigure[], { sentences }: Flow): void {
  if (found.length === 0) return
  const cues = cuesBefore(shape.folded, (found[found.length - 1] as FoundFigure).from)
  const spans: Passing = { places: cues.spans, next: 0, last: -1 }
  const parts: Passing = { places: cues.parts, next: 0, last: -1 }
  const way: Way = { times: 0, spans, parts, aims: 0 }
  for (let nth = 0; nth < found.length; nth++) {
    const figure = found[nth] as FoundFigure
    const limit = nth + 1 < found.length ? (found[nth + 1] as FoundFigure).from : shape.text.length
    complete(figure, shape.folded, sentences[figure.sentence] as number, limit, cues, way)
  }
}

/** `sentenceFrom` is where its sentence begins, `limit` where the next figure does. */
function complete(
  figure: FoundFigure,
  text: string,
  sentenceFrom: number,
  limit: number,
  { times, aims }: Cues,
  way: Way,
): void {
  const { from, to, boundFrom, leadFrom } = figure
  while (way.times < times.length && (times[way.times] as TimeMark).to <= from) way.times++
  const aimFrom = Math.max(sentenceFrom, from - farthestAim)
  while (way.aims < aims.length && (aims[way.aims] as number) < aimFrom) way.aims++
  const aim = way.aims < aims.length ? (aims[way.aims] as number) : from
  figure.tailTo = endOfTail(text, to, limit)
  figure.time = timeOf(text, times, way.times, sentenceFrom, from)
  figure.qualifiers = qualifiersOf(
    figure.qualifiers.bound,
    endsWithTotal(text, leadFrom, boundFrom) || beginsWithTotal(text, leadFrom, boundFrom),
    pass(way.spans, boundFrom) >= leadFrom || figure.time.relative === 'span',
    pass(way.parts, from) >= Math.max(sentenceFrom, from - farthestPart),
  )
  if (aim < from && isTarget(text, aimFrom, aim, from, to)) figure.role = 'target'
}

const bounds: readonly Qualifiers['bound'][] = ['exact', 'about', 'at-least', 'at-most', 'over', 'under']
const knownQualifiers: Qualifiers[] = []

/** The qualifiers, each combination made once: nearly all figures have the same. */
function qualifiersOf(
  bound: Qualifiers['bound'],
  total: boolean,
  cumulative: boolean,
  part: boolean,
): Qualifiers {
  const nth = bound === 'exact' ? 0 : bounds.indexOf(bound)
  const key = nth * 8 + (total ? 4 : 0) + (cumulative ? 2 : 0) + (part ? 1 : 0)
  knownQualifiers[key] ??= Object.freeze({ bound, total, cumulative, part })
  return knownQualifiers[key]
}

/** Where the last of the words stands that ends at `to` or before it; -1 if none does. */
function pass(passing: Passing, to: number): number {
  const { places } = passing
  for (; passing.next < places.length; passing.next++) {
    const place = places[passing.next] as number
    if (place + 2 > to) break
    passing.last = place
  }
  return passing.last
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
    const code = codeAt(text, at)
    if (code === 0x5171) return true
    if ((code === 0x5408 || code === 0x603b) && at + 1 < to && text[at + 1] === '计') return true
    if (code <= 0x20) return false
  }
  return false
}
