import type { BlockShape } from '../../text/block.ts'
import type { UnitKind } from '../ledger.ts'
import { changeClaim, toldOf } from './change-claim.ts'
import { comparable, type Pair } from './change-pairs.ts'
import { checkDifference, checkPoints, checkRate } from './change-verdict.ts'
import type { ChangeAccount, ChangeSlot } from './change-words.ts'
import { hinted, hints, matchOf } from './hints.ts'
import type { LocalClaim } from './local-claim.ts'
import { sharesPair } from './topic.ts'
import { sameUnit } from './wording.ts'

/** With what a rate is compared, and which of the two is higher: 高于城镇, 比全省平均水平低. */
const compared =
  /(?:([高快优领]于|领先|超过|跑赢)|([低慢落]后?于))([^,。;、:()]{2,12})$|[比较]([^,。;、:()]{2,12}?)(?:(高|快|多)|(低|慢|少))出?了?$/

/**
 * Finds two rates of one sentence that are said to be so many points apart:
 *
 *     农村增速高于城镇 2.1个百分点 （ 农村增长 6.8% ， 城镇增长 4.1% ）
 *             ^with what ^how far       ^the higher      ^what it is compared with
 */
export function comparedRates({ parts, points }: ChangeAccount, shape: BlockShape): readonly LocalClaim[] {
  const claims: LocalClaim[] = []
  for (const at of points) {
    const part = parts[at] as ChangeSlot
    const found = compared.exec(part.slot.label)
    const object = found && (found[3] ?? found[4])
    if (!object || /上年|去年|同期|年初|目标|预期|期|年$/.test(object)) continue
    const rates = parts.filter(
      ({ slot }) => slot.sentence === part.slot.sentence && slot.figure.unit.kind === 'percent',
    )
    const others = rates.filter(({ slot }) => slot.label.startsWith(object.slice(0, 2)))
    const [base] = others
    const value = rates.find((rate) => rate !== base)
    if (!base || !value || rates.length !== 2 || others.length !== 1 || !rates.every(isPlainRate)) continue
    if (!sharesPair(base.slot.label.slice(2), value.slot.label)) continue
    claims.push(claimOf({ base, value, amounts: [part] }, found[1] || found[5] ? 'up' : 'down', shape))
  }
  return claims
}

/** 较计划压减, 下半年较上半年减少: with what other number of the sentence a count is compared. */
const against = hinted(
  /(?<![同环占相对])[比较](?!分别|依次|明显|有所|均|大|上[年月季期一届]|去|同|年初|前|历年|往|全[国省市县])([^,。;、:()比较的]{2,8}?)(?:[多少增减降升压缩提][^,。;]{0,3})$/,
  hints.compared,
)

/**
 * Finds counts that are held against another number of their sentence, by its own name:
 *
 *     检查计划 380次 ， 实际检查 323次 ， 较计划压减 21%
 *         ^base             ^value             ^how much, against what
 */
export function comparedCounts({ parts, amounts }: ChangeAccount, shape: BlockShape): readonly LocalClaim[] {
  const claims: LocalClaim[] = []
  for (const at of amounts) {
    const part = parts[at] as ChangeSlot
    const { unit } = part.slot.figure
    if (part.role === 'multiple' || part.perYear || part.direction === null) continue
    if (at < 2 || unit.kind === 'points' || unit.kind === 'times') continue
    const object = matchOf(against, part.slot.label, part.slot.labelHints)?.[1]
    if (!object) continue
    const values = parts
      .slice(0, at)
      .filter(
        ({ slot, role }) =>
          slot.sentence === part.slot.sentence &&
          role === 'value' &&
          (part.role === 'difference' ? sameUnit(slot.figure.unit, unit) : isCounted(slot.figure.unit.kind)),
      )
    const [base, value] = values
    if (values.length !== 2 || !base || !value || !comparable(base, value)) continue
    if (!base.slot.label.includes(object) || value.slot.label.includes(object)) continue
    const told = toldOf({ base, value, amounts: [part] }, shape)
    const result =
      part.role === 'difference'
        ? checkDifference(told, part.slot.figure, part.direction)
        : checkRate(told, part.slot.figure, part.direction)
    claims.push(changeClaim(result, { base, value, amounts: [part] }, part, shape, told))
  }
  return claims
}

function isCounted(kind: UnitKind): boolean {
  return kind === 'measure' || kind === 'money' || kind === 'physical'
}

function isPlainRate({ slot: { figure } }: ChangeSlot): boolean {
  return figure.unit.name === '%' && figure.qualifiers.bound === 'exact'
}

function claimOf(pair: Pair, direction: 'up' | 'down', shape: BlockShape): LocalClaim {
  const amount = pair.amounts[0] as ChangeSlot
  const told = toldOf(pair, shape)
  return changeClaim(checkPoints(told, amount.slot.figure, direction), pair, amount, shape, told)
}
