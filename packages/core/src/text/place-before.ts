/**
 * Where in the list before an edit that stands which is the `nth` of the list behind it, if it is the same: at the same place
 * counted from the start, or counted from the end, where the list behind holds `more` (or, below zero, fewer). -1 if at neither.
 *
 *     before  ■ ■ □ ▲ ▲
 *             ^ nth ^ nth - more
 *     behind  ■ ■ ▣ ▣ ▲ ▲
 */
export function placeBefore(
  nth: number,
  more: number,
  isSame: (before: number, nth: number) => boolean,
): number {
  if (isSame(nth, nth)) return nth
  return more !== 0 && nth >= more && isSame(nth - more, nth) ? nth - more : -1
}
