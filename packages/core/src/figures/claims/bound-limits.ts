import type { BlockShape } from '../../text/block.ts'
import { type Interval, liesBelow, meet } from '../interval.ts'
import { boundClaim, textOf } from './bound-claim.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import type { Slot } from './slots.ts'
import { named, sameUnit } from './wording.ts'

const limits =
  /^(?:[^,。;]{0,6})?((?<![不未有])(?:[低少短小优快高多大]于|超过|超出)|[不未]超过|没有超过|未超出)[^,。;]{0,10}$/
const limitNoun = /承诺|法定|规定|要求|标准|时限|期限|上限|下限|平均|目标|任务|全[国省市县]|上年|去年|预期/

/** 压缩至3.6个工作日，低于5个工作日的承诺时限: the value must keep to the limit. */
export function limitOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
  const slot = slots[at] as Slot
  const before = slots[at - 1]
  const found = limits.exec(slot.label)
  if (!found || !before || before.sentence !== slot.sentence || !/^,/.test(slot.lead)) return null
  if (!sameUnit(before.figure.unit, slot.figure.unit) || before.figure.qualifiers.bound !== 'exact')
    return null
  if (!limitNoun.test(slot.label) && !limitNoun.test(slot.tail.slice(0, 8))) return null
  if (/百分点|增|减|降|升/.test(slot.label + slot.figure.text)) return null
  const below = /低于|少于|短于|小于|优于|快于/.test(found[1] as string)
  const limit = printedLimit(slot.figure)
  const kept = /^[不未没]/.test(found[1] as string)
    ? !liesBelow(limit, before.figure.interval)
    : below
      ? !liesBelow(limit, before.figure.interval)
      : !liesBelow(before.figure.interval, limit)
  return boundClaim({
    shape,
    bound: slot,
    at: before,
    verdict: kept ? 'consistent' : 'inconsistent',
    line: () => `${named(before, shape)}，不符合“${found[1]}${textOf(slot, shape)}”`,
  })
}

/** What a limit is called that is named again. */
export const limitName = /承诺|法定|规定/

/** 承诺时限5个工作日，实际平均6.2个工作日，低于承诺时限: the limit is named again, without its number. */
export function namedLimitOf(
  shape: BlockShape,
  slots: readonly Slot[],
  at: number,
  masked: string,
): LocalClaim | null {
  const slot = slots[at] as Slot
  const before = slots[at - 1]
  if (!before || before.sentence !== slot.sentence || !sameUnit(before.figure.unit, slot.figure.unit))
    return null
  const limit = /(承诺|法定|规定)[^,。;]{0,6}$/.exec(before.label)?.[1]
  if (!limit || before.figure.qualifiers.bound !== 'exact' || limitName.test(slot.label)) return null
  const behind = masked.slice(slot.figure.to, slot.figure.to + 20)
  const told =
    /^,(?:均|都|明显|大幅|远)?(低于|少于|短于|优于|快于|不超过|未超过|高于|超过|长于)([^,。;]{2,8})(?=[,。;]|$)/.exec(
      behind,
    )
  if (!told?.[2]?.startsWith(limit)) return null
  const above = /^(?:高于|超过|长于)/.test(told[1] as string)
  const [low, high] = above ? [before, slot] : [slot, before]
  return boundClaim({
    shape,
    bound: before,
    at: slot,
    verdict: liesBelow(high.figure.interval, low.figure.interval) ? 'inconsistent' : 'consistent',
    line: () => `${named(slot, shape)}，不符合“${told[1]}${told[2]}”（${textOf(before, shape)}）`,
  })
}

/** Words of a clause that says nothing but within which bound a number keeps. */
const onlyKeeps =
  /^(?:均|都|全部|始终|一直|总体|整体|已|并|且|仍|继续|较好地?|基本|有效|严格|成功|稳定|持续|牢牢|长期){0,3}(?:控制|保持|稳定|压缩|压减|维持|限定|缩短|守|降|升|提高)?(?:在|到|至|住)?(?:不低于|不高于|不超过|未超过|不少于|低于|高于|超过|小于|大于|突破|不足|不到)?$/
const changes = /[增减升降缩延]|压[缩减]|提[高速升前]|同比|环比|[比较]上/
const aims = /目标|要求|任务|计划|标准|规定|承诺|(?<![响适对])应(?!急|用|答)|须|力争|确保/

/** 平均公示时间为8.2个工作日，控制在7个工作日以内: a clause without a subject of its own speaks of the number before it. */
export function ownBoundOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
  const slot = slots[at] as Slot
  const before = slots[at - 1]
  const { bound } = slot.figure.qualifiers
  if (bound === 'exact' || bound === 'about' || !before || before.sentence !== slot.sentence) return null
  if (slot.tail !== '' || slot.label === '') return null
  if (before.figure.qualifiers.bound !== 'exact' || before.figure.role === 'target') return null
  if (before.figure.unit.name !== slot.figure.unit.name || before.depth !== slot.depth) return null
  if (!/^[^,。;]{0,12},[^,。;]*$/.test(slot.lead) || !onlyKeeps.test(slot.label)) return null
  if (aims.test(before.label) || changes.test(before.label.replace(/[^,。;]{0,4}[到至为]$/, ''))) return null
  return boundClaim({
    shape,
    bound: before,
    at: slot,
    verdict: meet(before.figure.interval, slot.figure.interval) ? 'consistent' : 'inconsistent',
    line: () => `${named(before, shape)}，不符合“${slot.label}${textOf(slot, shape)}”`,
  })
}

/** The number of a limit itself, without the bound that its word gives it. */
function printedLimit({ interval }: LocalFigure): Interval {
  const value = interval.low ?? interval.high
  if (value === null || (interval.low !== null && interval.high !== null)) return interval
  return { low: value, lowClosed: true, high: value, highClosed: true }
}
