import type { Interval } from './interval.ts'
import type { Qualifiers, Unit } from './ledger.ts'
import type { Bound } from './printed-interval.ts'

/** A number with its unit and its bounds. */
export interface Quantity {
  /** Number and unit as printed, with 余, 以上 and the like behind them. */
  readonly from: number
  readonly to: number
  /** Where the bound before it begins (近, 不低于); `from` if there is none. */
  readonly boundFrom: number
  readonly interval: Interval
  readonly unit: Unit
  readonly bound: Qualifiers['bound']
}

/** What was found at a place: a quantity, or nothing up to the offset where to go on. */
export type Step = Quantity | number

/** A bound as figures tell it; `more`: 余 or 多 stands with the number. */
export function publicBound(bound: Bound, more: boolean): Qualifiers['bound'] {
  if (bound === 'nearly') return 'about'
  return bound === 'exact' && more ? 'over' : bound
}
