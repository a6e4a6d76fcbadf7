import type { BlockShape } from '../../text/block.ts'
import type { FindClaims } from '../context.ts'
import { exactly, subtract } from '../interval.ts'
import { subtract as minus, add as plus, rational, sign } from '../rational.ts'
import {
  type BeforeAfter,
  type ChangeResult,
  checkDifference,
  checkDirection,
  checkDoubling,
  checkMultiple,
  checkPoints,
  checkRate,
  checkTimes,
  checkYearlyRate,
} from './change-verdict.ts'
import { type ChangeSlot, changeSlots, indicatorOf } from './change-words.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import { inEveryBlock } from './placed.ts'
import { type Slot, slotted } from './slots.ts'
import { named, nameFrom, printedValue, printLike, sameUnit } from './wording.ts'

/** The rule that objects when a change does not follow from its values. */
const changeRule = 'figures/change'

/** Indicators whose growth is told in constant prices: it does not follow from the printed values. */
const constantPrices =
  /可比价|不变价|可比口径|同口径|同比口径|扣除价格|剔除|名义|实际增长|实际下降|按可比|生产总值|GDP|增加值|国民收入/

/** Two values of one indicator, and the amounts of change that are told about them. */
interface Pair {
  readonly base: ChangeSlot
  readonly value: ChangeSlot
  readonly amounts: ChangeSlot[]
}

/** Finds the changes of a draft: from, to, by how much. */
export const changes: FindClaims = inEveryBlock(findChanges)

/** The changes told in one block. */
export function findChanges(shape: BlockShape, figures: readonly LocalFigure[]): readonly LocalClaim[] {
  if (figures.length < 2) return []
  const block = slotted(shape, figures)
  const { slots, masked } = block
  const parts = changeSlots(block)
  if (parts.every(({ role }) => role === 'value')) return []
  const claims: LocalClaim[] = []
  const used = new Set<number>()
  const sentenceText = (at: number): string => sentenceAround(masked, (slots[at] as Slot).figure.from)
  for (const pair of pairsOf(parts)) {
    claims.push(...pairClaims(pair, shape, constantPrices.test(sentenceText(pair.value.at))))
    for (const amount of pair.amounts) used.add(amount.at)
    const doubled = doublingBehind(pair, parts, masked, shape)
    if (doubled) claims.push(doubled)
  }
  for (let at = 1; at < parts.length; at++) {
    const part = parts[at] as ChangeSlot
    if (part.role !== 'difference' || used.has(at) || part.ownSubject || /新增/.test(part.slot.label))
      continue
    claims.push(...impliedBase(parts, at, shape, sentenceText(at)))
  }
  return claims
}

function sentenceAround(text: string, at: number): string {
  const from = Math.max(0, at - 120)
  const before = text.slice(from, at)
  const start = Math.max(...['。', '!', '?', '\n'].map((mark) => before.lastIndexOf(mark))) + 1
  const behind = text.slice(at, at + 120)
  const end = behind.search(/[。!?\n]/)
  return before.slice(start) + (end === -1 ? behind : behind.slice(0, end))
}

/** Joins bases with the values that they are compared with, and with the amounts that belong to both. */
function pairsOf(parts: readonly ChangeSlot[]): Pair[] {
  const pairs: Pair[] = []
  const claimed = new Set<number>()
  for (let at = 0; at < parts.length; at++) {
    const base = parts[at] as ChangeSlot
    if (base.role !== 'base') continue
    const valueAt = valueFor(parts, at)
    if (valueAt === null || claimed.has(valueAt)) continue
    claimed.add(valueAt)
    const value = parts[valueAt] as ChangeSlot
    pairs.push({ base, value, amounts: amountsOf(parts, at, valueAt) })
  }
  for (let at = 0; at < parts.length; at++) {
    const pair = pairOfYears(parts, at, claimed)
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
    (next.role === 'value' || next.role === 'reached') && comparable(base, next) && sameIndicator(base, next)
  return follows &&
    !next.slot.lead.includes(';') &&
    /今年|本年|全年|当年|20\d\d年|增|降|减|升/.test(next.slot.label)
    ? at + 1
    : null
}

function comparable(a: ChangeSlot, b: ChangeSlot): boolean {
  return sameUnit(a.slot.figure.unit, b.slot.figure.unit)
}

/** Whether a ； stands between the two. */
function separated(parts: readonly ChangeSlot[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if ((parts[at] as ChangeSlot).slot.lead.includes(';')) return true
  return false
}

/** Whether the two may be of one indicator: one of them names none, or they share two characters. */
function sameIndicator(a: ChangeSlot, b: ChangeSlot): boolean {
  const [one, other] = [indicatorOf(a), indicatorOf(b)]
  if (one === '' || other === '') return true
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
    if (isSpan(part)) continue
    if (!isAmount(part) || part.ownSubject || /分别/.test(part.slot.label)) break
    amounts.push(part)
  }
  if (amounts.length === 0) {
    const before = parts[first - 1]
    const start = parts[first] as ChangeSlot
    if (
      before?.role === 'rate' &&
      before.slot.sentence === start.slot.sentence &&
      !start.slot.lead.includes(';') &&
      indicatorOf(start) === ''
    )
      amounts.push(before)
  }
  return amounts
}

/** 两年 in 两年增长65%: no amount, and no end of the amounts. */
function isSpan({ slot }: ChangeSlot): boolean {
  return slot.figure.unit.kind === 'time' && slot.figure.unit.name.endsWith('年')
}

function isAmount(part: ChangeSlot): boolean {
  return part.role === 'rate' || part.role === 'difference' || part.role === 'multiple'
}

/** 2022年508件。2023年办理573件，同比增长14.8%: the base is the value of the year before, in the sentence before. */
function pairOfYears(parts: readonly ChangeSlot[], at: number, claimed: ReadonlySet<number>): Pair | null {
  const value = parts[at] as ChangeSlot
  const rate = parts[at + 1]
  if (
    value.role !== 'value' ||
    claimed.has(at) ||
    !rate ||
    rate.role === 'value' ||
    !isAmount(rate) ||
    rate.ownSubject
  )
    return null
  if (rate.slot.sentence !== value.slot.sentence || rate.slot.lead.includes(';')) return null
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const base = parts[before] as ChangeSlot
    if (value.slot.sentence - base.slot.sentence > 1) break
    if (
      (base.role !== 'value' && base.role !== 'base') ||
      !comparable(base, value) ||
      !yearBefore(base, value)
    )
      continue
    if (!sameIndicator(base, value)) return null
    return { base, value, amounts: amountsOf(parts, at, at) }
  }
  return null
}

function yearBefore(base: ChangeSlot, value: ChangeSlot): boolean {
  const [earlier, later] = [base.slot.figure.time, value.slot.figure.time]
  if (earlier.year !== null && later.year !== null) return later.year - earlier.year === 1
  return earlier.relative === 'last' && later.relative === 'this'
}

/** The claims about one pair: its direction, and every amount of change that is told. */
function pairClaims(pair: Pair, shape: BlockShape, constant: boolean): LocalClaim[] {
  const { base, value } = pair
  const told: BeforeAfter = {
    before: base.slot.figure,
    after: value.slot.figure,
    beforeText: shape.text.slice(base.slot.figure.from, base.slot.figure.to),
    afterText: shape.text.slice(value.slot.figure.from, value.slot.figure.to),
  }
  const claims: LocalClaim[] = []
  if (value.role === 'reached' && value.direction !== null && base.baseForm === 'from') {
    const wrong = checkDirection(told, value.direction)
    if (wrong) return [changeClaim(wrong, pair, value, shape, told)]
  }
  for (const amount of pair.amounts) {
    const result = checkAmount(told, amount, pair, constant)
    if (result) claims.push(changeClaim(result, pair, amount, shape, told))
  }
  return claims
}

function checkAmount(
  told: BeforeAfter,
  amount: ChangeSlot,
  pair: Pair,
  constant: boolean,
): ChangeResult | null {
  const { figure } = amount.slot
  const direction = amount.direction ?? pair.value.direction ?? 'up'
  if (amount.role === 'multiple') return checkMultiple(told, figure)
  if (amount.role === 'difference')
    return sameUnit(figure.unit, told.after.unit) ? checkDifference(told, figure, direction) : null
  const { kind } = figure.unit
  if (kind === 'points')
    return told.after.unit.kind === 'percent' ? checkPoints(told, figure, direction) : null
  if (constant) return null
  if (kind === 'times') return checkTimes(told, figure, direction)
  if (!amount.perYear) return checkRate(told, figure, direction)
  const [from, to] = [pair.base.slot.figure.time.year, pair.value.slot.figure.time.year]
  return from !== null && to !== null && to > from && to - from <= 50
    ? checkYearlyRate(told, figure, direction, to - from)
    : null
}

/** A claim about a change, shown at the amount that does not follow. */
function changeClaim(
  result: ChangeResult,
  pair: Pair,
  at: ChangeSlot,
  shape: BlockShape,
  told: BeforeAfter,
): LocalClaim {
  const { figure } = at.slot
  const from = amountFrom(at)
  const printed = shape.text.slice(from, figure.to)
  return {
    kind: 'change',
    rule: changeRule,
    verdict: result.verdict,
    from,
    to: figure.to,
    operands: [
      { figure: pair.base.slot.index, role: 'before' },
      { figure: pair.value.slot.index, role: 'after' },
      ...(at === pair.value ? [] : [{ figure: at.slot.index, role: 'result' }]),
    ],
    arithmetic: `${result.line}，文中为“${printed}”`,
    variant: result.variant,
    data: { sum: result.line, printed, before: told.beforeText, after: told.afterText },
    evidence: [
      { from: nameFrom(pair.base.slot), to: pair.base.slot.figure.to, label: `变化前${told.beforeText}` },
      { from: nameFrom(pair.value.slot), to: pair.value.slot.figure.to, label: `变化后${told.afterText}` },
    ],
  }
}

/** Where the words of the change begin: 同比增长18.3% from 同比 on. */
function amountFrom({ slot }: ChangeSlot): number {
  return slot.labelFrom + (/^[的\s]*/.exec(slot.label)?.[0].length ?? 0)
}

/** 翻番 told behind a pair. */
function doublingBehind(
  pair: Pair,
  parts: readonly ChangeSlot[],
  masked: string,
  shape: BlockShape,
): LocalClaim | null {
  const last = pair.base.slot.figure.to > pair.value.slot.figure.to ? pair.base : pair.value
  const next = parts[last.at + 1]
  const reach = masked.slice(
    last.slot.figure.to,
    Math.min(next?.slot.figure.to ?? masked.length, last.slot.figure.to + 30),
  )
  const found = /^[^。;]{0,16}?翻(?:了)?(?:([一两二三四])?番|一倍)/.exec(reach)
  if (!found) return null
  const told: BeforeAfter = {
    before: pair.base.slot.figure,
    after: pair.value.slot.figure,
    beforeText: shape.text.slice(pair.base.slot.figure.from, pair.base.slot.figure.to),
    afterText: shape.text.slice(pair.value.slot.figure.from, pair.value.slot.figure.to),
  }
  const count = { 两: 2, 二: 2, 三: 3, 四: 4 }[found[1] ?? ''] ?? 1
  const result = checkDoubling(told, count)
  const to = last.slot.figure.to + found[0].length
  const from = to - (found[0].length - found[0].lastIndexOf('翻'))
  const claim = changeClaim(result, pair, pair.value, shape, told)
  const printed = shape.text.slice(from, to)
  return {
    ...claim,
    from,
    to,
    arithmetic: `${result.line}，文中为“${printed}”`,
    data: { ...claim.data, printed },
  }
}

/** 4620人次，比上年增加520人次，增长12.7%: the base is the value less the difference. */
function impliedBase(
  parts: readonly ChangeSlot[],
  at: number,
  shape: BlockShape,
  sentence: string,
): LocalClaim[] {
  const difference = parts[at] as ChangeSlot
  const value = parts[at - 1] as ChangeSlot
  const rate = parts[at + 1]
  if (
    !rate ||
    rate.role !== 'rate' ||
    rate.ownSubject ||
    rate.perYear ||
    rate.slot.figure.unit.kind !== 'percent'
  )
    return []
  const inRow = [value, difference, rate].every((part) => part.slot.sentence === difference.slot.sentence)
  if (!inRow || /[;。]/.test(difference.slot.lead + rate.slot.lead) || /分别/.test(sentence)) return []
  if (
    (value.role !== 'value' && value.role !== 'reached') ||
    !comparable(value, difference) ||
    constantPrices.test(sentence)
  )
    return []
  if (rate.direction !== difference.direction || value.slot.figure.unit.kind === 'percent') return []
  const direction = difference.direction ?? 'up'
  const { figure } = value.slot
  const change = difference.slot.figure
  const signedChange = direction === 'up' ? change.interval : subtract(exactly(rational(0n)), change.interval)
  const interval = subtract(figure.interval, signedChange)
  const before = (direction === 'up' ? minus : plus)(printedValue(figure), printedValue(change))
  if (sign(before) <= 0) return []
  const text = printLike(before, figure)
  const printedChange = shape.text.slice(change.from, change.to)
  const afterText = shape.text.slice(figure.from, figure.to)
  const told: BeforeAfter = {
    before: { ...figure, interval, text },
    after: figure,
    beforeText: text,
    afterText,
  }
  const result = checkRate(told, rate.slot.figure, direction)
  const base = `${afterText}${direction === 'up' ? '－' : '＋'}${printedChange}`
  const share = result.line.replace(/^.*＝/, '')
  const line = `${printedChange}÷（${base}）＝${share}`
  const from = amountFrom(rate)
  const printed = shape.text.slice(from, rate.slot.figure.to)
  return [
    {
      kind: 'change',
      rule: changeRule,
      verdict: result.verdict,
      from,
      to: rate.slot.figure.to,
      operands: [
        { figure: value.slot.index, role: 'after' },
        { figure: difference.slot.index, role: 'difference' },
        { figure: rate.slot.index, role: 'result' },
      ],
      arithmetic: `${line}，文中为“${printed}”`,
      variant: result.variant === 'zero-base' ? result.variant : null,
      data: { sum: line, printed, before: text, after: afterText },
      evidence: [
        { from: nameFrom(value.slot), to: figure.to, label: named(value.slot, shape) },
        {
          from: amountFrom(difference),
          to: change.to,
          label: shape.text.slice(amountFrom(difference), change.to),
        },
      ],
    },
  ]
}
