import { holds, type Interval } from './interval.ts'
import { ceiling, divide, floor, multiply, type Rational, rational } from './rational.ts'

/** Two whole numbers next to each other whose shares of a total lie on both sides of a printed rate. */
export interface NeighbouringShares {
  readonly below: bigint
  readonly above: bigint
}

/**
 * Whether some whole number k from 0 to `total` makes k ÷ `total` a value of `share` (a part of 1, not of 100).
 * `total` must be a whole number above zero.
 */
export function hasWholeShare(total: bigint, share: Interval): boolean {
  const low = share.low === null ? 0n : ceiling(multiply(share.low, rational(total)))
  const first = low < 0n ? 0n : low
  return [first, first + 1n].some(
    (count) => count <= total && holds(share, divide(rational(count), rational(total))),
  )
}

/** The whole numbers just below and just above `share` × `total`, not beyond 0 and `total`. */
export function neighbouringShares(total: bigint, share: Rational): NeighbouringShares {
  const product = multiply(share, rational(total))
  const below = floor(product)
  const least = below < 0n ? 0n : below > total ? total : below
  return { below: least, above: least < total ? least + 1n : total }
}
