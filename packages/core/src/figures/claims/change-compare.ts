import type { BlockShape } from '../../text/block.ts'
import { changeClaim } from './change-claim.ts'
import type { Pair } from './change-pairs.ts'
import { type BeforeAfter, checkPoints } from './change-verdict.ts'
import type { ChangeSlot } from './change-words.ts'
import type { LocalClaim } from './local-claim.ts'

/** With what a rate is compared, and which of the two is higher: 高于城镇, 比全省平均水平低. */
const compared =
  /(?:([高快优领]于|领先|超过|跑赢)|([低慢落]后?于))([^,。;、:()]{2,12})$|[比较]([^,。;、:()]{2,12}?)(?:(高|快|多)|(低|慢|少))出?了?$/

/**
 * Finds two rates of one sentence that are said to be so many points apart:
 *
 *     农村增速高于城镇 2.1个百分点 （ 农村增长 6.8% ， 城镇增长 4.1% ）
 *             ^with what ^how far       ^the higher      ^what it is compared with
 */
export function comparedRates(parts: readonly ChangeSlot[], shape: BlockShape): readonly LocalClaim[] {
  const claims: LocalClaim[] = []
  for (const part of parts) {
    if (part.slot.figure.unit.kind !== 'points') continue
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
    claims.push(claimOf({ base, value, amounts: [part] }, found[1] || found[5] ? 'up' : 'down', shape))
  }
  return claims
}

function isPlainRate({ slot: { figure } }: ChangeSlot): boolean {
  return figure.unit.name === '%' && figure.qualifiers.bound === 'exact'
}

function claimOf(pair: Pair, direction: 'up' | 'down', shape: BlockShape): LocalClaim {
  const [before, after] = [pair.base.slot.figure, pair.value.slot.figure]
  const amount = pair.amounts[0] as ChangeSlot
  const told: BeforeAfter = {
    before,
    after,
    beforeText: shape.text.slice(before.from, before.to),
    afterText: shape.text.slice(after.from, after.to),
  }
  return changeClaim(checkPoints(told, amount.slot.figure, direction), pair, amount, shape, told)
}
