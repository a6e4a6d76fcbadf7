const kept = 4096
const wholes: (bigint | undefined)[] = new Array(kept)

/** A whole number as a bigint; small ones are made once. */
export function wholeOf(value: number): bigint {
  if (value >= kept) return BigInt(value)
  // As an integer, since what was computed digit by digit is kept as a float, for which a list is searched as by name.
  const at = value | 0
  wholes[at] ??= BigInt(value)
  return wholes[at]
}
