import type { BlockShape } from '../../text/block.ts'
import type { Verdict } from '../ledger.ts'
import type { LocalClaim } from './local-claim.ts'
import type { Slot } from './slots.ts'
import { named, nameFrom } from './wording.ts'

/** The rule that objects when a figure leaves a bound that the text sets for it. */
const boundRule = 'figures/bound'

/** A figure as printed. */
export function textOf({ figure }: Slot, shape: BlockShape): string {
  return shape.text.slice(figure.from, figure.to)
}

/** A bound, the figure that must keep to it, and how it is told. */
export interface BoundParts {
  readonly shape: BlockShape
  readonly bound: Slot
  readonly at: Slot
  readonly verdict: Verdict
  /** The words of the rule that tell it; left out for its own. */
  readonly variant?: 'mean' | null
  readonly line: () => string
}

/** The claim that a figure keeps to a bound, shown at the figure. */
export function boundClaim({ shape, bound, at, verdict, variant = null, line }: BoundParts): LocalClaim {
  return {
    kind: 'bound',
    rule: boundRule,
    verdict,
    variant,
    operands: [
      { figure: bound.index, role: 'bound' },
      { figure: at.index, role: 'result' },
    ],
    tell: () => {
      const printed = textOf(at, shape)
      const sum = line()
      return {
        from: nameFrom(at),
        to: at.figure.to,
        arithmetic: `${sum}，文中为“${printed}”`,
        data: { sum, printed },
        evidence: [{ from: nameFrom(bound), to: bound.figure.to, label: named(bound, shape) }],
      }
    },
  }
}
