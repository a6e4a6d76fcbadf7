import type { BlockShape } from '../../text/block.ts'
import type { Pair } from './change-pairs.ts'
import type { BeforeAfter, ChangeResult } from './change-verdict.ts'
import type { ChangeSlot } from './change-words.ts'
import type { LocalClaim } from './local-claim.ts'
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
  const from = amountFrom(at)
  const printed = shape.text.slice(from, figure.to)
  return {
    kind: 'change',
    rule: changeRule,
    verdict: result.verdict,
    from,
    to: figure.to,
    operands: [
      { figure: pair.base.slot.index, role: 'before' },
      { figure: pair.value.slot.index, role: 'after' },
      ...(at === pair.value ? [] : [{ figure: at.slot.index, role: 'result' }]),
    ],
    arithmetic: `${result.line}，文中为“${printed}”`,
    variant: result.variant,
    data: { sum: result.line, printed, before: told.beforeText, after: told.afterText },
    evidence: [
      { from: nameFrom(pair.base.slot), to: pair.base.slot.figure.to, label: `变化前${told.beforeText}` },
      { from: nameFrom(pair.value.slot), to: pair.value.slot.figure.to, label: `变化后${told.afterText}` },
    ],
  }
}

/** Where the words of the change begin: 同比增长18.3% from 同比 on. */
export function amountFrom({ slot }: ChangeSlot): number {
  return slot.labelFrom + (/^[的\s]*/.exec(slot.label)?.[0].length ?? 0)
}
