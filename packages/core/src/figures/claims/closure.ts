import { descriptionOf } from '../describe.ts'
import { meet, total } from '../interval.ts'
import { add, approximate, zero } from '../rational.ts'
import {
  areOpposites,
  dividesByTraits,
  isOpen,
  mayCombine,
  namesMainParts,
  ranksParts,
  saysOverlap,
} from './openness.ts'
import { slipOf } from './slip.ts'
import { positionOf, type Slot, type SlottedBlock } from './slots.ts'
import type { Introduction, PartList } from './sum-list.ts'
import { nameOf, printedValue, sameUnit } from './wording.ts'

/**
 * What it means that parts do not make their total: they must (`inconsistent`), they may overlap (`overlap`), something may
 * have been left out (`short`), or they are no more than examples (`open`).
 */
export type Closure = 'inconsistent' | 'overlap' | 'short' | 'open'

/** A list of parts beside a total that they do not make. */
export interface Mismatch {
  /** The block of the parts. */
  readonly block: SlottedBlock
  readonly list: PartList
  readonly whole: Slot
  readonly parts: readonly Slot[]
  /** What stands between the total and the number of the first part. */
  readonly leadIn: string
}

/** How far parts may stay below their total, as a share of it, before the list counts as a choice of examples. */
const nearMisses = {
  closed: 0.6,
  strict: 0.5,
  doubtful: 0.75,
  manyParts: 0.1,
  twoParts: 0.05,
  bare: 0.15,
} as const
/** How far they may go beyond it before they count as parts that overlap. */
const nearExcess = { overlapping: 2, strict: 1, loose: 0.2, open: 0.1, bare: 0.3 } as const

const strictIntroductions: ReadonlySet<Introduction> = new Set(['bracket', 'divided', 'by-kind'])

/** Whether parts that do not make their total are wrong, doubtful, or no more than examples. */
export function closureOf(mismatch: Mismatch): Closure {
  const { block, list, whole, parts, leadIn } = mismatch
  const told = listText(block, parts)
  const names = parts.map((slot) => nameOf(slot))
  if (
    saysOverlap(restOfSentence(block, parts)) ||
    saysOverlap(told) ||
    saysOverlap(leadIn) ||
    dividesByTraits(names)
  )
    return 'open'
  const printed = approximate(printedValue(whole.figure))
  const difference = approximateSum(parts) - printed
  if (isToldBehind(Math.abs(difference), mismatch)) return 'open'
  const miss = difference / printed
  const closed = list.closed || areOpposites(names)
  const open =
    !closed &&
    (ranksParts(`${told}${list.rest}`) ||
      isOpen(leadIn) ||
      isOpen(told) ||
      isOpen(list.rest.slice(0, 12)) ||
      namesMainParts(leadIn))
  return miss > 0
    ? closureBeyond(mismatch, miss, closed, open, names)
    : closureShort(mismatch, -miss, closed, open)
}

function closureBeyond(
  { block, list, parts }: Mismatch,
  excess: number,
  closed: boolean,
  open: boolean,
  names: readonly string[],
): Closure {
  if (mayCombine(names.map((name, nth) => name || (parts[nth] as Slot).tail))) return 'overlap'
  // 立案42件，其中要案5件，结案38件: behind a comma a verb may begin something else, and anything behind a semicolon.
  const [first, second] = parts as [Slot, Slot]
  if (
    !closed &&
    list.introduction === 'of-which' &&
    parts.length === 2 &&
    (second.lead.includes(';') ||
      (second.lead.includes(',') && hasVerb(block, second) && !hasVerb(block, first)))
  )
    return 'open'
  if (list.introduction === 'bare')
    return excess <= nearExcess.bare && parts.length >= 3 ? 'inconsistent' : 'open'
  if (open) return excess <= nearExcess.open ? 'overlap' : 'open'
  const strict = strictIntroductions.has(list.introduction)
  if (closed) return 'inconsistent'
  const allowed = strict ? nearExcess.strict : nearExcess.loose
  if (excess <= allowed) return 'inconsistent'
  // Behind a comma a new statement may begin that is no part at all.
  if (!strict && (parts[parts.length - 1] as Slot).lead.includes(',')) return 'open'
  return excess <= (strict ? nearExcess.overlapping : nearExcess.strict) ? 'overlap' : 'open'
}

/** 常委会5个、政府常务会10个，1个在两处都研究: what parts and total differ by is told right behind the parts. */
function isToldBehind(difference: number, { block, whole, parts }: Mismatch): boolean {
  const last = parts[parts.length - 1] as Slot
  const next = block.slots[positionOf(block, last) + 1]
  return (
    next !== undefined &&
    next.sentence === last.sentence &&
    sameUnit(next.figure.unit, whole.figure.unit) &&
    approximate(printedValue(next.figure)) === difference
  )
}

function hasVerb({ text }: SlottedBlock, { figure }: Slot): boolean {
  return descriptionOf(text, figure).verb !== ''
}

function closureShort(
  { list, whole, parts }: Mismatch,
  missing: number,
  closed: boolean,
  open: boolean,
): Closure {
  // 资金3.51亿元，其中1.35亿元、0.86亿元、0.94亿元: the total is what they make, with two digits changed about.
  if (!open && parts.length >= 3 && isSwapped(whole, parts)) return 'inconsistent'
  if (closed) return missing <= nearMisses.closed ? 'inconsistent' : 'open'
  if (open) return 'open'
  if (strictIntroductions.has(list.introduction)) {
    if (missing <= nearMisses.strict) return 'inconsistent'
    return missing <= nearMisses.doubtful ? 'short' : 'open'
  }
  if (list.introduction === 'bare') return parts.length >= 3 && missing <= nearMisses.bare ? 'short' : 'open'
  // Two parts with a comma between them may be two things worth telling: 其中回访218件，表示满意209件.
  if (parts.length === 2 && (parts[1] as Slot).lead.includes(',')) return 'open'
  return missing <= (parts.length >= 3 ? nearMisses.manyParts : nearMisses.twoParts) ? 'short' : 'open'
}

function isSwapped({ figure }: Slot, parts: readonly Slot[]): boolean {
  const sum = parts.reduce((all, slot) => add(all, printedValue(slot.figure)), zero)
  return figure.text.replace(/[^0-9０-９]/g, '').length >= 3 && slipOf(figure.interval, sum) === 'swapped'
}

/** The lists as which the parts may be taken: a list that says 其他 ends there, others may end at each cut. */
export function possibleLists(list: PartList, slots: readonly Slot[]): readonly (readonly Slot[])[] {
  const cuts = list.closed ? list.cuts.slice(0, 1) : list.cuts
  return cuts.map((cut) => list.parts.slice(0, cut).map((part) => slots[part] as Slot))
}

/**
 * 诉求1982件，其中投诉1653件、举报329件，办结1961件，其余21件: of a list that ends with 其余 the first parts up to a cut, and the last
 * ones behind it. Two divisions of one total may stand in a row.
 */
export function shorterLists(list: PartList, slots: readonly Slot[]): readonly (readonly Slot[])[] {
  if (!list.closed) return []
  const parts = list.parts.map((part) => slots[part] as Slot)
  return list.cuts
    .slice(1)
    .flatMap((cut) => [parts.slice(0, cut), parts.slice(cut)])
    .filter((some) => some.length >= 2)
}

/** The first total that some of the lists make, and that list. */
export function fittingTotal(
  lists: readonly (readonly Slot[])[],
  wholes: readonly Slot[],
): { readonly whole: Slot; readonly parts: readonly Slot[] } | null {
  const sums = lists.map((parts) => total(parts.map((slot) => slot.figure.interval)))
  for (const whole of wholes) {
    const nth = sums.findIndex((sum) => meet(sum, whole.figure.interval))
    if (nth !== -1) return { whole, parts: lists[nth] as readonly Slot[] }
  }
  return null
}

/** Of the lists the one whose sum is nearest to the total. */
export function nearestTo(whole: Slot, lists: readonly (readonly Slot[])[]): readonly Slot[] {
  const wanted = approximate(printedValue(whole.figure))
  let best = lists[0] as readonly Slot[]
  for (const list of lists) {
    if (Math.abs(approximateSum(list) - wanted) < Math.abs(approximateSum(best) - wanted)) best = list
  }
  return best
}

/** The text of a list, from the first number to the last. */
export function listText({ masked }: SlottedBlock, parts: readonly Slot[]): string {
  return masked.slice((parts[0] as Slot).figure.to, (parts[parts.length - 1] as Slot).figure.to)
}

/** What the sentence says behind the parts, brackets included: 66条（同一条可归入多个主题，有重复）. */
function restOfSentence({ text }: SlottedBlock, parts: readonly Slot[]): string {
  const { to } = (parts[parts.length - 1] as Slot).figure
  const rest = text.slice(to, to + longestRest)
  const stop = rest.search(/[。!?]/)
  // A wrapped line may end within a word.
  return (stop === -1 ? rest : rest.slice(0, stop)).replace(/\s/g, '')
}

const longestRest = 60

function approximateSum(parts: readonly Slot[]): number {
  return parts.reduce((sum, slot) => sum + approximate(printedValue(slot.figure)), 0)
}
