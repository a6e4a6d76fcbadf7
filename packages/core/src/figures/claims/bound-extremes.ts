import { liesBelow } from '../interval.ts'
import type { Slot } from './slots.ts'
import { sameUnit } from './wording.ts'

/** What a number is among those that it stands with. */
export type Rank = 'highest' | 'lowest' | 'mean'

const highest = /最[高多大长慢]/
const lowest = /最[低少小短快]/
const mean = /平均|人均|均值|[月周日季]均/

/** 最低生活保障标准, 平均提高: no rank of the number. */
const otherWords = /标准|保障|工资|水平|[增减提降]|气温|温度|生活|最低限|最高(?:限|额|人民|法院|检察)/

/** What the words before a number call it; null if they call it none of these. */
export function rankOf({ label }: Slot): Rank | null {
  if (otherWords.test(label)) return null
  if (highest.test(label)) return 'highest'
  if (lowest.test(label)) return 'lowest'
  return mean.test(label) ? 'mean' : null
}

/** Two numbers of a sentence that cannot both be right. */
export interface Crossed {
  readonly low: Slot
  readonly high: Slot
}

/**
 * The number at `at` beside those right before it that it must not cross: the lowest is no more than the mean, and the mean no more than
 * the highest.
 *
 *     最高 96分 ， 最低 82分 ， 平均 97.3分
 *     ^highest     ^lowest      ^mean, above the highest
 */
export function crossedAt(slots: readonly Slot[], at: number): Crossed | null {
  const slot = slots[at] as Slot
  const rank = rankOf(slot)
  if (rank === null || !isPlain(slot, rank)) return null
  for (let before = at - 1; before >= Math.max(0, at - 2); before--) {
    const other = slots[before] as Slot
    const its = rankOf(other)
    if (other.sentence !== slot.sentence || !sameUnit(other.figure.unit, slot.figure.unit)) return null
    if (/[;。]/.test((slots[before + 1] as Slot).lead)) return null
    if (its === null || its === rank || !isPlain(other, its)) return null
    if (namesAnother(slot)) return null
    const [low, high] = order[its] < order[rank] ? [other, slot] : [slot, other]
    if (liesBelow(high.figure.interval, low.figure.interval)) return { low, high }
  }
  return null
}

/** 最长不超过1个工作日: a bound of the longest is not the longest. */
function isPlain({ figure }: Slot, rank: Rank): boolean {
  return rank === 'mean' || figure.qualifiers.bound === 'exact'
}

/** 企业开办最长: an extreme of something that the sentence has not spoken of before. */
function namesAnother({ label }: Slot): boolean {
  return /^[^,。;]{4,}最/.test(label)
}

const order: Readonly<Record<Rank, number>> = { lowest: 0, mean: 1, highest: 2 }
