import { type DraftClaim, draftClaims, type FindInDraft, type Passage } from '../context.ts'
import { isExact, meet, total } from '../interval.ts'
import type { Claim, Verdict } from '../ledger.ts'
import { passagesWith } from '../passages-with.ts'
import { type Prose, perProse } from '../prose.ts'
import { approximate } from '../rational.ts'
import { hinted, hints, hintsIn, matches } from './hints.ts'
import { isOpen, namesMainParts, saysOverlap } from './openness.ts'
import { paragraphPoint } from './ordered-points.ts'
import { evidenceIn } from './placed.ts'
import { type Slot, slotted } from './slots.ts'
import { additionLine, printedSum, sumRule } from './sum-claim.ts'
import { pointsAfter } from './tally-paragraphs.ts'
import { isPlain, named, nameFrom, sameUnit } from './wording.ts'

/** How far the items may be from their total, as a share of it, and still be its division. */
const nearly = 0.25

/** An item of a list with the one count that it gives. */
interface ItemPart {
  readonly passage: Passage
  readonly slot: Slot
}

/**
 * Finds totals whose parts follow as items of their own:
 *
 *     图斑共 312个 ：
 *            ^whole
 *     1.宜开垦类 145个 ；
 *                ^part
 */
export const itemSums: FindInDraft = ({ passages }) => {
  const claims: DraftClaim[] = []
  for (const passage of passagesWith(passages, holdsTotal)) {
    const announced = announcedTotal(passage.prose)
    const whole = announced ?? concludingTotal(passage.prose)
    if (!whole) continue
    const items = announced ? pointsAfter(passages, passage.index + 1) : pointsBefore(passages, passage.index)
    const parts = partsOf(items, whole)
    const claim = parts && claimOf(passage, whole, parts)
    if (claim) claims.push(claim)
  }
  return draftClaims(claims)
}

const holdsTotal = (prose: Prose): boolean =>
  prose.figures.length > 0 && (announcedTotal(prose) ?? concludingTotal(prose)) !== null

/** The last figure of a paragraph that ends with a colon, if it is a plain count and what is divided. */
const announcedTotal = perProse(({ shape, figures, text }: Prose): Slot | null => {
  const last = figures[figures.length - 1]
  if (!last || text.length - last.to > 20 || !text.trimEnd().endsWith(':')) return null
  const { slots } = slotted(shape)
  const slot = slots[slots.length - 1]
  if (!slot || slot.index !== figures.length - 1 || !isExact(slot.figure.interval)) return null
  if (!isAddable(slot)) return null
  const behind = text.slice(last.to)
  return isOpen(behind) || namesMainParts(behind) || namesMainParts(slot.label) || saysOverlap(behind)
    ? null
    : slot
})

function isAddable({ figure: { unit } }: Slot): boolean {
  return unit.kind === 'measure' || unit.kind === 'money' || unit.kind === 'physical'
}

/** 三个片区合计覆盖行政村117个: the first figure behind 合计, where a paragraph sums up the items before it. */
const concludingTotal = perProse(({ shape, text }: Prose): Slot | null => {
  if (!matches(beginsConcluding, text, hintsIn(text, 0, Math.min(text.length, longestBeginning)))) return null
  const slot = slotted(shape).slots.find(({ label, labelHints }) => matches(concluding, label, labelHints))
  if (slot?.sentence !== 0 || !isExact(slot.figure.interval) || !isAddable(slot)) return null
  return paragraphPoint(shape) ? null : slot
})

const concluding = hinted(/合计|共计|总计|总共|一共/, hints.total)
const beginsConcluding = hinted(/^[^,。;:]{0,12}(?:合计|共计|总计|总共|一共)/, hints.total)
/** How many characters {@link beginsConcluding} looks at. */
const longestBeginning = 14

/** The items 1, 2, 3 … of one style that end right before the passage; empty if they do not begin with the first. */
function pointsBefore(passages: readonly Passage[], end: number): readonly Passage[] {
  const last = passages[end - 1]
  const style = last && paragraphPoint(last.block.shape)?.style
  if (!style) return []
  for (let from = end - 1; from >= Math.max(0, end - mostItems); from--) {
    const point = paragraphPoint((passages[from] as Passage).block.shape)
    if (point?.style !== style) return []
    if (point.number === 1) return passages.slice(from, end)
  }
  return []
}

/** How many items are looked through for a total behind them. */
const mostItems = 30

/** The count of each item in the unit of the whole; null if an item gives none, or more than one. */
function partsOf(items: readonly Passage[], whole: Slot): readonly ItemPart[] | null {
  if (items.length < 2) return null
  const parts: ItemPart[] = []
  for (const passage of items) {
    const { slots } = slotted(passage.prose.shape)
    const own = slots.filter((slot) => slot.depth === 0 && sameUnit(slot.figure.unit, whole.figure.unit))
    const [slot, ...others] = own
    if (!slot || others.length > 0 || /其中|同比|上年|去年|占/.test(slot.label)) return null
    parts.push({ passage, slot })
  }
  return parts
}

function claimOf(passage: Passage, whole: Slot, parts: readonly ItemPart[]): DraftClaim | null {
  const slots = parts.map(({ slot }) => slot)
  const holds = meet(total(slots.map(({ figure }) => figure.interval)), whole.figure.interval)
  const printed = approximate(printedSum([whole]))
  const miss = Math.abs(approximate(printedSum(slots)) - printed)
  if (!holds && miss > printed * nearly) return null
  const verdict = holds ? 'consistent' : 'inconsistent'
  return { verdict, tell: () => tell(passage, whole, parts, verdict) }
}

function tell(passage: Passage, whole: Slot, parts: readonly ItemPart[], verdict: Verdict): Claim {
  const { block } = passage
  const place = { block, from: whole.figure.from, to: whole.figure.to }
  const text = block.shape.text.slice(place.from, place.to)
  const slots = parts.map(({ slot }) => slot)
  const sum = additionLine(
    parts.map(({ passage: item, slot }) => named(slot, item.prose.shape)),
    printedSum(slots),
    whole,
    slots.every(({ figure }) => isPlain(figure)),
  )
  return {
    kind: 'sum',
    rule: sumRule,
    verdict,
    place,
    operands: [
      { figure: passage.first + whole.index, role: 'total' },
      ...parts.map((part) => ({ figure: part.passage.first + part.slot.index, role: 'part' })),
    ],
    arithmetic: `${sum}，文中总数为“${text}”`,
    variant: null,
    data: { sum, total: text },
    evidence: parts.map(({ passage: item, slot }) =>
      evidenceIn(item.block, {
        from: nameFrom(slot),
        to: slot.figure.to,
        label: named(slot, item.prose.shape),
      }),
    ),
  }
}
