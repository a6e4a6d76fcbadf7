/** Milliseconds on a clock that never goes back. `performance` has one too, but takes a millisecond to be loaded. */
export function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
