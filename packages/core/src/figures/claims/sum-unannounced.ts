import type { BlockShape } from '../../text/block.ts'
import { descriptionOf } from '../describe.ts'
import { isExact, meet, total } from '../interval.ts'
import { approximate } from '../rational.ts'
import { listText } from './closure.ts'
import type { LocalClaim } from './local-claim.ts'
import { isOpen, isRemainder, saysOverlap } from './openness.ts'
import { slipOf } from './slip.ts'
import type { Slot, SlottedBlock } from './slots.ts'
import { areKinds } from './sum-bare.ts'
import { printedSum, sumClaim } from './sum-claim.ts'
import { collectParts } from './sum-list.ts'
import { nameOf, printedValue, sameUnit } from './wording.ts'

/** How near a list must come to the number before it to be meant to make it when no word says so, as a share of it. */
const veryNear = 0.02
/** How many figures before the list its total may stand. */
const furthest = 8
/** The same, where all parts are named as kinds of one thing, 教育方面13条，医疗方面15条, or the last one is 其他. */
const near = { ofKinds: 0.15, terse: 0.06, least: 20 } as const
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
    if (slots[at + 2]?.sentence !== slot.sentence) continue
    if (at > 0 && (slots[at - 1] as Slot).sentence === slot.sentence) continue
    const flow = wholeThenParts(block, at, taken)
    if (flow) {
      const [whole, ...parts] = flow
      claims.push(sumClaim({ shape, whole, parts, verdict: 'question', variant: variantOf(whole, parts) }))
      continue
    }
    if (taken.has(at) || slot.figure.unit.kind !== 'measure') continue
    const own = slot.sentence > 0
    const alike = own
      ? alikeBefore(slots, at, slot, slot.sentence - 1)
      : above && alikeBefore(above.slots, above.slots.length, slot, null)
    const parts = alike && mayBeWhole(alike[0] as Slot, slot) ? partsFrom(block, at, taken) : null
    const whole = alike && parts && wholeOf(alike, parts, isTerse(block, parts))
    if (parts && whole && !isMadeBefore(slots, at, parts))
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

/**
 * 收治野生动物87只，放归61只，死亡9只，继续收容14只: a sentence that tells nothing but how many there were and what became of them, if
 * three numbers or more nearly make the first.
 */
function wholeThenParts(
  { slots, masked }: SlottedBlock,
  at: number,
  taken: ReadonlySet<number>,
): readonly [Slot, ...Slot[]] | null {
  const whole = slots[at] as Slot
  if (slots[at + 3]?.sentence !== whole.sentence || whole.depth > 0 || !isCounted(whole)) return null
  let end = at
  for (; slots[end]?.sentence === whole.sentence; end++) {
    const slot = slots[end] as Slot
    if (taken.has(end) || slot.depth > 0 || !sameUnit(slot.figure.unit, whole.figure.unit)) return null
    if (end > at && !isCounted(slot)) return null
  }
  const parts = slots.slice(at + 1, end)
  const printed = approximate(printedValue(whole.figure))
  const miss = Math.abs(approximate(printedSum(parts)) - printed)
  if (printed < near.least || miss === 0 || miss > Math.max(flowLeast, printed * flowNear)) return null
  if (parts.some(({ lead }) => notOfIt.test(lead))) return null
  const words = masked.slice(whole.figure.to, (parts[parts.length - 1] as Slot).figure.to + 12)
  return isOpen(words) || saysOverlap(words) ? null : [whole, ...parts]
}

function isCounted({ figure }: Slot): boolean {
  return figure.unit.kind === 'measure' && figure.role === 'result' && isExact(figure.interval)
}

const notOfIt = /其中|含|结转|遗留|旧存|共|合计|总|累计|包括|新增|上年|去年|同比|增|较|比|每|均|最|目标|计划/
const flowNear = 0.04
/** So many may be lost or doubled among few. */
const flowLeast = 2

/** Whether the number may be what the list makes that begins with the part: it is not too small, and more than the part. */
function mayBeWhole({ figure }: Slot, part: Slot): boolean {
  if (!isExact(figure.interval)) return false
  const printed = approximate(printedValue(figure))
  return printed >= Math.min(near.least, leastTotal) && approximate(printedValue(part.figure)) < printed
}

/** Of the figures before the position `end` those that count what the part counts, the last first; null if there are none. */
function alikeBefore(
  slots: readonly Slot[],
  end: number,
  part: Slot,
  sentence: number | null,
): readonly Slot[] | null {
  let alike: Slot[] | null = null
  for (let at = end - 1; at >= Math.max(0, end - furthest); at--) {
    const slot = slots[at] as Slot
    if (sentence !== null && slot.sentence !== sentence) continue
    if (slot.depth > 0 || !sameUnit(slot.figure.unit, part.figure.unit)) continue
    alike ??= []
    alike.push(slot)
  }
  return alike
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

/** 火灾412起，抢险救援538起，社会救助334起。: a sentence of nothing but short names with their numbers. */
function isTerse({ text }: SlottedBlock, parts: readonly Slot[]): boolean {
  const end = (parts[parts.length - 1] as Slot).figure.to
  return (
    (end === text.length || '。;\n'.includes(text[end] as string)) &&
    parts.every(
      ({ label, figure }) =>
        label.length > 0 && label.length <= longestTerse && descriptionOf(text, figure).verb === '',
    )
  )
}

const longestTerse = 6

const ofWhole = /共|合计|总|累计|其中|包括/

/** How many figures before the list another total of it may stand. */
const furthestOther = 40

/** 全年受理428件，…，调解成功421件。从类型看，…: whether a number farther before is what the parts make. */
function isMadeBefore(slots: readonly Slot[], at: number, parts: readonly Slot[]): boolean {
  const sum = total(parts.map(({ figure }) => figure.interval))
  const unit = (parts[0] as Slot).figure.unit
  return slots
    .slice(Math.max(0, at - furthestOther), at)
    .some(({ figure }) => sameUnit(figure.unit, unit) && meet(figure.interval, sum))
}

/** The first of the counts of their unit, if the parts nearly make it, and no other is what they make. */
function wholeOf(alike: readonly Slot[], parts: readonly Slot[], terse: boolean): Slot | null {
  const whole = alike[0]
  const sum = total(parts.map(({ figure }) => figure.interval))
  if (!whole || !isExact(whole.figure.interval) || alike.some(({ figure }) => meet(figure.interval, sum)))
    return null
  const printed = approximate(printedValue(whole.figure))
  const kinds = areKinds(parts) || isRemainder(nameOf(parts[parts.length - 1] as Slot))
  const miss = Math.abs(approximate(printedSum(parts)) - printed)
  if (
    printed < (kinds ? near.least : leastTotal) ||
    parts.some(({ figure }) => approximate(printedValue(figure)) >= printed)
  )
    return null
  if (miss <= printed * (kinds ? near.ofKinds : terse ? near.terse : veryNear)) return whole
  const slip = slipOf(whole.figure.interval, printedSum(parts))
  return slip !== null && (slip === 'swapped' || printed >= 100) ? whole : null
}
