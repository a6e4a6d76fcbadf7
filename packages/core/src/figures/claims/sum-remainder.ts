import type { BlockShape } from '../../text/block.ts'
import { descriptionOf } from '../describe.ts'
import { liesBelow, meet, total } from '../interval.ts'
import { compare, multiply, type Rational, rational, sign, subtract, zero } from '../rational.ts'
import { hinted, hints, matches } from './hints.ts'
import type { LocalClaim } from './local-claim.ts'
import { isOpen } from './openness.ts'
import { positionOf, type Slot, type SlottedBlock } from './slots.ts'
import { printedSum, sumClaim } from './sum-claim.ts'
import { printedValue, sameUnit } from './wording.ts'

/** 其余9件: what is left of a total when the parts before it are taken off. */
const rest = hinted(/(?:其余|剩余|余下|剩下|其它|其他)(?:的)?[^,、;。]{0,4}$/, hints.rest)
/** 其余 speaks of what was told before; 其他 may speak of anything else. */
const left = /其余|剩余|余下|剩下/
/** Words that make a figure one of another time or kind. */
const apart = /上年|去年|上一年|同期|同比|结转|每|平均|人均|累计|较|比|目标/

/** How many figures before the remainder its total is looked for, and how many characters. */
const furthest = 6
const farthest = 80

/**
 * Finds totals that a remainder closes: 排查隐患138处，已整改121处，其余17处正在整改. The total stands in the same sentence or in
 * the one before; the parts stand between it and the remainder.
 */
export function remainders(block: SlottedBlock, shape: BlockShape, taken: ReadonlySet<number>): LocalClaim[] {
  const claims: LocalClaim[] = []
  for (let at = 2; at < block.slots.length; at++) {
    const slot = block.slots[at] as Slot
    if (slot.figure.unit.kind !== 'measure' || !matches(rest, slot.label, slot.labelHints)) continue
    if (taken.has(at)) continue
    const before = sameUnitBefore(block, at, taken)
    if (before.length < 2) continue
    const claim = closedBy(block, shape, slot, before)
    if (claim) claims.push(claim)
  }
  return claims
}

/** The figures of the remainder's unit before it, in reading order: in its sentence and in the one before. */
function sameUnitBefore({ slots }: SlottedBlock, at: number, taken: ReadonlySet<number>): Slot[] {
  const end = slots[at] as Slot
  const found: Slot[] = []
  for (let before = at - 1; before >= Math.max(0, at - furthest); before--) {
    const slot = slots[before] as Slot
    if (end.sentence - slot.sentence > 1 || taken.has(before)) break
    if (slot.depth === end.depth && sameUnit(slot.figure.unit, end.figure.unit)) found.unshift(slot)
  }
  return found
}

function closedBy(
  block: SlottedBlock,
  shape: BlockShape,
  slot: Slot,
  before: readonly Slot[],
): LocalClaim | null {
  for (let whole = before.length - 2; whole >= 0; whole--) {
    for (let first = whole + 1; first < before.length; first++) {
      const parts = [...before.slice(first), slot]
      // Carried-over cases may stand before the total: 7件＋86件＝88件＋5件.
      for (let from = whole; from >= Math.max(0, whole - 1) && first === whole + 1; from--) {
        const whatWas = total(before.slice(from, whole + 1).map(({ figure }) => figure.interval))
        if (!meet(total(parts.map(({ figure }) => figure.interval)), whatWas)) continue
        return from === whole
          ? sumClaim({ shape, whole: before[whole] as Slot, parts, verdict: 'consistent', variant: null })
          : null
      }
    }
  }
  if (isLeftOfAnother(slot, likeBefore(block, slot))) return null
  const [whole, ...parts] = before
  if (
    !whole ||
    parts.length === 0 ||
    isBesideItsLike(block, whole, parts) ||
    before.some(({ label }) => apart.test(label))
  )
    return null
  if (!left.test(slot.label)) return null
  // 纠错37件。…26件，其余272件: what is left is more than all of them, and left of something else.
  if (liesBelow(whole.figure.interval, slot.figure.interval)) return null
  const between = block.masked.slice(whole.figure.to, slot.figure.from)
  if (isOpen(between) || between.length > farthest) return null
  if (parts.length > 1 && !isDivision(whole, [...parts, slot], between)) return null
  return sumClaim({ shape, whole, parts: [...parts, slot], verdict: 'inconsistent', variant: null })
}

/** All figures of its unit before the remainder, in its sentence and in the one before. */
function likeBefore(block: SlottedBlock, slot: Slot): readonly Slot[] {
  const end = positionOf(block, slot)
  return block.slots
    .slice(Math.max(0, end - longestBefore), end)
    .filter(
      ({ sentence, figure }) => slot.sentence - sentence <= 1 && sameUnit(figure.unit, slot.figure.unit),
    )
}

const longestBefore = 20

/** 将437家纳入监测，占应纳入的452家的96.7%；其余15家: some part and its total stand before the remainder in any order. */
function isLeftOfAnother(slot: Slot, before: readonly Slot[]): boolean {
  const rest = slot.figure.interval
  // 违法图斑41个，…；拆除29个，补办手续10个，剩余2个: those right before it, and their total farther away.
  for (let from = before.length - 2; from >= 1; from--) {
    const parts = [...before.slice(from).map(({ figure }) => figure.interval), rest]
    if (before.slice(0, from).some(({ figure }) => meet(total(parts), figure.interval))) return true
  }
  return before.some((part, nth) =>
    before.some(
      (whole, at) => at !== nth && meet(total([part.figure.interval, rest]), whole.figure.interval),
    ),
  )
}

/** 已全面完成45项，基本完成3项，余下6项: what was done in the same word stands in one row with the others, and is no total of them. */
function isBesideItsLike({ text }: SlottedBlock, whole: Slot, parts: readonly Slot[]): boolean {
  const { verb } = descriptionOf(text, whole.figure)
  return verb !== '' && parts.some((part) => descriptionOf(text, part.figure).verb === verb)
}

/** How far several parts may miss their total and still be its division, as a share of it. */
const nearly = rational(3n, 20n)

/**
 * 462名…。严格管理的58名，普通管理的287名，其余127名: whether the parts stand in a row, nearly make the total, and no choice of them
 * makes it.
 */
function isDivision(whole: Slot, parts: readonly Slot[], between: string): boolean {
  if (/其中|同时|包括|含/.test(between)) return false
  const printed = printedValue(whole.figure)
  const sum = printedSum(parts)
  const miss = absolute(subtract(sum, printed))
  if (compare(miss, multiply(printed, nearly)) > 0) return false
  const choices = 2 ** parts.length
  for (let choice = 1; choice < choices; choice++) {
    const chosen = parts.filter((_, nth) => (choice >> nth) % 2 === 1)
    if (meet(total(chosen.map(({ figure }) => figure.interval)), whole.figure.interval)) return false
  }
  return true
}

function absolute(value: Rational): Rational {
  return sign(value) < 0 ? subtract(zero, value) : value
}
