import type { BlockShape } from '../../text/block.ts'
import { isExact, meet, total } from '../interval.ts'
import { approximate } from '../rational.ts'
import { listText } from './closure.ts'
import type { LocalClaim } from './local-claim.ts'
import { isOpen, saysOverlap } from './openness.ts'
import { slipOf } from './slip.ts'
import type { Slot, SlottedBlock } from './slots.ts'
import { printedSum, sumClaim } from './sum-claim.ts'
import { collectParts } from './sum-list.ts'
import { nameOf, printedValue, sameUnit } from './wording.ts'

/** How near a list must come to the number before it to be meant to make it when no word says so, as a share of it. */
const veryNear = 0.02
/** How many figures before the list its total may stand. */
const furthest = 8
/** The same, where all parts are named as kinds of one thing: 教育方面13条，医疗方面15条. */
const near = { ofKinds: 0.15, least: 20 } as const
/** Below this, numbers come near one another by chance. */
const leastTotal = 40

/**
 * Finds lists of three parts or more that no word joins to their total, but that nearly make it:
 *
 *     存在隐患的房屋 2317栋 。 工程整治 1486栋 ， 拆除 528栋 ， 停止使用 323栋 。
 *                    ^whole             ^parts, 2337 taken together
 *
 * `above` is the passage before, for the first sentence.
 */
export function unannouncedLists(
  block: SlottedBlock,
  shape: BlockShape,
  taken: ReadonlySet<number>,
  above: SlottedBlock | null,
): readonly LocalClaim[] {
  const claims: LocalClaim[] = []
  const { slots } = block
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as Slot
    const before = slots[at - 1]
    if (before?.sentence === slot.sentence || slots[at + 2]?.sentence !== slot.sentence) continue
    if (taken.has(at) || slot.figure.unit.kind !== 'measure') continue
    const own = slot.sentence > 0
    const candidates = own ? candidatesBefore(slots, at) : (above?.slots.slice(-furthest) ?? [])
    const alike = candidates.filter(
      ({ figure, depth }) => depth === 0 && sameUnit(figure.unit, slot.figure.unit),
    )
    const parts = alike.length === 0 ? null : partsFrom(block, at, taken)
    const whole = parts && wholeOf(alike, parts)
    if (parts && whole)
      claims.push(
        sumClaim({
          shape,
          whole,
          parts,
          verdict: 'question',
          variant: variantOf(whole, parts),
          ...(own || !above ? {} : { wholeShape: above.shape }),
        }),
      )
  }
  return claims
}

/** The figures of the sentence before the one that begins at `at`. */
function candidatesBefore(slots: readonly Slot[], at: number): readonly Slot[] {
  const { sentence } = slots[at] as Slot
  return slots.slice(Math.max(0, at - furthest), at).filter((other) => other.sentence === sentence - 1)
}

function variantOf(whole: Slot, parts: readonly Slot[]): 'overlap' | 'short' {
  return approximate(printedSum(parts)) > approximate(printedValue(whole.figure)) ? 'overlap' : 'short'
}

/** All counts of the sentence that begins at `at`, if they are three or more of one unit and nothing says that there are others. */
function partsFrom(block: SlottedBlock, at: number, taken: ReadonlySet<number>): readonly Slot[] | null {
  const { slots } = block
  const first = slots[at] as Slot
  if (!isExact(first.figure.interval) || ofWhole.test(first.label)) return null
  const list = collectParts(block, at, first.figure.unit, 'bare')
  if (!list || list.parts.length < 3 || list.parts.some((part) => taken.has(part))) return null
  const parts = list.parts.map((part) => slots[part] as Slot)
  const words = first.lead + listText(block, parts)
  if (/[中里内],|分别/.test(words) || isOpen(words) || isOpen(list.rest) || saysOverlap(words)) return null
  return parts.every(({ figure, label }) => isExact(figure.interval) && !ofWhole.test(label)) ? parts : null
}

const ofWhole = /共|合计|总|累计|其中|包括/

/** The last of the counts of their unit, if the parts nearly make it, and no other is what they make. */
function wholeOf(alike: readonly Slot[], parts: readonly Slot[]): Slot | null {
  const whole = alike[alike.length - 1]
  const sum = total(parts.map(({ figure }) => figure.interval))
  if (!whole || !isExact(whole.figure.interval) || alike.some(({ figure }) => meet(figure.interval, sum)))
    return null
  const printed = approximate(printedValue(whole.figure))
  const kinds = areKinds(parts)
  const miss = Math.abs(approximate(printedSum(parts)) - printed)
  if (
    printed < (kinds ? near.least : leastTotal) ||
    parts.some(({ figure }) => approximate(printedValue(figure)) >= printed)
  )
    return null
  if (miss <= printed * (kinds ? near.ofKinds : veryNear)) return whole
  const slip = slipOf(whole.figure.interval, printedSum(parts))
  return slip !== null && (slip === 'swapped' || printed >= 100) ? whole : null
}

/** 教育方面13条，医疗方面15条，交通方面17条: whether the parts are called kinds of one thing, all in the same word. */
function areKinds(parts: readonly Slot[]): boolean {
  const word = kind.exec(nameOf(parts[0] as Slot))?.[0]
  return word !== undefined && parts.every((slot) => nameOf(slot).endsWith(word))
}

const kind = /(?:方面|领域|环节|类|类别|类型|层面|渠道|途径|系统|行业|形式)$/
