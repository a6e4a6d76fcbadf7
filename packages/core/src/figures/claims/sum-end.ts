import type { BlockShape } from '../../text/block.ts'
import { meet, total } from '../interval.ts'
import { approximate } from '../rational.ts'
import { hinted, hints, matches } from './hints.ts'
import type { LocalClaim, ToldClaim } from './local-claim.ts'
import { areOpposites, isOpen, saysOverlap } from './openness.ts'
import type { Slot, SlottedBlock } from './slots.ts'
import { additionLine, printedSum, sumClaim, sumRule } from './sum-claim.ts'
import { areDividedAmongThem } from './sum-elsewhere.ts'
import { isPlain, named, nameFrom, printedValue, sameUnit } from './wording.ts'

/** Words that call the figure behind them the total of those before: 合计114场. */
const strong = hinted(
  /(?:合计|共计|总计|总共|合共|加起来|累加|三项合计|两项合计|以上合计)(?:为|达到|达|有|是|约)?$/,
  hints.total,
)
/** Words that may: 共114场, 共开展114场. Only when the parts make it, or nearly do. */
const weak = hinted(
  /(?:^|[^公总])共(?:有|为|达)?$|^共[^,、;。]{1,14}$|^累计(?!结余|结存|余额|节余)[^,、;。]{0,6}$|^全年共[^,、;。]{1,8}$|总[量数额](?:为|达到?|是)?$|(?:合计|共计|总计|总共)[^,、;。]{1,8}$|^总(?!体|量[控指])[^,、;。]{1,6}$/,
  hints.total,
)

/** How far the parts may be from a total behind them, as a share of it, and still be meant to make it. */
const nearMisses = { sure: 0.8, list: 0.12, weak: 0.05 } as const

const addable: ReadonlySet<string> = new Set(['measure', 'money', 'physical'])

const longestList = 30

/** Finds totals that stand behind their parts: 讲座38场、咨询52场、演出14场，合计104场. */
export function totalsAtEnd(
  block: SlottedBlock,
  shape: BlockShape,
  taken: ReadonlySet<number>,
): LocalClaim[] {
  const claims: LocalClaim[] = []
  for (let at = 2; at < block.slots.length; at++) {
    const slot = block.slots[at] as Slot
    if ((slot.labelHints & hints.total) === 0 || !addable.has(slot.figure.unit.kind)) continue
    const sure = matches(strong, slot.label, slot.labelHints)
    if (!sure && !matches(weak, slot.label, slot.labelHints)) continue
    const parts = partsBefore(block, at, taken)
    if (parts.length < 2) continue
    const certain =
      sure || countsTheParts(block.slots[at - 1] as Slot, parts) || areHalves(block.slots, parts)
    const claim = judged(block, shape, at, parts, certain)
    if (claim) claims.push(claim)
  }
  return claims
}

/** The figures of the same unit that stand in a row before the total, in its sentence. */
function partsBefore(block: SlottedBlock, at: number, taken: ReadonlySet<number>): number[] {
  const { slots } = block
  const end = slots[at] as Slot
  const second = secondUnit
    .exec(block.text.slice(end.figure.to, end.figure.to + 6))
    ?.slice(1)
    .find(Boolean)
  const parts: number[] = []
  for (let before = at - 1; before >= 0 && parts.length < longestList; before--) {
    const slot = slots[before] as Slot
    if (slot.sentence !== end.sentence || slot.depth !== end.depth || taken.has(before)) break
    // 9个县、131个乡镇设立受理点，每处1个，合计140个.
    if (/每[^,。;]{0,4}$/.test(slot.label)) continue
    if (sameUnit(slot.figure.unit, end.figure.unit) || second === slot.figure.unit.name) parts.unshift(before)
    else if (parts.length === 0 ? !countsParts(slot) : !companion.test(slot.lead)) break
    if (/[;。]/.test(slot.lead) || /其中|分别|合计|共计|总计|上年|去年|同期|同比|累计/.test(slot.lead)) break
  }
  return parts
}

/** 三项 in 三项共计35.6公里: how many parts are added up. */
function countsParts({ figure, tail }: Slot): boolean {
  return figure.unit.kind === 'measure' && /^[^,。;、]{0,6}?(?:合计|共计|总计|累计|相加|加起来|共)/.test(tail)
}

/** 三类演练共36次: as many as stand before it. */
function countsTheParts(slot: Slot, parts: readonly number[]): boolean {
  return countsParts(slot) && approximate(printedValue(slot.figure)) === parts.length
}

/** 上半年办理74件，下半年办理89件，全年办理163件: two parts that leave nothing of the year. */
function areHalves(slots: readonly Slot[], parts: readonly number[]): boolean {
  return parts.length === 2 && areOpposites(parts.map((part) => (slots[part] as Slot).label))
}

/** 三类罚款合计: more or fewer parts are added up than stand before it in its sentence. */
function countsOthers(slot: Slot, parts: readonly number[]): boolean {
  return countsParts(slot) && approximate(printedValue(slot.figure)) !== parts.length
}

/** 收入6.24亿元，加上补助0.58亿元、结余1.13亿元，总计7.95亿元: whether all numbers of the unit from some place on make the total. */
function isMadeByMore(slots: readonly Slot[], at: number): boolean {
  const end = slots[at] as Slot
  const before = slots.slice(Math.max(0, at - longestList), at).filter(({ sentence, depth, figure }) => {
    return sentence === end.sentence && depth === end.depth && sameUnit(figure.unit, end.figure.unit)
  })
  return before.some((_, from) => {
    const parts = before.slice(from).map(({ figure }) => figure.interval)
    return parts.length >= 2 && meet(total(parts), end.figure.interval)
  })
}

/** 合计46件（份）, 合计46件/份: the parts are counted by two words. */
const secondUnit = /^(?:\(([^()\d]{1,2})\)|[/、]([^()\d,。])(?=[,。;]))/

const companion = /^[、,]?(?:涉及|涉案|金额|资金|覆盖|参加|参与|受教育|惠及)?[^、,;。]{0,6}$/

/** Whether three parts or more stand in one list, joined with 、. */
function isOneList(parts: readonly Slot[]): boolean {
  return (
    parts.length >= 3 && parts.slice(1).every((slot) => slot.lead.includes('、') && !slot.lead.includes(','))
  )
}

/** 提请审议法规草案12件，制定规章8件、修改5件、废止3件，共15件: what stands behind the last comma between parts joined with 、. */
function ownParts(slots: readonly Slot[], parts: readonly number[]): Slot[] {
  const all = parts.map((part) => slots[part] as Slot)
  const start = all.findLastIndex((slot, nth) => nth > 0 && slot.lead.includes(','))
  const own = all.slice(Math.max(0, start))
  return own.length >= 2 && own.slice(1).every((slot) => slot.lead.includes('、')) ? own : all
}

function judged(
  block: SlottedBlock,
  shape: BlockShape,
  at: number,
  parts: readonly number[],
  sure: boolean,
): LocalClaim | null {
  const { slots } = block
  const whole = slots[at] as Slot
  for (let from = 0; from <= parts.length - 2; from++) {
    const chosen = parts.slice(from).map((part) => slots[part] as Slot)
    if (meet(total(chosen.map((slot) => slot.figure.interval)), whole.figure.interval))
      return sumClaim({ shape, whole, parts: chosen, verdict: 'consistent', variant: null })
  }
  const chosen = ownParts(slots, parts)
  if (areDividedAmongThem(chosen) || countsOthers(slots[at - 1] as Slot, parts)) return null
  if (isMadeByMore(slots, at)) return null
  const first = chosen[0] as Slot
  const between = block.masked.slice(first.figure.to, whole.figure.from)
  if (isOpen(between) || saysOverlap(between)) return null
  const sum = printedSum(chosen)
  const printed = approximate(printedValue(whole.figure))
  const miss = Math.abs(approximate(sum) - printed) / printed
  if (miss > (sure ? nearMisses.sure : isOneList(chosen) ? nearMisses.list : nearMisses.weak)) return null
  return {
    kind: 'sum',
    rule: sumRule,
    verdict: sure ? 'inconsistent' : 'question',
    variant: sure ? null : approximate(sum) > printed ? 'overlap' : 'short',
    operands: [
      ...chosen.map((slot) => ({ figure: slot.index, role: 'part' })),
      { figure: whole.index, role: 'total' },
    ],
    tell: () => tell(shape, chosen, whole),
  }
}

function tell(shape: BlockShape, parts: readonly Slot[], whole: Slot): ToldClaim {
  const line = additionLine(
    parts.map((slot) => named(slot, shape)),
    printedSum(parts),
    whole,
    parts.every((slot) => isPlain(slot.figure)),
  )
  const text = shape.text.slice(whole.figure.from, whole.figure.to)
  return {
    from: whole.labelFrom + (strong.pattern.exec(whole.label)?.index ?? whole.label.length),
    to: whole.figure.to,
    arithmetic: `${line}，文中总数为“${text}”`,
    data: { sum: line, total: text },
    evidence: parts.map((slot) => ({ from: nameFrom(slot), to: slot.figure.to, label: named(slot, shape) })),
  }
}
