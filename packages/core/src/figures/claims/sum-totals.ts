import type { Slot, SlottedBlock } from './slots.ts'
import type { PartList } from './sum-list.ts'
import { nameOf, sameUnit } from './wording.ts'

/** Units of rates: what is told in brackets behind them explains them. */
const rates = new Set(['percent', 'permille', 'points', 'times'])

/** How many figures before a list its total is looked for. */
const furthestTotal = 60

/** 排查218件，调处213件，…。其中…: all figures of the paragraph before the list that count the same; one of them may be meant. */
export function earlierOfUnit({ slots }: SlottedBlock, first: number): Slot[] {
  const { unit } = (slots[first] as Slot).figure
  return slots
    .slice(Math.max(0, first - furthestTotal), first)
    .filter((slot) => sameUnit(slot.figure.unit, unit))
}

/** Figures that may be the total of the list, the likeliest first. */
export function totalsBefore(block: SlottedBlock, list: PartList, taken: ReadonlySet<number>): number[] {
  const { slots } = block
  const first = list.parts[0] as number
  const start = slots[first] as Slot
  const fits = (at: number): boolean =>
    sameUnit((slots[at] as Slot).figure.unit, start.figure.unit) && !lastYears(slots[at] as Slot)
  if (list.introduction === 'bracket') {
    // 下降7.7%（2021年5651件）, 成功率95.7%（成功45件）: the bracket explains the rate before it.
    if (rates.has((slots[first - 1] as Slot | undefined)?.figure.unit.kind ?? 'none')) return []
    for (let at = first - 1; at >= 0 && at >= first - 3; at--) {
      const slot = slots[at] as Slot
      if (slot.sentence !== start.sentence) break
      if (slot.depth < start.depth && fits(at)) return [at]
    }
    return []
  }
  if (list.introduction === 'within') return totalWithin(block, first, fits)
  const skipsParts =
    list.introduction === 'by-kind' || list.introduction === 'divided' || list.introduction === 'bare'
  const found: number[] = []
  for (let at = first - 1; at >= Math.max(0, first - furthestTotal); at--) {
    const slot = slots[at] as Slot
    if (start.sentence - slot.sentence > 1) break
    if (slot.sentence < start.sentence && found.length > 0) break
    if (slot.depth > start.depth || !fits(at)) continue
    if (skipsParts && taken.has(at)) continue
    found.push(at)
    if (found.length === 3) break
  }
  return found
}

function lastYears(slot: Slot): boolean {
  return slot.figure.time.relative === 'last' || /上年|去年|同期|上一年/.test(slot.label)
}

/** `29个行政机关中，…` takes the figure itself, `乡镇执法人员中，…` an earlier figure of that name. */
function totalWithin(block: SlottedBlock, first: number, fits: (at: number) => boolean): number[] {
  const { slots } = block
  const start = slots[first] as Slot
  const whose = /(^[^,。;:()]{0,20}?|[^,。;:()]{2,20}?)(?:之中|当中|中|里|内)[:,][^,。;:]*$/.exec(start.lead)
  if (!whose) return []
  const before = slots[first - 1]
  if (before && whose.index === 0 && before.sentence === start.sentence && fits(first - 1)) return [first - 1]
  const words = block.text.slice(
    start.leadFrom + whose.index,
    start.leadFrom + whose.index + (whose[1] as string).length,
  )
  for (let at = first - 1; at >= Math.max(0, first - furthestTotal); at--) {
    if (start.sentence - (slots[at] as Slot).sentence > 2) break
    const name = nameOf(slots[at] as Slot)
    if (name.length >= 2 && fits(at) && (words.includes(name) || name.includes(words))) return [at]
  }
  return []
}
