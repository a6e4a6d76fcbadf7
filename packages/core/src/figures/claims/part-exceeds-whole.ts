import type { BlockShape } from '../../text/block.ts'
import { liesBelow } from '../interval.ts'
import { clashes } from './counts.ts'
import type { LocalClaim } from './local-claim.ts'
import type { Slot, SlottedBlock } from './slots.ts'
import type { Introduction, PartList } from './sum-list.ts'
import { named, nameFrom, nameOf, sameUnit } from './wording.ts'

/** Measure words that count anything: the same word does not show that the same things are counted. */
const general = new Set(['个', '项', '次', '处', '台', '批', '条', '种', '套'])

/** What a part may count instead of the things of the total: what they hold, produce or cover. */
const otherThings = /覆盖|涉及|惠及|服务|带动|受益|参与|吸引|累计|发放|配备|安排|分布/

const ofOwnWhole = /[^,。;:()其]{2,}(?:当中|之中|中)/

/** 涉及较大数额罚款的: which of them are counted, not what they hold. */
const whichOnes = /涉及[^,。;]*的/

/** The ways to introduce parts that can be no more than their total. */
const asked: ReadonlySet<Introduction> = new Set(['of-which', 'bracket', 'within'])

/** 较常年偏多88.3毫米: the number is a difference. */
const differences = /[比较][^,。;]{1,12}(?:增|减|多|少|升|降|提|下|偏|高|低)/

/** A total that is an average is no total. */
const averages = /每|平均|[人户场件村所]均/

/**
 * A part of the list that is greater than every total it may belong to; null if there is none. Only lists that say 其中 or
 * …中 (or stand in brackets) are asked.
 */
export function exceedingPart(
  block: SlottedBlock,
  shape: BlockShape,
  list: PartList,
  totals: readonly number[],
): LocalClaim | null {
  if (!asked.has(list.introduction) || !exceedsAll(block, list, totals)) return null
  const wholes = possibleWholes(block, list, totals)
  if (wholes.some((slot) => averages.test(slot.label))) return null
  for (const [nth, at] of list.parts.entries()) {
    const part = block.slots[at] as Slot
    // Behind a comma a new statement may begin: 其中引进顶尖人才41人，新增高技能人才3900人.
    if (nth > 0 && /[,;]/.test(part.lead)) break
    // 按期答复率以已到期的5件计算为100%: the base of a rate.
    if (/^(?:计算|测算|核算|为基数|计为?)/.test(part.tail)) return null
    if (!wholes.every((slot) => liesBelow(slot.figure.interval, part.figure.interval))) continue
    // 2024年发生7起（2023年：9起）: another year's.
    if (wholes.some((slot) => clashes(slot.figure, part.figure))) return null
    // 败诉2件（已判决案件中属工伤认定的38件）: a part of what it names itself.
    if (list.introduction === 'bracket' && ofOwnWhole.test(part.lead)) return null
    // 比年初增加24.5亿元（年初287.9亿元）: the bracket tells what the number before it is held against.
    if (list.introduction === 'bracket' && wholes.some((slot) => differences.test(slot.label))) return null
    if (otherThings.test(part.label.replace(whichOnes, '')) || part.figure.unit.kind === 'none') return null
    const whole = wholes[0] as Slot
    if (whole.figure.unit.name !== part.figure.unit.name) return null
    return exceedingClaim(shape, whole, part)
  }
  return null
}

/** Whether some part is greater than all of the totals. */
function exceedsAll({ slots }: SlottedBlock, { parts }: PartList, totals: readonly number[]): boolean {
  return parts.some((part) => {
    const { interval } = (slots[part] as Slot).figure
    return totals.every((at) => liesBelow((slots[at] as Slot).figure.interval, interval))
  })
}

/** 审结259件，结转下年25件。其中调解80件: a 其中 that opens a sentence may speak of any figure of the one before. */
function possibleWholes({ slots }: SlottedBlock, list: PartList, totals: readonly number[]): Slot[] {
  const wholes = totals.map((at) => slots[at] as Slot)
  const first = list.parts[0] as number
  const start = slots[first] as Slot
  if (wholes.some(({ sentence }) => sentence === start.sentence)) return wholes
  const before = slots.slice(0, first).filter((slot) => start.sentence - slot.sentence === 1)
  return [
    ...wholes,
    ...before.filter((slot) => !wholes.includes(slot) && sameUnit(slot.figure.unit, start.figure.unit)),
  ]
}

function exceedingClaim(shape: BlockShape, whole: Slot, part: Slot): LocalClaim {
  const sure = !general.has(part.figure.unit.name) || nameOf(part).endsWith('的')
  return {
    kind: 'sum',
    rule: 'figures/part-exceeds-whole',
    verdict: sure ? 'inconsistent' : 'question',
    variant: sure ? null : 'question',
    operands: [
      { figure: whole.index, role: 'total' },
      { figure: part.index, role: 'part' },
    ],
    tell: () => {
      const totalText = named(whole, shape)
      const partText = named(part, shape)
      return {
        from: nameFrom(part),
        to: part.figure.to,
        arithmetic: `其中${partText}，多于总数${totalText}`,
        data: { part: partText, total: totalText },
        evidence: [{ from: nameFrom(whole), to: whole.figure.to, label: `总数${totalText}` }],
      }
    },
  }
}
