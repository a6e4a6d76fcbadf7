import { type BlockShape, perShape } from '../../text/block.ts'
import { meet } from '../interval.ts'
import type { Unit } from '../ledger.ts'
import { scanShape } from '../scan-shape.ts'
import { closureOf, fittingTotal, nearestTo, possibleLists, shorterLists } from './closure.ts'
import { hints } from './hints.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import { farthestFigure } from './near-figures.ts'
import { exceedingPart } from './part-exceeds-whole.ts'
import type { FindInPassage } from './setting.ts'
import { positionOf, type Slot, type SlottedBlock, slotted } from './slots.ts'
import { adopted } from './sum-across.ts'
import { balances } from './sum-balance.ts'
import { bareIntroduction } from './sum-bare.ts'
import { sumClaim } from './sum-claim.ts'
import { belongElsewhere, isMadeUpBy } from './sum-elsewhere.ts'
import { totalsAtEnd } from './sum-end.ts'
import { collectParts, type Introduction, introductionOf, type PartList } from './sum-list.ts'
import { remainders } from './sum-remainder.ts'
import { earlierOfUnit, totalsBefore } from './sum-totals.ts'
import { unannouncedLists } from './sum-unannounced.ts'
import { sameUnit } from './wording.ts'

/** Finds the breakdowns of a passage, those with the total in the paragraph before included. */
export const sums: FindInPassage = ({ prose, above }) => {
  const { claims, orphan, taken } = sumsOf(prose.shape)
  const claim = orphan && above ? adopted(orphan, prose, above) : null
  if (claim) return [...claims, claim]
  const block = slotted(prose.shape)
  if (block.slots.length < 3) return claims
  const loose = unannouncedLists(block, prose.shape, taken, above && slotted(above.shape))
  return loose.length > 0 ? [...claims, ...loose] : claims
}

const sumsOf = perShape((shape) => findSums(shape, scanShape(shape).figures))

/** A list of parts at the start of a block whose total is not in the block: it may be in the paragraph before. */
export interface OrphanList {
  readonly list: PartList
  readonly block: SlottedBlock
}

/** The sums of one block, and the list that looks for its total in the block before. */
export interface BlockSums {
  readonly claims: readonly LocalClaim[]
  readonly orphan: OrphanList | null
  /** The slots that take part in a breakdown. */
  readonly taken: ReadonlySet<number>
}

/** Whether numbers of the unit can be added up. */
function isAddable({ kind }: Unit): boolean {
  return kind === 'measure' || kind === 'money' || kind === 'physical' || kind === 'none'
}

/** Finds the breakdowns of a block: totals with the parts that make them up. */
export function findSums(shape: BlockShape, figures: readonly LocalFigure[]): BlockSums {
  if (figures.length < 2) return { claims: [], orphan: null, taken: new Set() }
  const block = slotted(shape)
  const claims: LocalClaim[] = []
  const taken = new Set<number>()
  for (const { claim, slots } of balances(block, shape)) {
    claims.push(claim)
    for (const slot of slots) taken.add(slot)
  }
  let orphan: OrphanList | null = null
  for (let at = 0; at < block.slots.length; at++) {
    const slot = block.slots[at] as Slot
    if (taken.has(at) || !isAddable(slot.figure.unit)) continue
    const introduction =
      introductionOf(slot, at > 0 ? block.slots[at - 1] : undefined) ?? bareIntroduction(block, at)
    if (introduction === null) continue
    for (const first of firstsOfUnits(block, at)) {
      const found = breakdown(block, shape, first, introduction, taken)
      if (found === 'orphan') {
        const list = collectParts(block, first, (block.slots[first] as Slot).figure.unit, introduction)
        if (orphan === null && list && list.parts.length >= 2 && slot.sentence === 0) orphan = { list, block }
      } else if (found) {
        claims.push(found.claim)
        for (const part of found.parts) taken.add(part)
      }
    }
  }
  if ((block.hints & hints.rest) !== 0) claims.push(...remainders(block, shape, taken))
  if ((block.hints & hints.total) !== 0) claims.push(...totalsAtEnd(block, shape, taken))
  return { claims, orphan, taken }
}

/** The slot itself, and the next one where the parts go in pairs of units: 97件、21.5万元. */
function firstsOfUnits(block: SlottedBlock, at: number): number[] {
  const first = block.slots[at] as Slot
  const second = block.slots[at + 1]
  const paired =
    second &&
    second.sentence === first.sentence &&
    second.depth === first.depth &&
    isAddable(second.figure.unit) &&
    !sameUnit(first.figure.unit, second.figure.unit) &&
    /^[、,]?(?:涉及|涉案|金额|资金|标的)?[^、,;。]{0,6}$/.test(second.lead)
  return paired ? [at, at + 1] : [at]
}

/** The claim that the list which begins at `first` makes against its total. */
function breakdown(
  block: SlottedBlock,
  shape: BlockShape,
  first: number,
  introduction: Introduction,
  taken: ReadonlySet<number>,
): { claim: LocalClaim; parts: readonly number[] } | 'orphan' | null {
  const unit = (block.slots[first] as Slot).figure.unit
  const list = collectParts(block, first, unit, introduction)
  if (!list || isParallel(block, list)) return null
  const totals = totalsBefore(block, list, taken)
  if (totals.length === 0) return introduction === 'bare' || introduction === 'colon' ? null : 'orphan'
  const exceeding = exceedingPart(block, shape, list, totals)
  if (exceeding && !fittingTotal(possibleLists(list, block.slots), earlierOfUnit(block, first)))
    return { claim: exceeding, parts: list.parts }
  if (list.parts.length < 2) return null
  return judged(block, shape, list, totals, taken)
}

/** 建议96件、提案131件，办复率100%，解决的分别为74件、103件: as many counts stand in a row before; the two lists go side by side. */
function isParallel({ slots }: SlottedBlock, { parts, introduction }: PartList): boolean {
  const first = parts[0] as number
  const start = slots[first] as Slot
  if (introduction !== 'divided' || parts.length < 2 || !/分别/.test(start.lead)) return false
  // 客观题报名918人、参考793人，主观题…，缺考分别为125人和13人: what each is of stands before.
  if (bareSubject.test(start.lead) && isUnnamed(slots[parts[1] as number] as Slot)) return true
  const isNear = (at: number): boolean =>
    at > first - farthestFigure && slots[at]?.sentence === start.sentence
  let last = first - 1
  while (isNear(last) && !sameUnit((slots[last] as Slot).figure.unit, start.figure.unit)) last--
  if (!isNear(last)) return false
  const before = slots.slice(Math.max(0, last + 1 - parts.length), last + 1)
  return (
    before.length === parts.length &&
    before.every(
      (slot, nth) =>
        slot.sentence === start.sentence &&
        sameUnit(slot.figure.unit, start.figure.unit) &&
        (nth === 0 || !/[,;。]/.test(slot.lead)),
    )
  )
}

/** 缺考分别为: a subject of which no kinds are named before 分别. */
const bareSubject = /(?:^|[,;。])[^,;。、和与及]{1,8}分别(?:为|是|有)$/

function isUnnamed({ lead }: Slot): boolean {
  return /^[、,和与及]+$/.test(lead)
}

/** The claim about the list and the total that fits best; null if the list is open. */
function judged(
  block: SlottedBlock,
  shape: BlockShape,
  list: PartList,
  totals: readonly number[],
  taken: ReadonlySet<number>,
): { claim: LocalClaim; parts: readonly number[] } | null {
  const { slots, masked } = block
  const candidates = possibleLists(list, slots)
  const wholes = totals.map((at) => slots[at] as Slot)
  const fit = fittingTotal(candidates, wholes) ?? fittingTotal(shorterLists(list, slots), wholes)
  if (fit)
    return {
      claim: sumClaim({ shape, whole: fit.whole, parts: fit.parts, verdict: 'consistent', variant: null }),
      parts: list.parts,
    }
  if (list.mixed) return null
  const first = list.parts[0] as number
  const others = earlierOfUnit(block, first)
  if (fittingTotal(candidates, others)) return null
  const whole = wholes[0] as Slot
  const parts = nearestTo(whole, candidates)
  const more = others.filter(
    (slot) => !taken.has(positionOf(block, slot)) && !meet(slot.figure.interval, whole.figure.interval),
  )
  if (candidates.some((some) => belongElsewhere(block, whole, some, more))) return null
  if (isAccount(block, whole, parts)) return null
  const leadIn = masked.slice(whole.figure.to, (parts[0] as Slot).figure.from)
  const closure = closureOf({ block, list, whole, parts, leadIn })
  if (closure === 'open') return null
  const verdict = closure === 'inconsistent' ? 'inconsistent' : 'question'
  const variant = closure === 'inconsistent' ? null : closure
  return { claim: sumClaim({ shape, whole, parts, verdict, variant }), parts: list.parts }
}

/** Whether the sentence tells of what was carried over, and is right as an account of all its numbers. */
function isAccount(block: SlottedBlock, whole: Slot, parts: readonly Slot[]): boolean {
  if ((block.hints & hints.carried) === 0) return false
  const last = parts[parts.length - 1] as Slot
  const told = block.masked.slice(
    Math.max(0, whole.figure.from - farthestWord),
    last.figure.to + farthestWord,
  )
  return carriesOver.test(told) && isMadeUpBy(othersOf(block, whole, parts), [whole], parts)
}

/** How many characters before a total, and behind its parts, the words may stand that make an account of them. */
const farthestWord = 60
const carriesOver = /结转|结存|年初|年末|在册/

/** The other figures of the unit in the sentences of the total and its parts. */
function othersOf(block: SlottedBlock, whole: Slot, parts: readonly Slot[]): readonly Slot[] {
  const last = parts[parts.length - 1] as Slot
  const [first, end] = [positionOf(block, whole), positionOf(block, last)]
  return block.slots
    .slice(Math.max(0, first - farthestFigure), end + farthestFigure)
    .filter(
      (slot) =>
        slot !== whole &&
        !parts.includes(slot) &&
        slot.sentence >= whole.sentence &&
        slot.sentence <= last.sentence &&
        sameUnit(slot.figure.unit, whole.figure.unit),
    )
}
