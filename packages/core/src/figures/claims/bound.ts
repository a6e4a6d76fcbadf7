import { type BlockShape, perShape } from '../../text/block.ts'
import { meet } from '../interval.ts'
import { scanShape } from '../scan-shape.ts'
import { boundClaim, textOf } from './bound-claim.ts'
import { meanOfEach } from './bound-each.ts'
import { crossedAt } from './bound-extremes.ts'
import { limitName, limitOf, namedLimitOf, ownBoundOf } from './bound-limits.ts'
import { meanOf, totalOf } from './bound-means.ts'
import { isExtremeOf, isSpan, leavesOut, tellsExtreme } from './bound-of-all.ts'
import { hints } from './hints.ts'
import type { LocalClaim } from './local-claim.ts'
import type { FindInPassage } from './setting.ts'
import { type Slot, slotted } from './slots.ts'
import { named, sameUnit } from './wording.ts'

/** How many figures behind a bound its extremes are looked for. */
const reach = 6

/** Finds bounds with figures that must keep to them: lowest and highest values, monthly means, promised limits. */
export const bounds: FindInPassage = ({ prose }) => boundsOf(prose.shape)

const boundsOf = perShape(findBounds)

/** What some figure of a block must be told with, for a bound to be there at all. */
const relevant = /均|都|一律|全部|最[低少小短高多大长快慢]|平均|[低少短小优快高多大]于|超过|超出|以[内上下]/

const none: readonly LocalClaim[] = []

/** The bounds told in one block. */
function findBounds(shape: BlockShape): readonly LocalClaim[] {
  if (scanShape(shape).figures.length < 2) return none
  const { slots, masked } = slotted(shape)
  if (!slots.some(mayBeBound) || !relevant.test(masked)) return none
  const claims: LocalClaim[] = []
  const namesLimit = limitName.test(masked)
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as Slot
    const limit = namesLimit && at > 0 ? namedLimitOf(shape, slots, at, masked) : null
    if (limit) claims.push(limit)
    const told = (slot.labelHints & hints.bound) !== 0 && relevant.test(slot.label)
    if (!told && slot.figure.qualifiers.bound === 'exact') continue
    for (const claim of extremesOf(shape, slots, at)) claims.push(claim)
    const mean =
      meanOf(shape, slots, at) ??
      meanOfEach(shape, slots, at) ??
      totalOf(shape, slots, at) ??
      limitOf(shape, slots, at) ??
      ownBoundOf(shape, slots, at)
    if (mean) claims.push(mean)
    const crossed = crossedOf(shape, slots, at)
    if (crossed) claims.push(crossed)
  }
  return claims
}

/** Whether a figure is told with a bound or a mean. */
function mayBeBound({ labelHints, figure }: Slot): boolean {
  return (labelHints & hints.bound) !== 0 || figure.qualifiers.bound !== 'exact'
}

const everyone =
  /(?:(?:始终|一直|持续|全年|稳定)?(?:保持|稳定|维持)在?$|(?:均|都|全部|一律|各[^,。;]{0,10})(?:保持|稳定|控制|达到?|维持|实现)?(?:在|到)?(?:[^,。;]{0,6})$|(?:所有|每[个家所村户座次名])[^,。;]{2,24}$)/
/** 均不超过3天，平均用时3.6天: a mean of what keeps to a bound keeps to it too. */
function isMeanOfAll({ label, tail, figure }: Slot): boolean {
  return /^(?:但|其)?平均[^,。;]{0,8}$/.test(label) && tail === '' && figure.qualifiers.bound === 'exact'
}

/** 全部压缩至5个工作日以内，其中甲0.5个工作日、乙3个工作日: some of all, told one by one. */
const opensMembers = /^[^,。;:()]{0,12}(?:,其中[,:]?|:|\(其?中?|,分别[为是]|,具体[为是])[^,。;:()]{1,16}$/
const joinsMember = /^、[^,。;:()、]{1,16}$|^,[^,。;:()、率度]{1,10}$/

/** 均在95%以上 … 最低的为93.8%: extremes must keep to what is said of all, and so must those that are told one by one. */
function extremesOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim[] {
  const bound = slots[at] as Slot
  const { interval, qualifiers } = bound.figure
  const isOneSided = ['at-least', 'at-most', 'over', 'under'].includes(qualifiers.bound)
  if (!isSpan(bound) && !(isOneSided && everyone.test(bound.label))) return []
  if (tellsExtreme(bound.label) || leavesOut(bound)) return []
  const claims: LocalClaim[] = []
  let listed = false
  for (let next = at + 1; next < Math.min(slots.length, at + reach); next++) {
    const slot = slots[next] as Slot
    const isExtreme = isExtremeOf(slot, bound)
    if (slot.sentence !== bound.sentence || (slot.lead.includes(';') && !isExtreme)) break
    if (!sameUnit(slot.figure.unit, bound.figure.unit)) {
      listed = false
      continue
    }
    listed = next === at + 1 ? opensMembers.test(slot.lead) : listed && joinsMember.test(slot.lead)
    if (isOfOtherTime(slot)) continue
    const isMember = listed && slot.figure.qualifiers.bound === 'exact'
    if (!isExtreme && !isMeanOfAll(slot) && !isOnly(slot, bound) && !isMember) continue
    if (bound.tail !== '' && slot.tail !== '' && bound.tail.slice(0, 2) !== slot.tail.slice(0, 2)) continue
    const verdict = meet(slot.figure.interval, interval) ? 'consistent' : 'inconsistent'
    claims.push(
      boundClaim({
        shape,
        bound,
        at: slot,
        verdict,
        line: () => `${named(slot, shape)}，不符合“${textOf(bound, shape)}”`,
      }),
    )
  }
  return claims
}

/** 渡口断面仅为93.2%: one of all that is told as low, in the words of no other indicator. */
function isOnly({ label, figure }: Slot, bound: Slot): boolean {
  const { bound: kind } = bound.figure.qualifiers
  return (
    (kind === 'at-least' || kind === 'over') &&
    figure.qualifiers.bound === 'exact' &&
    only.test(label) &&
    !/[率度量额比]/.test(label)
  )
}

const only = /^[^,。;]{2,10}(?:仅|只|才)(?:有|为|达到?)?$/

/** 去年最低的东岭乡为91.3%: not of the time of which the bound speaks. */
function isOfOtherTime({ label, figure }: Slot): boolean {
  return (
    figure.time.relative === 'last' || figure.role === 'target' || /去年|上年|此前|改造前|以前/.test(label)
  )
}

/** 最高96分，最低82分，平均97.3分: the lowest is no more than the mean, and the mean no more than the highest. */
function crossedOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
  const crossed = crossedAt(slots, at)
  if (!crossed) return null
  const { low, high } = crossed
  const slot = slots[at] as Slot
  return boundClaim({
    shape,
    bound: slot === low ? high : low,
    at: slot,
    verdict: 'inconsistent',
    line: () => `${named(low, shape)}，高于${named(high, shape)}`,
  })
}
