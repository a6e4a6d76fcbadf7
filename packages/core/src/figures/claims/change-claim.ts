import type { BlockShape } from '../../text/block.ts'
import type { BeforeAfter } from './change-lines.ts'
import type { Pair } from './change-pairs.ts'
import type { ChangeResult } from './change-verdict.ts'
import type { ChangeSlot } from './change-words.ts'
import type { LocalClaim, LocalEvidence, LocalOperand, ToldClaim } from './local-claim.ts'
import { nameFrom } from './wording.ts'

/** The rule that objects when a change does not follow from its values. */
export const changeRule = 'figures/change'

/** What a pair says that there was before and is now, as it is printed. */
export function toldOf({ base, value }: Pair, { text }: BlockShape): BeforeAfter {
  const [before, after] = [base.slot.figure, value.slot.figure]
  return {
    before,
    after,
    beforeText: text.slice(before.from, before.to),
    afterText: text.slice(after.from, after.to),
  }
}

/** A claim about a change, shown at the amount that does not follow, or from `from` to `to`. */
export function changeClaim(
  result: ChangeResult,
  pair: Pair,
  at: ChangeSlot,
  shape: BlockShape,
  told: BeforeAfter,
  from?: number,
  to?: number,
): LocalClaim {
  const operands: LocalOperand[] = [
    { figure: pair.base.slot.index, role: 'before' },
    { figure: pair.value.slot.index, role: 'after' },
  ]
  if (at !== pair.value) operands.push({ figure: at.slot.index, role: 'result' })
  return {
    kind: 'change',
    rule: changeRule,
    verdict: result.verdict,
    variant: result.variant,
    operands,
    tell: () =>
      tellChange(shape, result.tell(), told, from ?? amountFrom(at), to ?? at.slot.figure.to, [
        evidenceOf(pair.base, `变化前${told.beforeText}`),
        evidenceOf(pair.value, `变化后${told.afterText}`),
      ]),
  }
}

/** A change in words; `from` and `to` are where its amount is printed. */
export function tellChange(
  shape: BlockShape,
  sum: string,
  { beforeText, afterText }: Pick<BeforeAfter, 'beforeText' | 'afterText'>,
  from: number,
  to: number,
  evidence: readonly LocalEvidence[],
): ToldClaim {
  const printed = shape.text.slice(from, to)
  return {
    from,
    to,
    arithmetic: `${sum}，文中为“${printed}”`,
    data: { sum, printed, before: beforeText, after: afterText },
    evidence,
  }
}

/** A number with its name, as evidence. */
export function evidenceOf({ slot }: ChangeSlot, label: string): LocalEvidence {
  return { from: nameFrom(slot), to: slot.figure.to, label }
}

/** Where the words of the change begin: 同比增长18.3% from 同比 on. */
export function amountFrom({ slot }: ChangeSlot): number {
  return slot.labelFrom + (/^[的和及与\s]*/.exec(slot.label)?.[0].length ?? 0)
}
