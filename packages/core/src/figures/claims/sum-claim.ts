import type { BlockShape } from '../../text/block.ts'
import type { Verdict } from '../ledger.ts'
import { add, type Rational, zero } from '../rational.ts'
import type { LocalClaim } from './local-claim.ts'
import type { Slot } from './slots.ts'
import { isPlain, named, nameFrom, printedValue, printLike } from './wording.ts'

/** The rule that objects when parts do not make their total. */
export const sumRule = 'figures/sum'

/** A breakdown whose parts and total are known. */
export interface Breakdown {
  /** Of the block in which the parts stand. */
  readonly shape: BlockShape
  /** The total, and the block in which it stands, if that is another one. */
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
export function sumClaim({
  shape,
  whole,
  wholeShape = shape,
  parts,
  verdict,
  variant,
}: Breakdown): LocalClaim {
  const first = parts[0] as Slot
  const last = parts[parts.length - 1] as Slot
  const sum = additionLine(
    parts.map((slot) => named(slot, shape)),
    printedSum(parts),
    whole,
    parts.every((slot) => isPlain(slot.figure)),
  )
  const printed = wholeShape.text.slice(whole.figure.from, whole.figure.to)
  return {
    kind: 'sum',
    rule: sumRule,
    verdict,
    from: nameFrom(first),
    to: last.figure.to,
    operands: [
      { figure: whole.index, role: 'total' },
      ...parts.map((slot) => ({ figure: slot.index, role: 'part' })),
    ],
    arithmetic: `${sum}，文中总数为“${printed}”`,
    variant,
    data: { sum, total: printed },
    evidence: [
      { from: nameFrom(whole), to: whole.figure.to, label: `总数${printed}` },
      ...parts.map((slot) => ({ from: nameFrom(slot), to: slot.figure.to, label: named(slot, shape) })),
    ],
  }
}
