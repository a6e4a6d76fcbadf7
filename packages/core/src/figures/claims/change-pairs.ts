import { meet, subtract } from '../interval.ts'
import { approximate } from '../rational.ts'
import { type ChangeAccount, type ChangeSlot, indicatorOf } from './change-words.ts'
import { printedValue, sameUnit } from './wording.ts'

/** Two values of one indicator, and the amounts of change that are told about them. */
export interface Pair {
  readonly base: ChangeSlot
  readonly value: ChangeSlot
  readonly amounts: ChangeSlot[]
}

/** Joins bases with the values that they are compared with, and with the amounts that belong to both. */
export function pairsOf({ parts, bases, amounts }: ChangeAccount): Pair[] {
  const pairs: Pair[] = []
  const claimed = new Set<number>()
  for (const at of bases) {
    const valueAt = valueFor(parts, at)
    if (valueAt === null || claimed.has(valueAt)) continue
    claimed.add(valueAt)
    const base = parts[at] as ChangeSlot
    const value = parts[valueAt] as ChangeSlot
    pairs.push({ base, value, amounts: amountsOf(parts, at, valueAt) })
  }
  for (const at of amounts) {
    const pair = at > 0 && !claimed.has(at - 1) ? pairOfYears(parts, at - 1) : null
    if (pair) pairs.push(pair)
  }
  return pairs
}

/** Where the value stands that belongs to the base at `at`; null if there is none for certain. */
function valueFor(parts: readonly ChangeSlot[], at: number): number | null {
  const base = parts[at] as ChangeSlot
  const next = parts[at + 1]
  if (
    next?.role === 'reached' &&
    base.slot.sentence === next.slot.sentence &&
    comparable(base, next) &&
    !/[;。(]/.test(next.slot.lead)
  )
    return at + 1
  if (base.baseForm === 'from') return null
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const candidate = parts[before] as ChangeSlot
    if (candidate.slot.sentence !== base.slot.sentence || separated(parts, before, at)) break
    if (candidate.role === 'base') break
    if (candidate.role !== 'value' && candidate.role !== 'reached') continue
    if (!comparable(base, candidate)) {
      if (base.baseForm === 'than') return null
      continue
    }
    return sameIndicator(base, candidate) ? before : null
  }
  if (base.baseForm !== 'stated' || !next || next.slot.sentence !== base.slot.sentence) return null
  const follows =
    (next.role === 'value' || next.role === 'reached') &&
    comparable(base, next) &&
    !next.slot.lead.includes(';') &&
    /今年|本年|全年|当年|20\d\d年|增|降|减|升/.test(next.slot.label) &&
    sameIndicator(base, next)
  return follows ? at + 1 : null
}

/** Whether the two are measured in one unit. */
export function comparable(a: ChangeSlot, b: ChangeSlot): boolean {
  return sameUnit(a.slot.figure.unit, b.slot.figure.unit)
}

/** Whether a ； stands between the two. */
function separated(parts: readonly ChangeSlot[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if ((parts[at] as ChangeSlot).slot.lead.includes(';')) return true
  return false
}

/** Whether the two may be of one indicator: one of them names none, or they share two characters. */
function sameIndicator(a: ChangeSlot, b: ChangeSlot): boolean {
  const one = indicatorOf(a)
  if (one === '') return true
  const other = indicatorOf(b)
  if (other === '') return true
  for (let at = 0; at + 2 <= one.length; at++) if (other.includes(one.slice(at, at + 2))) return true
  return false
}

/** The amounts of change that are told with a base and a value: between them, behind them, or right before them. */
function amountsOf(parts: readonly ChangeSlot[], baseAt: number, valueAt: number): ChangeSlot[] {
  const [first, last] = baseAt < valueAt ? [baseAt, valueAt] : [valueAt, baseAt]
  const amounts: ChangeSlot[] = []
  for (let at = first + 1; at < last; at++) {
    const part = parts[at] as ChangeSlot
    if (isAmount(part) && !part.ownSubject) amounts.push(part)
  }
  const { sentence } = (parts[last] as ChangeSlot).slot
  let at = last + 1
  for (; at < parts.length; at++) {
    const part = parts[at] as ChangeSlot
    if (part.slot.sentence !== sentence || part.slot.lead.includes(';')) break
    if (isSpan(part) || isTheDifference(parts, part, baseAt, valueAt)) continue
    if (!isAmount(part) || /分别/.test(part.slot.label)) break
    if (part.ownSubject && !isSubjectOf(parts, part, first)) break
    amounts.push(part)
  }
  if (amounts.length === 0) {
    const before = parts[first - 1]
    const start = parts[first] as ChangeSlot
    if (
      before?.role === 'rate' &&
      before.slot.sentence === start.slot.sentence &&
      !start.slot.lead.includes(';') &&
      indicatorOf(start) === '' &&
      !isOfValueBefore(parts, first - 1)
    )
      amounts.push(before)
  }
  return amounts
}

/** 由86件下降到21件，化解65件，降幅…: what was done to the difference stands between. */
function isTheDifference(
  parts: readonly ChangeSlot[],
  part: ChangeSlot,
  baseAt: number,
  valueAt: number,
): boolean {
  const [base, value] = [parts[baseAt] as ChangeSlot, parts[valueAt] as ChangeSlot]
  if (part.role !== 'value' || !comparable(part, base)) return false
  const [before, after] = [base.slot.figure.interval, value.slot.figure.interval]
  const { interval } = part.slot.figure
  return meet(interval, subtract(before, after)) || meet(interval, subtract(after, before))
}

/** 用时由5天缩短为1.5天，时间节省70%: words for whatever it was that changed. */
const wholly = /^(?:时间|时长|时限|用时|耗时|周期|规模|总体|整体)$/

/** 用时由9.6周缩减为3.6周，整体用时减少: the subject of the amount is what the pair is of. */
function isSubjectOf(parts: readonly ChangeSlot[], { subject }: ChangeSlot, first: number): boolean {
  if (wholly.test(subject)) return true
  const indicator = indicatorOf(parts[first] as ChangeSlot)
  // 万人律师数 grows otherwise than the 律师总量.
  if (perHead.test((parts[first] as ChangeSlot).slot.label) && !perHead.test(subject)) return false
  return subject.length >= 2 && indicator.includes(subject)
}

const perHead = /[万千百每]人|人均|户均|每[万千百个户]|平均/

/** 一季度38件，同比上升40%，全年171件: the rate goes with the value before it. */
function isOfValueBefore(parts: readonly ChangeSlot[], rateAt: number): boolean {
  const value = parts[rateAt - 1]
  const rate = parts[rateAt] as ChangeSlot
  if (!value || rate.ownSubject || value.slot.sentence !== rate.slot.sentence) return false
  return (value.role === 'value' || value.role === 'reached') && !/[;。]/.test(rate.slot.lead)
}

/** 两年 in 两年增长65%: no amount, and no end of the amounts. */
function isSpan({ slot }: ChangeSlot): boolean {
  return slot.figure.unit.kind === 'time' && slot.figure.unit.name.endsWith('年')
}

function isAmount(part: ChangeSlot): boolean {
  return part.role === 'rate' || part.role === 'difference' || part.role === 'multiple'
}

/**
 * 2022年508件。2023年办理573件，同比增长14.8%: the base of the value at `at`, which has an amount behind it, is the value of the year
 * before, in the sentence before.
 */
function pairOfYears(parts: readonly ChangeSlot[], at: number): Pair | null {
  const value = parts[at] as ChangeSlot
  const rate = parts[at + 1] as ChangeSlot
  if (!isValueOfYear(value) || rate.ownSubject) return null
  if (rate.slot.sentence !== value.slot.sentence || rate.slot.lead.includes(';')) return null
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const base = parts[before] as ChangeSlot
    if (value.slot.sentence - base.slot.sentence > 1) break
    if (
      (base.role !== 'value' && base.role !== 'base') ||
      !comparable(base, value) ||
      !yearBefore(base, value, value.role === 'reached' && !/同比/.test(rate.slot.label))
    )
      continue
    if (!sameIndicator(base, value) || (areFarApart(base, value) && !endsAlike(base, value))) return null
    return { base, value, amounts: amountsOf(parts, at, at) }
  }
  return null
}

/** How many times a year may make of a number that two sentences tell in other words. */
const farthest = 3

function areFarApart(a: ChangeSlot, b: ChangeSlot): boolean {
  const [one, other] = [a, b].map(({ slot }) => approximate(printedValue(slot.figure))) as [number, number]
  return Math.max(one, other) > Math.min(one, other) * farthest
}

/** 登记床位 and 护理床位: two names of one thing end alike for more than two characters, or are the same. */
function endsAlike(a: ChangeSlot, b: ChangeSlot): boolean {
  const [one, other] = [indicatorOf(a), indicatorOf(b)]
  return one.endsWith(other) || other.endsWith(one)
}

/** 办理573件, 增加到118个, or 2025年为46.2万元: what a later sentence may tell of a year. */
function isValueOfYear({ role, baseForm, slot }: ChangeSlot): boolean {
  if (role === 'value' || role === 'reached') return true
  return role === 'base' && baseForm === 'stated' && slot.figure.time.year !== null
}

/** Whether the base is of the year before the value, or, with `anyYear`, of some year before: 2021年74个。2023年增加到118个. */
function yearBefore(base: ChangeSlot, value: ChangeSlot, anyYear: boolean): boolean {
  const [earlier, later] = [base.slot.figure.time, value.slot.figure.time]
  if (earlier.year !== null && later.year !== null) {
    const years = later.year - earlier.year
    return anyYear ? years > 0 : years === 1
  }
  return (
    earlier.relative === 'last' &&
    (later.relative === 'this' || (later.year === null && namedAlike(base, value)))
  )
}

/** 上年末登记床位3150张。…登记床位增至3540张: the later value tells no time, but the same name in full. */
function namedAlike(base: ChangeSlot, value: ChangeSlot): boolean {
  const name = indicatorOf(value)
  return (
    value.role === 'reached' &&
    value.slot.figure.time.relative === null &&
    name.length >= 2 &&
    indicatorOf(base).endsWith(name)
  )
}
