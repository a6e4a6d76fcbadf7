import { type BlockShape, perShape } from '../../text/block.ts'
import { isDigit } from '../date-parts.ts'
import { isExact } from '../interval.ts'
import { approximate } from '../rational.ts'
import { scanShape } from '../scan-shape.ts'
import { type Enumeration, enumerationBefore, enumerationBehind, nearEnding } from './enumerations.ts'
import { hints, hintsIn } from './hints.ts'
import { likePointsBehind } from './like-points.ts'
import { opensList, wordsBefore, wordsBehind } from './listed-words.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import { pointsBehind } from './ordered-points.ts'
import type { FindInPassage } from './setting.ts'
import { markBehind, type Slot, type SlottedBlock, slotted } from './slots.ts'
import { tallyClaim } from './tally-claim.ts'
import { findEachTallies } from './tally-each.ts'
import { printedValue } from './wording.ts'

/** The greatest count whose entries a draft would list. */
const greatest = 40

/** Measure words under which things with names are counted. */
const namedThings = new Set(
  '项 个 份 部 件 篇 种 册 本 条 大 家 类 支 台 套 款 档 场 所 处 座 门 期 起 件 例 宗 张 块 面 枚 只 幅 届 站 窗 颗 道 组 则 首 节'.split(
    ' ',
  ),
)
/** Measure words under which events with dates are counted. */
const datedThings = new Set('次 场 期 轮 批 场次 回 个'.split(' '))

/** Finds the counts of a block that are told with the list of what is counted. */
export const blockTallies: FindInPassage = ({ prose }) => talliesOf(prose.shape)

const talliesOf = perShape((shape) => {
  const { figures } = scanShape(shape)
  const own = findTallies(shape, figures)
  const each = findEachTallies(shape, figures)
  return each.length === 0 ? own : [...own, ...each]
})

/** The counts with their lists in one block. */
export function findTallies(shape: BlockShape, figures: readonly LocalFigure[]): readonly LocalClaim[] {
  if (figures.length === 0) return []
  const block = slotted(shape)
  const claims: LocalClaim[] = []
  for (let at = 0; at < block.slots.length; at++) {
    const slot = block.slots[at] as Slot
    if (hasThreeDigits(block.text, slot.figure) || !isCount(slot.figure)) continue
    const opens = opensList(block.text, slot.figure.to)
    const mark = markBehind(block.masked, slot.figure.to)
    const list =
      namedList(block, slot, opens) ??
      wordsBefore(block, at) ??
      wordsBehind(block, at, opens) ??
      pointsBehind(block, at, mark) ??
      (mark === ':' ? likePointsBehind(block, slot) : null)
    const claim = list && tallyClaim(shape, slot, list)
    if (claim) claims.push(claim)
  }
  return claims
}

/** 128件: greater than any count whose entries are listed. */
function hasThreeDigits(text: string, { from, to }: LocalFigure): boolean {
  if (to - from < 4 || text.charCodeAt(from) === 0x30) return false
  for (let at = from; at < from + 3; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

/** Whether the figure is a small whole number of things, printed without 余, 约 or 以上. */
function isCount({ unit, interval, qualifiers }: LocalFigure): boolean {
  if (unit.kind !== 'measure' || qualifiers.bound !== 'exact' || !isExact(interval)) return false
  const value = approximate(printedValue({ interval }))
  return value > 1 && value <= greatest
}

/** Names in 《》 or quotation marks, or dates, right before the count or introduced right behind it. */
function namedList({ text }: SlottedBlock, slot: Slot, opens: boolean): Enumeration | null {
  const { figure } = slot
  const before = mayBeListed(text, slot) ? enumerationBefore(text, figure.from) : null
  if (before && fits(before, figure)) return before
  const introduced = opens ? introduction.exec(text.slice(figure.to, figure.to + 40)) : null
  if (!introduced) return null
  const behind = enumerationBehind(text, figure.to + introduced[0].length)
  if (!behind || !fits(behind, figure)) return null
  return /包括|其中/.test(introduced[0]) ? { ...behind, open: true } : behind
}

/** Whether names or dates may end near enough before the count: the words back to the figure before it are known by their hints. */
function mayBeListed(text: string, { leadHints, leadFrom, figure }: Slot): boolean {
  const from = Math.max(0, figure.from - nearEnding)
  if ((leadHints & hints.listed) === 0 && from >= leadFrom) return false
  return (hintsIn(text, from, figure.from) & hints.listed) !== 0
}

/** What may stand between a count and its list: 4次，分别于…, 3份：…, 3项制度（…. */
const introduction =
  /^[^,。;:(《“”》)]{0,12}(?:,(?:时间)?(?:分别|依次|具体)(?:是|为|于|在|即)*:?|,(?:即|时间(?:是|为|在))|[:(](?:时间)?(?:分别|依次|具体)?(?:是|为|于|在|即|包括|有)*:?|分别(?:是|为|于|在)+:?)/

function fits({ kind }: Enumeration, { unit }: LocalFigure): boolean {
  return (kind === 'dates' ? datedThings : namedThings).has(unit.name)
}
