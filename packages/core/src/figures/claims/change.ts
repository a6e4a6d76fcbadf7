import { type BlockShape, perShape } from '../../text/block.ts'
import { total } from '../interval.ts'
import { changeClaim, toldOf } from './change-claim.ts'
import { comparedCounts, comparedRates } from './change-compare.ts'
import { impliedBase } from './change-implied.ts'
import type { BeforeAfter } from './change-lines.ts'
import { type Pair, pairsOf } from './change-pairs.ts'
import { parallelChanges } from './change-parallel.ts'
import {
  type ChangeResult,
  checkDifference,
  checkDirection,
  checkDoubling,
  checkMultiple,
  checkPoints,
  checkPointsOfCounts,
  checkRate,
  checkTimes,
  checkYearlyRate,
} from './change-verdict.ts'
import { type ChangeSlot, changesIn, isInConstantPrices, sentenceAround } from './change-words.ts'
import { zeroBases } from './change-zero.ts'
import { hints } from './hints.ts'
import type { LocalClaim } from './local-claim.ts'
import type { FindInPassage } from './setting.ts'
import { type Slot, type SlottedBlock, slotted } from './slots.ts'
import { sameUnit } from './wording.ts'

/** Finds the changes of a draft: from, to, by how much. */
export const changes: FindInPassage = ({ prose }) => changesOf(prose.shape)

const changesOf = perShape(findChanges)

const none: readonly LocalClaim[] = []

/** The changes told in one block. */
function findChanges(shape: BlockShape): readonly LocalClaim[] {
  const block = slotted(shape)
  const { slots, masked } = block
  if (slots.length < 2) return none
  const account = changesIn(block)
  if (!account.tells) return none
  const { parts, amounts } = account
  const claims: LocalClaim[] = []
  const used = new Set<number>()
  for (const pair of pairsOf(account)) {
    const constant = isInConstantPrices(sentenceAround(masked, pair.value.slot.figure.from))
    for (const claim of pairClaims(pair, shape, block, constant)) claims.push(claim)
    for (const amount of pair.amounts) used.add(amount.at)
    const doubled = doublingBehind(pair, parts, masked, shape)
    if (doubled) claims.push(doubled)
  }
  for (const at of amounts) {
    const part = parts[at] as ChangeSlot
    if (at === 0 || part.role !== 'difference' || used.has(at)) continue
    if (part.ownSubject || part.slot.label.includes('新增')) continue
    const claim = impliedBase(parts, at, shape, masked)
    if (claim) claims.push(claim)
  }
  for (const claim of comparedRates(account, shape)) claims.push(claim)
  if (amounts.length === 0) return claims
  for (const claim of comparedCounts(account, shape)) claims.push(claim)
  const isConstant = (at: number): boolean => isInConstantPrices(sentenceAround(masked, at))
  for (const claim of parallelChanges(account, shape, isConstant)) claims.push(claim)
  for (const claim of zeroBases(block, account, shape)) {
    const { from } = claim.tell()
    if (claims.every((other) => other.tell().from !== from)) claims.push(claim)
  }
  return claims
}

/** The claims about one pair: its direction, and every amount of change that is told. */
function pairClaims(pair: Pair, shape: BlockShape, block: SlottedBlock, constant: boolean): LocalClaim[] {
  const { base, value } = pair
  const told = toldOf(pair, shape)
  const list = listedValue(told, value, block)
  const claims: LocalClaim[] = []
  if (value.role === 'reached' && value.direction !== null && base.baseForm === 'from') {
    const wrong = checkDirection(told, value.direction)
    if (wrong) return [changeClaim(wrong, pair, value, shape, told)]
  }
  for (const amount of pair.amounts) {
    if (isMovement(amount, block)) continue
    const result = checkAmount(told, amount, pair, constant)
    const isOf = (other: BeforeAfter): boolean =>
      checkAmount(other, amount, pair, constant)?.verdict === 'consistent'
    if (
      result?.verdict === 'inconsistent' &&
      ((list && isOf(list)) || earlierValues(told, pair, block).some(isOf))
    )
      continue
    if (result) claims.push(changeClaim(result, pair, amount, shape, told))
  }
  return claims
}

/** 建议15件、提案19件，较上年的27件增长25.9%: the pair with all values of the list that ends with its value; null if it is alone. */
function listedValue(told: BeforeAfter, { at }: ChangeSlot, { slots }: SlottedBlock): BeforeAfter | null {
  const last = slots[at] as Slot
  let first = at
  while (first > 0 && isListed(slots[first] as Slot)) {
    const before = slots[first - 1] as Slot
    if (before.sentence !== last.sentence || !sameUnit(before.figure.unit, last.figure.unit)) break
    first--
  }
  if (first === at) return null
  const interval = total(slots.slice(first, at + 1).map(({ figure }) => figure.interval))
  return { ...told, after: { ...told.after, interval } }
}

/** How many figures before a value another one may stand that was meant. */
const furthestValue = 20

/** 在册904人，全年接收612人、解除587人，较上年末的879人多25人: the pair with each value told before its own in the sentence. */
function earlierValues(told: BeforeAfter, { base, value }: Pair, { slots }: SlottedBlock): BeforeAfter[] {
  const { figure, sentence } = value.slot
  const values: BeforeAfter[] = []
  const last = Math.max(0, value.at - furthestValue)
  for (let at = value.at - 1; at >= last && (slots[at] as Slot).sentence === sentence; at--) {
    const { figure: earlier } = slots[at] as Slot
    if (at === base.at || earlier.qualifiers.bound !== 'exact' || !sameUnit(earlier.unit, figure.unit))
      continue
    values.push({ ...told, after: { ...told.after, interval: earlier.interval } })
  }
  return values
}

/** Whether nothing but 、 parts the figure from the one before it. */
function isListed({ lead, leadHints }: Slot): boolean {
  return (leadHints & hints.pause) !== 0 && /^[^,;。、]*、[^,;。]*$/.test(lead)
}

/** 由328项调整为316项，新增9项、取消21项: one of the movements that make the change, not the change itself. */
function isMovement({ slot, role, at }: ChangeSlot, { slots }: SlottedBlock): boolean {
  if (role !== 'difference') return false
  const isOpposite = (other: Slot | undefined): boolean =>
    other !== undefined &&
    other.sentence === slot.sentence &&
    sameUnit(other.figure.unit, slot.figure.unit) &&
    other.label !== '' &&
    (gains.test(slot.label) ? losses : gains).test(other.label)
  const moves = gains.test(slot.label) || losses.test(slot.label)
  return moves && (isOpposite(slots[at + 1]) || isOpposite(slots[at - 1]))
}

const gains = /新增|新设|新招|新聘|新纳入|增补|招录|招聘|调入|承接|增加/
const losses = /取消|注销|退休|退出|调出|核减|下放|废止|撤销|撤并|清退|辞职|离职|减少|合并|剔除/

function checkAmount(
  told: BeforeAfter,
  amount: ChangeSlot,
  pair: Pair,
  constant: boolean,
): ChangeResult | null {
  const { figure } = amount.slot
  const direction = amount.direction ?? pair.value.direction ?? 'up'
  if (amount.role === 'multiple') return checkMultiple(told, figure)
  if (amount.role === 'difference')
    return sameUnit(figure.unit, told.after.unit) ? checkDifference(told, figure, direction) : null
  const { kind } = figure.unit
  if (kind === 'points')
    return told.after.unit.kind === 'percent'
      ? checkPoints(told, figure, direction)
      : checkPointsOfCounts(told, figure, direction)
  // Whatever the prices: a decrease is not told in 倍.
  if (constant && !(kind === 'times' && direction === 'down')) return null
  if (kind === 'times') return checkTimes(told, figure, direction)
  if (!amount.perYear) return checkRate(told, figure, direction)
  const [from, to] = [pair.base.slot.figure.time.year, pair.value.slot.figure.time.year]
  return from !== null && to !== null && to > from && to - from <= 50
    ? checkYearlyRate(told, figure, direction, to - from)
    : null
}

/** 翻番 told behind a pair. */
function doublingBehind(
  pair: Pair,
  parts: readonly ChangeSlot[],
  masked: string,
  shape: BlockShape,
): LocalClaim | null {
  const last = pair.base.slot.figure.to > pair.value.slot.figure.to ? pair.base : pair.value
  const next = parts[last.at + 1]
  const reach = masked.slice(
    last.slot.figure.to,
    Math.min(next?.slot.figure.to ?? masked.length, last.slot.figure.to + 30),
  )
  const found = reach.includes('翻') ? /^[^。;]{0,16}?翻(?:了)?(?:([一两二三四])?番|一倍)/.exec(reach) : null
  if (!found) return null
  const count = { 两: 2, 二: 2, 三: 3, 四: 4 }[found[1] ?? ''] ?? 1
  const told = toldOf(pair, shape)
  const result = checkDoubling(told, count)
  const to = last.slot.figure.to + found[0].length
  const from = to - (found[0].length - found[0].lastIndexOf('翻'))
  return changeClaim(result, pair, pair.value, shape, told, from, to)
}
