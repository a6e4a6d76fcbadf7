import { type BlockShape, perShape } from '../../text/block.ts'
import {
  allowTruncation,
  divide,
  exactlyWhole,
  type Interval,
  isExact,
  liesBelow,
  meet,
} from '../interval.ts'
import type { Verdict } from '../ledger.ts'
import { add, one, divide as over, rational, subtract, whole } from '../rational.ts'
import { scanShape } from '../scan-shape.ts'
import { hints } from './hints.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import type { FindInPassage } from './setting.ts'
import { type Slot, slotted } from './slots.ts'
import { named, nameFrom, printedValue, printLike, sameUnit } from './wording.ts'

/** The rule that objects when a figure leaves a bound that the text sets for it. */
const boundRule = 'figures/bound'

/** How many figures behind a bound its extremes are looked for. */
const reach = 6

/** Finds bounds with figures that must keep to them: lowest and highest values, monthly means, promised limits. */
export const bounds: FindInPassage = ({ prose }) => boundsOf(prose.shape)

const boundsOf = perShape(findBounds)

/** What some figure of a block must be told with, for a bound to be there at all. */
const relevant = /均|都|一律|全部|最[低少小短高多大长]|平均|[低少短小优快高多大]于|超过|超出|以[内上下]/

const none: readonly LocalClaim[] = []

/** The bounds told in one block. */
function findBounds(shape: BlockShape): readonly LocalClaim[] {
  if (scanShape(shape).figures.length < 2) return none
  const { slots, masked } = slotted(shape)
  if (!slots.some(mayBeBound) || !relevant.test(masked)) return none
  const claims: LocalClaim[] = []
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as Slot
    const told = (slot.labelHints & hints.bound) !== 0 && relevant.test(slot.label)
    if (!told && slot.figure.qualifiers.bound === 'exact') continue
    for (const claim of extremesOf(shape, slots, at)) claims.push(claim)
    const mean = meanOf(shape, slots, at) ?? limitOf(shape, slots, at) ?? ownBoundOf(shape, slots, at)
    if (mean) claims.push(mean)
    const order = lowestAboveHighest(shape, slot, slots[at + 1])
    if (order) claims.push(order)
  }
  return claims
}

/** Whether a figure is told with a bound or a mean. */
function mayBeBound({ labelHints, figure }: Slot): boolean {
  return (labelHints & hints.bound) !== 0 || figure.qualifiers.bound !== 'exact'
}

const everyone =
  /(?:均|都|全部|一律|各[^,。;]{0,10})(?:保持|稳定|控制|达到?|维持|实现)?(?:在|到)?(?:[^,。;]{0,6})$/
const lowest = /最(?:低(?!生活|工资|保障|限)|[少小短])/
const highest = /最(?:高(?!人民|法院|检察|限|额)|[多大长])/
/** What a bound of all is held against: the last or first of a ranking too. */
const extreme =
  /最(?:低(?!生活|工资|保障|限)|高(?!人民|法院|检察|限|额)|[少小短多大长末])|末位|末名|垫底|倒数第一|居末|居首|首位/

/** 全部压缩至5个工作日以内，其中甲0.5个工作日、乙3个工作日: some of all, told one by one. */
const opensMembers = /^[^,。;:()]{0,12}(?:,其中[,:]?|:|\(其?中?|,分别[为是]|,具体[为是])[^,。;:()]{1,16}$/
const joinsMember = /^、[^,。;:()、]{1,16}$|^,[^,。;:()、率度]{1,10}$/

/** 均在95%以上 … 最低的为93.8%: extremes must keep to what is said of all, and so must those that are told one by one. */
function extremesOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim[] {
  const bound = slots[at] as Slot
  const { interval, qualifiers } = bound.figure
  if (!['at-least', 'at-most', 'over', 'under'].includes(qualifiers.bound)) return []
  if (!everyone.test(bound.label) || extreme.test(bound.label)) return []
  const claims: LocalClaim[] = []
  let listed = false
  for (let next = at + 1; next < Math.min(slots.length, at + reach); next++) {
    const slot = slots[next] as Slot
    const isExtreme = extreme.test(nameOfExtreme(slot))
    if (slot.sentence !== bound.sentence || (slot.lead.includes(';') && !isExtreme)) break
    if (!sameUnit(slot.figure.unit, bound.figure.unit)) {
      listed = false
      continue
    }
    listed = next === at + 1 ? opensMembers.test(slot.lead) : listed && joinsMember.test(slot.lead)
    if (isOfOtherTime(slot)) continue
    if (!isExtreme && !isOnly(slot, bound) && !(listed && slot.figure.qualifiers.bound === 'exact')) continue
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

/** 石堰中学最低，为91.3%: what is said of the number in the clause before it, where its own says no more than 为. */
function nameOfExtreme({ label, lead }: Slot): string {
  if (!linkOnly.test(label)) return label
  const before = lead.slice(0, lead.length - label.length - 1)
  return before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1)
}

const linkOnly = /^(?:也|仅|只|已|均)?(?:有|为|达到?|是)?$/

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

/** 最高98.7%，最低99.1%. */
function lowestAboveHighest(shape: BlockShape, first: Slot, second: Slot | undefined): LocalClaim | null {
  if (!second || first.sentence !== second.sentence || !sameUnit(first.figure.unit, second.figure.unit))
    return null
  const pair =
    highest.test(first.label) && lowest.test(second.label)
      ? [first, second]
      : lowest.test(first.label) && highest.test(second.label)
        ? [second, first]
        : null
  if (!pair || /[;。]/.test(second.lead)) return null
  const [high, low] = pair as [Slot, Slot]
  if (!liesBelow(high.figure.interval, low.figure.interval)) return null
  return boundClaim({
    shape,
    bound: first,
    at: second,
    verdict: 'inconsistent',
    line: () => `最低${textOf(low, shape)}，高于最高${textOf(high, shape)}`,
  })
}

/** Words for a mean over parts of a year, and how many parts a year has: at least and at most. */
const means: readonly (readonly [RegExp, number, number])[] = [
  [/月均|平均每月|每月平均/, 12, 12],
  [/季均|平均每季度?|每季度平均/, 4, 4],
  [/周均|平均每周|每周平均/, 50, 53],
  [/日均|平均每天|每天平均|平均每日/, 240, 366],
]
const wholeYear = /全年|年内|本年|一年|(?:19|20)\d\d年(?!\d*月)/
const partOfYear = /上半年|下半年|季度|月份|[1-9一二三四五六七八九十]月|截至|以来|累计|目前/

/** 全年办理315件，月均办理30件以上: the mean must follow from the year's total. */
function meanOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
  const slot = slots[at] as Slot
  const known = means.find(([word]) => word.test(slot.label))
  const before = slots[at - 1]
  if (!known || !before || before.sentence !== slot.sentence || !/^[^;。]{0,24}$/.test(slot.lead)) return null
  if (!sameUnit(before.figure.unit, slot.figure.unit) || /每|均/.test(before.label)) return null
  const context = shape.folded.slice(Math.max(0, before.figure.from - 60), before.figure.from)
  const clause = context.slice(Math.max(context.lastIndexOf('。'), context.lastIndexOf(';')) + 1)
  if (!wholeYear.test(clause) || partOfYear.test(clause) || before.figure.role === 'target') return null
  const [, least, most] = known
  const low = divide(before.figure.interval, exactlyWhole(most))
  const high = divide(before.figure.interval, exactlyWhole(least))
  const mean: Interval = {
    low: low.low,
    lowClosed: low.lowClosed,
    high: high.high,
    highClosed: high.highClosed,
  }
  const printed = roundedCount(slot.figure)
  return boundClaim({
    shape,
    bound: before,
    at: slot,
    verdict: meet(printed, mean) ? 'consistent' : 'inconsistent',
    line: () =>
      `${textOf(before, shape)}÷${least}＝${printLike(over(printedValue(before.figure), whole(least)), slot.figure)}`,
  })
}

/** A mean printed as a whole number stands for what rounds or is cut off to it. */
function roundedCount({ interval }: LocalFigure): Interval {
  if (!isExact(interval) || interval.low === null) return allowTruncation(interval)
  return {
    low: subtract(interval.low, rational(1n, 2n)),
    lowClosed: true,
    high: add(interval.low, one),
    highClosed: false,
  }
}

const limits =
  /^(?:[^,。;]{0,6})?(低于|少于|短于|小于|[不未]超过|没有超过|未超出|优于|快于|高于|(?<![不未有])超过|多于|大于|超出)[^,。;]{0,10}$/
const limitNoun = /承诺|法定|规定|要求|标准|时限|期限|上限|下限|平均|目标|任务|全[国省市县]|上年|去年|预期/

/** 压缩至3.6个工作日，低于5个工作日的承诺时限: the value must keep to the limit. */
function limitOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
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

/** Words of a clause that says nothing but within which bound a number keeps. */
const onlyKeeps =
  /^(?:均|都|全部|始终|一直|总体|整体|已|并|且|仍|继续|较好地?|基本|有效|严格|成功|稳定|持续|牢牢|长期){0,3}(?:控制|保持|稳定|压缩|压减|维持|限定|缩短|守|降|升|提高)?(?:在|到|至|住)?(?:不低于|不高于|不超过|未超过|不少于|低于|高于|超过|小于|大于|突破|不足|不到)?$/
const changes = /[增减升降缩延]|压[缩减]|提[高速升前]|同比|环比|[比较]上/
const aims = /目标|要求|任务|计划|标准|规定|承诺|(?<![响适对])应(?!急|用|答)|须|力争|确保/

/** 平均公示时间为8.2个工作日，控制在7个工作日以内: a clause without a subject of its own speaks of the number before it. */
function ownBoundOf(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
  const slot = slots[at] as Slot
  const before = slots[at - 1]
  const { bound } = slot.figure.qualifiers
  if (bound === 'exact' || bound === 'about' || !before || before.sentence !== slot.sentence) return null
  if (
    !onlyKeeps.test(slot.label) ||
    !/^[^,。;]{0,12},[^,。;]*$/.test(slot.lead) ||
    slot.tail !== '' ||
    slot.label === ''
  )
    return null
  if (before.figure.qualifiers.bound !== 'exact' || before.figure.role === 'target') return null
  if (before.figure.unit.name !== slot.figure.unit.name || before.depth !== slot.depth) return null
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

function textOf({ figure }: Slot, shape: BlockShape): string {
  return shape.text.slice(figure.from, figure.to)
}

interface BoundParts {
  readonly shape: BlockShape
  readonly bound: Slot
  readonly at: Slot
  readonly verdict: Verdict
  readonly line: () => string
}

function boundClaim({ shape, bound, at, verdict, line }: BoundParts): LocalClaim {
  return {
    kind: 'bound',
    rule: boundRule,
    verdict,
    variant: null,
    operands: [
      { figure: bound.index, role: 'bound' },
      { figure: at.index, role: 'result' },
    ],
    tell: () => {
      const printed = textOf(at, shape)
      const sum = line()
      return {
        from: nameFrom(at),
        to: at.figure.to,
        arithmetic: `${sum}，文中为“${printed}”`,
        data: { sum, printed },
        evidence: [{ from: nameFrom(bound), to: bound.figure.to, label: named(bound, shape) }],
      }
    },
  }
}
