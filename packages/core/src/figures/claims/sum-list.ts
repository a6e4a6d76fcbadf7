import type { Unit } from '../ledger.ts'
import { hinted, hints, matches } from './hints.ts'
import { isRemainder } from './openness.ts'
import type { Slot, SlottedBlock } from './slots.ts'
import { sameUnit } from './wording.ts'

/**
 * How a list of parts is introduced. `of-which` 其中, `bracket` 43件（…）, `divided` 分为, `by-kind` 按…分 and 从…看,
 * `within` …中, `colon` 43件：…, `bare` nothing at all: a sentence of parts after the sentence with the total.
 */
export type Introduction = 'of-which' | 'bracket' | 'divided' | 'by-kind' | 'within' | 'colon' | 'bare'

/** Parts that stand in a row, in the same unit. */
export interface PartList {
  readonly introduction: Introduction
  /** Positions in `SlottedBlock.slots`. */
  readonly parts: readonly number[]
  /** How many parts make the list, where it may also end earlier: in front of a figure of another kind, or of another mark. */
  readonly cuts: readonly number[]
  /** 加油机4216枪、民用三表92635只: members of the list are told in other units, so that it makes no total. */
  readonly mixed: boolean
  /** Whether the last part is 其他 or 其余: nothing is left out, and the list does not end before it. */
  readonly closed: boolean
  /** The text behind the last part, up to the end of the sentence. */
  readonly rest: string
}

const byKind = hinted(
  /(?:按照?|依照?|从|根据|分)[^,。;:]{1,16}?(?:划分|分类|分组|统计|区分|来看|来分|看|分布|分)(?:情况)?(?:的?有)?[为类别是,:]*[^,。;:]*$|按照?[^,。;:]{0,8}(?:来源|领域|类型|类别|种类|性质|区域|地区|层级|行业|渠道|方式|对象|年龄段?|学历|用途|主体|程序|级别|等级|环节|事由|案由|地域|部门|季度|月份),[^,。;:]*$|(?:归纳|归类|分类|梳理)(?:起来|下来|后)?,[^,。;:]*$/,
  hints.byKind,
)
const divided = hinted(
  /(?:分别?(?:为|是|有)|分成|细分为|划分为|构成(?:为|是)?[:,]|组成[:,])[^,。;]*$/,
  hints.divided,
)
const ofWhich = hinted(/(?:其中|包括|包含|涵盖|内含)[:,]?[^,。;]*$/, hints.ofWhich)
const within = hinted(
  /(?:^[^,。;:()]{0,20}|[^,。;:()]{2,20})(?:之中|当中|中|里|(?<!在)内)[:,][^,。;:]*$/,
  hints.within,
)
/** How a lead ends that {@link within} may match: asked first, since that looks at many beginnings. */
const behindThem = /[中里内][:,][^,。;:]*$/
const bracket = /^[^,。;:]{0,14}\([^()]*$/
const colon = hinted(/:[^,。;:]*$/, hints.colon)

/** What every introduction but a bracket has. */
const introducing = hints.byKind | hints.divided | hints.ofWhich | hints.within | hints.colon

/** How far before a figure its introduction may begin. */
const longestLead = 60

/** How the figure of this slot is introduced as the first part of a list, or null. */
export function introductionOf(slot: Slot, before: Slot | undefined): Introduction | null {
  const inBracket = before !== undefined && slot.depth > before.depth
  const held = slot.leadHints
  if (!inBracket && (held & introducing) === 0) return null
  const lead = slot.lead.length > longestLead ? slot.lead.slice(-longestLead) : slot.lead
  if (inBracket && bracket.test(lead) && !/其中|[(]含/.test(lead)) return 'bracket'
  if (matches(byKind, lead, held)) return 'by-kind'
  if (matches(divided, lead, held)) return 'divided'
  if (matches(ofWhich, lead, held)) return 'of-which'
  if ((held & within.hint) !== 0 && behindThem.test(lead) && within.pattern.test(lead) && !isIncluding(lead))
    return 'within'
  if (matches(colon, lead, held)) return 'colon'
  return null
}

/** 高速公路73公里含在国省道之内，: says of a figure that it is counted already. */
function isIncluding(lead: string): boolean {
  return /(?:含|计|算|包括|纳入|统计)[^,。;:]{0,12}[中里内][:,][^,。;:]*$/.test(lead)
}

/** What begins another list, or says that the figure is no part of this one. */
const foreign = hinted(
  /其中|分别?(?:为|是)|(?:^|[,;])加上?(?![强快大工速密装])|合计|共计|总计|总共|总数|一共|累计|(?<![岁年元个人米吨亩分级名\d])以上|今年|此外|同时|新增|(?:按照?|从)[^,。;]{1,12}(?:分|看|统计)/,
  hints.foreign,
)
const otherKind = hinted(
  /每|人均|户均|平均|同比|环比|增长|增加(?!值)|上年|去年|上一年|前年|往年|历年|同期|提高|下降|减少|较(?![大高多重小低轻])|比|最[高低多少]|目标|任务|不少于|第$/,
  hints.otherKind,
)

/** 和 between two parts, where no mark stands. */
const joined = /[和及与]|另/

/** 21.5万元 right behind 97件, 占53.5%: a figure that goes with its part. */
const companion = /^(?:约?占(?:比|总数的?)?(?:为|达)?|涉及|涉案|金额|涉案金额)?$/

/** How many figures a list is followed through. */
const longestList = 80

/**
 * Collects the parts from `first` on: figures of `unit` in the same sentence and bracket. Figures of another unit between
 * them go along (97件、21.5万元，75件、19.8万元), but the list may also end there.
 */
export function collectParts(
  block: SlottedBlock,
  first: number,
  unit: Unit,
  introduction: Introduction,
): PartList | null {
  const { slots } = block
  const start = slots[first] as Slot
  if (matches(otherKind, start.label, start.labelHints)) return null
  const parts = [first]
  const cuts: number[] = []
  let separator = ''
  let mixed = false
  for (let at = first + 1; at < Math.min(slots.length, first + longestList); at++) {
    const slot = slots[at] as Slot
    if (endsList(slot, slots[at - 1] as Slot, start)) break
    if (slot.depth > start.depth) continue
    const mark = strongestMark(slot)
    if (mark === ';' && separator !== ';' && parts.length > 1) break
    if (matches(otherKind, slot.label, slot.labelHints)) break
    if (!sameUnit(slot.figure.unit, unit)) {
      if (!companion.test(slot.label)) cuts.push(parts.length)
      mixed ||= mark === '、' && slot.figure.unit.kind === 'measure' && !companion.test(slot.label)
      continue
    }
    if (mark === '' && !joined.test(slot.lead)) break
    if (mark === ',' || (separator !== '' && mark !== separator)) cuts.push(parts.length)
    if (rank(mark) > rank(separator)) separator = mark
    parts.push(at)
  }
  cuts.push(parts.length)
  const last = parts[parts.length - 1] as number
  const end = slots[last] as Slot
  const behind = block.masked.slice(end.figure.to, end.figure.to + 60)
  const stop = behind.search(/[。!?\n]/)
  const closing = end.label === '' ? (slots[last - 1] ?? end) : end
  return {
    introduction,
    parts,
    mixed,
    closed: last > first && endsInRemainder(closing, end),
    cuts: cuts.filter((cut, nth) => cut >= 2 && cut !== cuts[nth - 1]).reverse(),
    rest: stop === -1 ? behind : behind.slice(0, stop),
  }
}

/** 其他案件79件, 其余66起为其他类型. */
function endsInRemainder(named: Slot, last: Slot): boolean {
  if (isRemainder(named.label, named.labelHints) || isRemainder(last.tail)) return true
  return isRemainder(last.lead, last.leadHints) && isRemainder(last.lead.replace(/^.*[。;]/, ''))
}

const taken = /^(?:为|作为?)(?:基数|分母|底数)/

/** Whether the list is over before the slot: its sentence or its bracket ends, or another list begins. */
function endsList(slot: Slot, before: Slot, start: Slot): boolean {
  if (slot.sentence !== start.sentence || slot.depth < start.depth) return true
  if (slot.depth > start.depth) return false
  // 以全部审结案件562件为基数: the shares behind it are of something else.
  if (taken.test(slot.tail)) return true
  const reopened = start.depth > 0 && before.depth === start.depth && slot.lead.includes(')')
  return reopened || matches(foreign, slot.lead, slot.leadHints)
}

/** The mark that parts the slot from the one before: the widest of those in its lead. */
function strongestMark({ lead, leadHints }: Slot): string {
  if ((leadHints & (hints.mark | hints.pause)) === 0) return ''
  if (lead.includes(';')) return ';'
  if (lead.includes(',')) return ','
  if (lead.includes('、')) return '、'
  return ''
}

function rank(mark: string): number {
  return mark === '' ? 0 : mark === '、' ? 1 : mark === ',' ? 2 : 3
}
