import { codeAt } from '../../text/code-at.ts'
import { approximate } from '../rational.ts'
import { hinted, hints, matches } from './hints.ts'
import { areOpposites } from './openness.ts'
import type { Slot, SlottedBlock } from './slots.ts'
import type { Introduction } from './sum-list.ts'
import { nameOf, printedValue, sameUnit } from './wording.ts'

/** How far two opposed parts may be from the number before them, as a share of it, to be meant to make it. */
const nearlyAll = 0.2

/**
 * A sentence that is nothing but parts, right behind the sentence with their total: 清理文件226件。经清理，继续有效171件，… A word
 * that looks back must begin it.
 */
export function bareIntroduction(block: SlottedBlock, at: number): Introduction | null {
  const slot = block.slots[at] as Slot
  const before = at > 0 ? block.slots[at - 1] : undefined
  if (!before || slot.depth > 0) return null
  const next = block.slots[at + 1]
  const isAlike = sameUnit(before.figure.unit, slot.figure.unit)
  if (before.sentence !== slot.sentence) {
    if (!isAlike || before.sentence !== slot.sentence - 1) return null
    if (next?.sentence === slot.sentence && isComplement(slot, next)) return 'divided'
    return looksBack.test(slot.lead) ? 'bare' : null
  }
  if (next?.sentence !== slot.sentence) return null
  if (isAlike && (isComplement(slot, next) || isOpposed(slot, next, before))) return 'divided'
  if (isListed(block, at)) return 'bare'
  return isAlike && (isScaleOfGrades(block, at) || areKindsBehind(block, at) || isClosedByOthers(block, at))
    ? 'divided'
    : null
}

/** 采纳208条，未采纳97条: what was done and what was not make the whole. */
function isComplement(slot: Slot, next: Slot): boolean {
  if ((next.labelHints & hints.denial) === 0 || (slot.labelHints & hints.denial) !== 0) return false
  if (next.depth !== slot.depth) return false
  if (!sameUnit(slot.figure.unit, next.figure.unit) || !/^[^,、;]*[,、;]/.test(next.lead)) return false
  if (!/[,;。]/.test(slot.lead)) return false
  const undone = /^(?:尚|仍|还|暂)?(?:未|不予|不)([^有及时]{2,4})/.exec(nameOf(next))
  return undone !== null && slot.label.includes((undone[1] as string).slice(0, 2))
}

/** 共1106人，男性803人、女性303人: two sides of one division right behind a number that they make or nearly make. */
function isOpposed(slot: Slot, next: Slot, before: Slot): boolean {
  if ((slot.leadHints & hints.comma) === 0 || !goesOnAtOnce(next)) return false
  if (!sameUnit(next.figure.unit, slot.figure.unit)) return false
  const whole = countIn(before)
  if (Math.abs(countIn(slot) + countIn(next) - whole) > whole * nearlyAll) return false
  if (!/^[^,;。]{0,8},[^,;。]*$/.test(slot.lead)) return false
  const names = [nameOf(slot), nameOf(next)] as const
  return areOpposites(names) || areOpposites([slot.label, next.label]) || areSiblings(names, nameOf(before))
}

/** Whether 、 or , or 和 stands right behind the figure before. */
function goesOnAtOnce({ lead }: Slot): boolean {
  const code = codeAt(lead, 0)
  return code === 0x3001 || code === 0x2c || code === 0x548c
}

/** 林地126.4万亩，公益林78.2万亩，商品林48.2万亩: two names as long as one another that end as the whole does. */
function areSiblings([one, other]: readonly [string, string], whole: string): boolean {
  const end = one.slice(-1)
  return (
    one !== other &&
    one.length >= 2 &&
    one.length === other.length &&
    other.endsWith(end) &&
    whole.includes(end) &&
    !whole.endsWith(end)
  )
}

/** 信访事项158件，物业管理类71件，房屋质量类34件，产权办证类29件: kinds of one thing, told right behind how many there are. */
function areKindsBehind({ slots }: SlottedBlock, at: number): boolean {
  const before = slots[at - 1] as Slot
  if (!goesWith(slots[at + 1], before) || !goesWith(slots[at + 2], before)) return false
  const list = slots.slice(at, at + 3)
  if (!/^[^,;。]{0,8}[,:]/.test((list[0] as Slot).lead)) return false
  return areKinds(list) && !kind.test(nameOf(before))
}

/** Whether the slot stands in the sentence of the one before, in its unit. */
function goesWith(slot: Slot | undefined, before: Slot): boolean {
  return slot?.sentence === before.sentence && sameUnit(slot.figure.unit, before.figure.unit)
}

/** 教育方面13条，医疗方面15条，交通方面17条: whether the parts are called kinds of one thing, all in the same word. */
export function areKinds(parts: readonly Slot[]): boolean {
  const word = kind.exec(nameOf(parts[0] as Slot))?.[0]
  return word !== undefined && parts.every((slot) => nameOf(slot).endsWith(word))
}

const kind = /(?:方面|领域|环节|类|类别|类型|层面|渠道|途径|系统|行业|形式)$/

function countIn({ figure }: Slot): number {
  return approximate(printedValue(figure))
}

function sumOf(parts: readonly Slot[]): number {
  return parts.reduce((sum, part) => sum + countIn(part), 0)
}

/** 共有工作人员412人，公务员263人、事业编制97人、辅助人员52人: three or more with 、 between them, up to the end of the clause. */
function isListed({ slots }: SlottedBlock, at: number): boolean {
  const slot = slots[at] as Slot
  const before = slots[at - 1] as Slot
  if ((slot.leadHints & hints.comma) === 0 || !goesOn(slot, slots[at + 1]) || !goesOn(slot, slots[at + 2]))
    return false
  const sorted = /^[^,。;、]{0,10},经[^,。;、]{1,10},/.test(slot.lead)
  if (!sorted && !/^[^,。;、]{0,10},[^,。;、]{1,12}$/.test(slot.lead)) return false
  let parts = 1
  for (; parts < longestBareList; parts++) {
    const next = slots[at + parts]
    if (!next || !goesOn(slot, next) || !/^[^,。;、]{0,4}[、和]/.test(next.lead)) break
    if (!sameUnit(next.figure.unit, slot.figure.unit)) return false
  }
  if (parts < 3) return false
  if (sorted || announces.test(before.label) || ofThem.test(slot.lead)) return true
  const list = slots.slice(at, at + parts)
  const whole = countIn(before)
  return Math.abs(sumOf(list) - whole) <= whole * veryNear
}

/** Whether 、 or 和 may join the next figure to a list. */
function goesOn({ sentence }: Slot, next: Slot | undefined): boolean {
  return next?.sentence === sentence && (next.leadHints & (hints.pause | hints.joint)) !== 0
}

/** How far a list may be from a number that does not say that it is all there is. */
const veryNear = 0.05

/** Says that the number behind it is all there is. */
const announces =
  /[全我][国省市州县区镇乡村][^,。;]{0,6}有|[院校局所村]有|共有|现有|总数|共计|合计|(?<!公)共|总量/
/** Words before the first part that say whence all of them are. */
const ofThem = /^[^,。;、]{0,10},(?:分别)?(?:来自|涉及|由)/
const longestBareList = 20

/** 评查案卷200卷，优秀156卷、良好31卷、合格9卷、不合格4卷: from the best grade to the worst, nothing is left out. */
function isScaleOfGrades({ slots }: SlottedBlock, at: number): boolean {
  const slot = slots[at] as Slot
  if (!(slot.label.endsWith('优秀') || slot.label === '优')) return false
  for (let next = at + 1; next < Math.min(slots.length, at + 5); next++) {
    const grade = slots[next] as Slot
    if (!goesWith(grade, slot)) return false
    if (/(?:不合格|不达标|较差|差)$/.test(grade.label)) return true
  }
  return false
}

/** 新增就业8640人，失业人员3120人，高校毕业生2860人，其他2660人: a row that ends with 其他, right behind a number that it nearly makes. */
function isClosedByOthers({ slots }: SlottedBlock, at: number): boolean {
  const slot = slots[at] as Slot
  const before = slots[at - 1] as Slot
  if ((slot.leadHints & hints.comma) === 0 || saysOthers(slot)) return false
  let end = at + 1
  for (; end < slots.length && end < at + longestBareList; end++) {
    const part = slots[end] as Slot
    if (!goesWith(part, before) || !goesOnAtOnce(part)) return false
    if (saysOthers(part)) break
  }
  const parts = slots.slice(at, end + 1)
  if (parts.length < 3 || !saysOthers(parts[parts.length - 1] as Slot)) return false
  const [sum, whole] = [sumOf(parts), countIn(before)]
  return Math.abs(sum - whole) <= whole * nearlyAll && /^[^,;。]{0,10},[^,;。]*$/.test(slot.lead)
}

function saysOthers({ label, labelHints }: Slot): boolean {
  return matches(others, label, labelHints)
}

const others = hinted(/^(?:其他|其它|其余)[^,、;。]{0,8}$/, hints.rest)

const looksBack =
  /[。!?\n](?:经[^,。;]{1,12}[,:]|最终|结果|目前|截至[^,。;]{1,12},|上述|这些|该批|具体|分别|全年|本年)?[^,。;]{0,4}(?:继续有效|保留|修改|废止|宣布失效|失效|维持|撤销|驳回|终止|采纳|同意|通过|合格|优秀|达标|办结|审结|已|成功)|[。!?\n](?:经[^,。;]{1,12}[,:]|其中|上述|这些|该批|具体(?:为|是|看|来看))/
