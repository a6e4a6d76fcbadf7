/** An exact decimal: `units` × 10^-`scale`. Never a binary float. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

/** The values that a printed number allows. An absent bound is unbounded. */
export interface Interval {
  readonly low: Decimal | null
  readonly lowClosed: boolean
  readonly high: Decimal | null
  readonly highClosed: boolean
}
