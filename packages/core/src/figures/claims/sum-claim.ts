import type { BlockShape } from '../../text/block.ts'
import type { Verdict } from '../ledger.ts'
import { add, type Rational, zero } from '../rational.ts'
import type { LocalClaim, ToldClaim } from './local-claim.ts'
import type { Slot } from './slots.ts'
import { isPlain, named, nameFrom, printedValue, printLike } from './wording.ts'

/** The rule that objects when parts do not make their total. */
export const sumRule = 'figures/sum'

/** A breakdown whose parts and total are known. */
export interface Breakdown {
  /** Of the block in which the parts stand. */
  readonly shape: BlockShape
  /** The total, and the shape of the block above in which it stands, if it does. */
  readonly whole: Slot
  readonly wholeShape?: BlockShape
  readonly parts: readonly Slot[]
  readonly verdict: Verdict
  readonly variant: string | null
}

/** Parts added up, in the way that `like` is printed: `简易程序112件＋普通程序78件＝190件`. */
export function additionLine(terms: readonly string[], sum: Rational, like: Slot, plain: boolean): string {
  return `${terms.join('＋')}＝${plain ? '' : '约'}${printLike(sum, like.figure)}`
}

/** The sum of the printed values. */
export function printedSum(slots: readonly Slot[]): Rational {
  return slots.reduce((sum, slot) => add(sum, printedValue(slot.figure)), zero)
}

/** The claim of a breakdown, marked at its parts. The total is its first operand and its first piece of evidence. */
export function sumClaim(breakdown: Breakdown): LocalClaim {
  const { whole, wholeShape, parts, verdict, variant } = breakdown
  return {
    kind: 'sum',
    rule: sumRule,
    verdict,
    variant,
    operands: [
      { figure: whole.index, role: 'total', above: wholeShape !== undefined },
      ...parts.map((slot) => ({ figure: slot.index, role: 'part' })),
    ],
    tell: () => tellSum(breakdown),
  }
}

function tellSum({ shape, whole, wholeShape, parts }: Breakdown): ToldClaim {
  const first = parts[0] as Slot
  const last = parts[parts.length - 1] as Slot
  const sum = additionLine(
    parts.map((slot) => named(slot, shape)),
    printedSum(parts),
    whole,
    parts.every((slot) => isPlain(slot.figure)),
  )
  const printed = (wholeShape ?? shape).text.slice(whole.figure.from, whole.figure.to)
  return {
    from: nameFrom(first),
    to: last.figure.to,
    arithmetic: `${sum}，文中总数为“${printed}”`,
    data: { sum, total: printed },
    evidence: [
      {
        from: nameFrom(whole),
        to: whole.figure.to,
        label: `总数${printed}`,
        above: wholeShape !== undefined,
      },
      ...parts.map((slot) => ({ from: nameFrom(slot), to: slot.figure.to, label: named(slot, shape) })),
    ],
  }
}
