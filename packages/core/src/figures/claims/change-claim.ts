import type { BlockShape } from '../../text/block.ts'
import type { Pair } from './change-pairs.ts'
import type { BeforeAfter, ChangeResult } from './change-verdict.ts'
import type { ChangeSlot } from './change-words.ts'
import type { LocalClaim, ToldClaim } from './local-claim.ts'
import { nameFrom } from './wording.ts'

/** The rule that objects when a change does not follow from its values. */
export const changeRule = 'figures/change'

/** A claim about a change, shown at the amount that does not follow. */
export function changeClaim(
  result: ChangeResult,
  pair: Pair,
  at: ChangeSlot,
  shape: BlockShape,
  told: BeforeAfter,
): LocalClaim {
  const { figure } = at.slot
  return {
    kind: 'change',
    rule: changeRule,
    verdict: result.verdict,
    variant: result.variant,
    operands: [
      { figure: pair.base.slot.index, role: 'before' },
      { figure: pair.value.slot.index, role: 'after' },
      ...(at === pair.value ? [] : [{ figure: at.slot.index, role: 'result' }]),
    ],
    tell: () => tellChange(result, pair, shape, told, amountFrom(at), figure.to),
  }
}

/** A change in words; `from` and `to` are where its amount is printed. */
export function tellChange(
  result: ChangeResult,
  { base, value }: Pair,
  shape: BlockShape,
  { beforeText, afterText }: BeforeAfter,
  from: number,
  to: number,
): ToldClaim {
  const sum = result.tell()
  const printed = shape.text.slice(from, to)
  return {
    from,
    to,
    arithmetic: `${sum}，文中为“${printed}”`,
    data: { sum, printed, before: beforeText, after: afterText },
    evidence: [
      { from: nameFrom(base.slot), to: base.slot.figure.to, label: `变化前${beforeText}` },
      { from: nameFrom(value.slot), to: value.slot.figure.to, label: `变化后${afterText}` },
    ],
  }
}

/** Where the words of the change begin: 同比增长18.3% from 同比 on. */
export function amountFrom({ slot }: ChangeSlot): number {
  return slot.labelFrom + (/^[的和及与\s]*/.exec(slot.label)?.[0].length ?? 0)
}
