import { type BlockShape, perShape } from '../../text/block.ts'
import type { FindClaims } from '../context.ts'
import type { Claim } from '../ledger.ts'
import { approximate } from '../rational.ts'
import { scanShape } from '../scan-shape.ts'
import { closureOf, fittingTotal, listText, nearestTo, possibleLists } from './closure.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import { areOpposites } from './openness.ts'
import { exceedingPart } from './part-exceeds-whole.ts'
import { placed } from './placed.ts'
import { type Slot, type SlottedBlock, slotted } from './slots.ts'
import { adopted } from './sum-across.ts'
import { balances } from './sum-balance.ts'
import { sumClaim } from './sum-claim.ts'
import { totalsAtEnd } from './sum-end.ts'
import { collectParts, type Introduction, introductionOf, type PartList } from './sum-list.ts'
import { remainders } from './sum-remainder.ts'
import { nameOf, printedValue, sameUnit } from './wording.ts'

/** Finds the breakdowns of a draft, those with the total in the paragraph before included. */
export const sums: FindClaims = ({ passages }) => {
  const claims: Claim[] = []
  for (const passage of passages) {
    const { claims: local, orphan } = sumsOf(passage.block.shape)
    for (const claim of local) claims.push(placed(claim, passage))
    const before = passages[passage.index - 1]
    if (orphan && before) claims.push(...adopted(orphan, passage, before))
  }
  return claims
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
}

/** Kinds of units that can be added up. */
const addable = new Set(['measure', 'money', 'physical', 'none'])

/** How far two opposed parts may be from the number before them, as a share of it, to be meant to make it. */
const nearlyAll = 0.2

/** Units of rates: what is told in brackets behind them explains them. */
const rates = new Set(['percent', 'permille', 'points', 'times'])

/** How many figures before a list its total is looked for. */
const furthestTotal = 60

/** Finds the breakdowns of a block: totals with the parts that make them up. */
export function findSums(shape: BlockShape, figures: readonly LocalFigure[]): BlockSums {
  if (figures.length < 2) return { claims: [], orphan: null }
  const block = slotted(shape, figures)
  const claims: LocalClaim[] = []
  const taken = new Set<number>()
  const balanced = balances(block, shape)
  for (const { claim, slots } of balanced) {
    claims.push(claim)
    for (const slot of slots) taken.add(slot)
  }
  let orphan: OrphanList | null = null
  for (let at = 0; at < block.slots.length; at++) {
    const slot = block.slots[at] as Slot
    if (taken.has(at) || !addable.has(slot.figure.unit.kind)) continue
    const introduction = introductionOf(slot, block.slots[at - 1]) ?? bareIntroduction(block, at)
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
  claims.push(...remainders(block, shape, taken), ...totalsAtEnd(block, shape, taken))
  return { claims, orphan }
}

/** The slot itself, and the next one where the parts go in pairs of units: 97件、21.5万元. */
function firstsOfUnits(block: SlottedBlock, at: number): number[] {
  const first = block.slots[at] as Slot
  const second = block.slots[at + 1]
  const paired =
    second &&
    second.sentence === first.sentence &&
    second.depth === first.depth &&
    addable.has(second.figure.unit.kind) &&
    !sameUnit(first.figure.unit, second.figure.unit) &&
    /^[、,]?(?:涉及|涉案|金额|资金|标的)?[^、,;。]{0,6}$/.test(second.lead)
  return paired ? [at, at + 1] : [at]
}

/**
 * A sentence that is nothing but parts, right behind the sentence with their total: 清理文件226件。经清理，继续有效171件，… A word
 * that looks back must begin it.
 */
function bareIntroduction(block: SlottedBlock, at: number): Introduction | null {
  const slot = block.slots[at] as Slot
  const before = block.slots[at - 1]
  if (!before || slot.depth > 0) return null
  if (
    isComplement(slot, block.slots[at + 1]) &&
    before.sentence >= slot.sentence - 1 &&
    sameUnit(before.figure.unit, slot.figure.unit)
  )
    return 'divided'
  if (isOpposed(slot, block.slots[at + 1], before)) return 'divided'
  if (before.sentence === slot.sentence && isListed(block, at)) return 'bare'
  if (isScaleOfGrades(block, at)) return 'divided'
  if (before.sentence !== slot.sentence - 1) return null
  if (!sameUnit(before.figure.unit, slot.figure.unit)) return null
  return looksBack.test(slot.lead) ? 'bare' : null
}

/** 采纳208条，未采纳97条: what was done and what was not make the whole. */
function isComplement(slot: Slot, next: Slot | undefined): boolean {
  if (!next || next.sentence !== slot.sentence || next.depth !== slot.depth) return false
  if (!sameUnit(slot.figure.unit, next.figure.unit) || !/^[^,、;]*[,、;]/.test(next.lead)) return false
  if (!/[,;。]/.test(slot.lead)) return false
  const undone = /^(?:尚|仍|还|暂)?(?:未|不予|不)([^有及时]{2,4})/.exec(nameOf(next))
  return (
    undone !== null && slot.label.includes((undone[1] as string).slice(0, 2)) && !/未|不/.test(slot.label)
  )
}

/** 共1106人，男性803人、女性303人: two sides of one division right behind a number that they make or nearly make. */
function isOpposed(slot: Slot, next: Slot | undefined, before: Slot): boolean {
  if (!next || next.sentence !== slot.sentence || before.sentence !== slot.sentence) return false
  if (![before, next].every((other) => sameUnit(other.figure.unit, slot.figure.unit))) return false
  if (!/^[^,;。]{0,8},[^,;。]*$/.test(slot.lead) || !/^[、,和]/.test(next.lead)) return false
  if (!areOpposites([nameOf(slot), nameOf(next)])) return false
  const [whole, ...parts] = [before, slot, next].map(({ figure }) => approximate(printedValue(figure)))
  const sum = parts.reduce((total, part) => total + part, 0)
  return Math.abs(sum - (whole as number)) <= (whole as number) * nearlyAll
}

/** 共有工作人员412人，公务员263人、事业编制97人、辅助人员52人: three or more with 、 between them, up to the end of the clause. */
function isListed({ slots }: SlottedBlock, at: number): boolean {
  const slot = slots[at] as Slot
  const before = slots[at - 1] as Slot
  if (!/^[^,。;、]{0,10},[^,。;、]{1,12}$/.test(slot.lead)) return false
  let parts = 1
  for (; parts < longestBareList; parts++) {
    const next = slots[at + parts]
    if (!next || next.sentence !== slot.sentence || !/^[^,。;、]{0,4}[、和]/.test(next.lead)) break
    if (!sameUnit(next.figure.unit, slot.figure.unit)) return false
  }
  if (parts < 3) return false
  if (announces.test(before.label)) return true
  const list = slots.slice(at, at + parts)
  const sum = list.reduce((total, part) => total + approximate(printedValue(part.figure)), 0)
  const whole = approximate(printedValue(before.figure))
  return Math.abs(sum - whole) <= whole * veryNear
}

/** How far a list may be from a number that does not say that it is all there is. */
const veryNear = 0.05

/** Says that the number behind it is all there is. */
const announces = /共有|现有|总数|共计|合计|(?<!公)共|总量/
const longestBareList = 20

/** 评查案卷200卷，优秀156卷、良好31卷、合格9卷、不合格4卷: from the best grade to the worst, nothing is left out. */
function isScaleOfGrades({ slots }: SlottedBlock, at: number): boolean {
  const slot = slots[at] as Slot
  const before = slots[at - 1] as Slot
  if (!/优秀$|^[,、]?优$/.test(slot.label) || before.sentence !== slot.sentence) return false
  if (!sameUnit(before.figure.unit, slot.figure.unit)) return false
  for (let next = at + 1; next < Math.min(slots.length, at + 5); next++) {
    const grade = slots[next] as Slot
    if (grade.sentence !== slot.sentence || !sameUnit(grade.figure.unit, slot.figure.unit)) return false
    if (/(?:不合格|不达标|较差|差)$/.test(grade.label)) return true
  }
  return false
}

const looksBack =
  /[。!?\n](?:经[^,。;]{1,12}[,:]|最终|结果|目前|截至[^,。;]{1,12},|上述|这些|该批|具体|分别|全年|本年)?[^,。;]{0,4}(?:继续有效|保留|修改|废止|宣布失效|失效|维持|撤销|驳回|终止|采纳|同意|通过|合格|优秀|达标|办结|审结|已|成功)|[。!?\n](?:经[^,。;]{1,12}[,:]|其中|上述|这些|该批|具体(?:为|是|看|来看))/

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
  const lists = possibleLists(list, block.slots)
  const isOfOther = fittingTotal(lists, earlierOfUnit(block, first)) !== null
  const exceeding = isOfOther ? null : exceedingPart(block, shape, list, totals)
  if (exceeding) return { claim: exceeding, parts: list.parts }
  if (list.parts.length < 2) return null
  return judged(block, shape, list, totals)
}

/** 参加40人、60人，合格的分别为39人、57人: as many counts stand in the clause before; the two lists go side by side. */
function isParallel({ slots }: SlottedBlock, { parts, introduction }: PartList): boolean {
  const first = parts[0] as number
  const start = slots[first] as Slot
  if (introduction !== 'divided' || parts.length < 2 || !/分别/.test(start.lead)) return false
  const before = slots.slice(Math.max(0, first - parts.length), first)
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

/** The claim about the list and the total that fits best; null if the list is open. */
function judged(
  block: SlottedBlock,
  shape: BlockShape,
  list: PartList,
  totals: readonly number[],
): { claim: LocalClaim; parts: readonly number[] } | null {
  const { slots, masked } = block
  const candidates = possibleLists(list, slots)
  const wholes = totals.map((at) => slots[at] as Slot)
  const fit = fittingTotal(candidates, wholes)
  if (fit)
    return { claim: sumClaim({ shape, ...fit, verdict: 'consistent', variant: null }), parts: list.parts }
  const first = list.parts[0] as number
  const others = earlierOfUnit(block, first)
  if (fittingTotal(candidates, others)) return null
  const whole = wholes[0] as Slot
  const parts = nearestTo(whole, candidates)
  const leadIn = masked.slice(whole.figure.to, (parts[0] as Slot).figure.from)
  const closure = closureOf({ list, whole, parts, leadIn, listText: listText(block, parts) })
  if (closure === 'open') return null
  const verdict = closure === 'inconsistent' ? 'inconsistent' : 'question'
  const variant = closure === 'inconsistent' ? null : closure
  return { claim: sumClaim({ shape, whole, parts, verdict, variant }), parts: list.parts }
}

/** 排查218件，调处213件，…。其中…: all figures of the paragraph before the list that count the same; one of them may be meant. */
function earlierOfUnit({ slots }: SlottedBlock, first: number): Slot[] {
  const { unit } = (slots[first] as Slot).figure
  return slots
    .slice(Math.max(0, first - furthestTotal), first)
    .filter((slot) => sameUnit(slot.figure.unit, unit))
}

/** Figures that may be the total of the list, the likeliest first. */
function totalsBefore(block: SlottedBlock, list: PartList, taken: ReadonlySet<number>): number[] {
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
