/** How a text differs from a fixed wording by one slip of the keyboard; `split`: a 、 or ， stands inside it. */
export type Slip = 'lost' | 'doubled' | 'replaced' | 'swapped' | 'split'

/** A stretch of text that is a fixed wording but for one slip. */
export interface NearMiss {
  readonly slip: Slip
  readonly from: number
  readonly to: number
  /** Position in the fixed wording of the character lost, doubled or replaced, or of the first of the two swapped. */
  readonly index: number
}

/**
 * Whether the text at `from` is the wording but for one slip behind its first `intact` characters, which must stand there.
 *
 *     wording  行政执法公示制度        text  …行政执法公公示制度…   doubled, index 4
 *              ^^^^ intact                    ^ from
 *
 * Null for the exact wording, for two slips, and for any other difference.
 */
export function nearMissAfter(text: string, from: number, wording: string): NearMiss | null {
  const length = wording.length
  let same = 0
  while (same < length && text[from + same] === wording[same]) same++
  if (same === length) return null
  const rest = (shift: number, index: number): boolean => text.startsWith(wording.slice(index), from + shift)
  const at = from + same
  const found = (slip: Slip, to: number, index = same): NearMiss => ({ slip, from, to, index })
  if (text[at] === wording[same + 1] && text[at + 1] === wording[same] && rest(same + 2, same + 2))
    return found('swapped', from + length)
  if (same > 0 && text[at] === wording[same - 1] && rest(same + 1, same))
    return found('doubled', from + length + 1, same - 1)
  if (isPause(text[at]) && rest(same + 1, same)) return found('split', from + length + 1)
  if (same + 1 < length && rest(same, same + 1)) return found('lost', from + length - 1)
  if (at < text.length && rest(same + 1, same + 1)) return found('replaced', from + length)
  return null
}

/** As {@link nearMissAfter}, for a wording whose end stands intact right before `to`. */
export function nearMissBefore(text: string, to: number, wording: string): NearMiss | null {
  const length = wording.length
  let same = 0
  while (same < length && to - same > 0 && text[to - 1 - same] === wording[length - 1 - same]) same++
  if (same === length) return null
  const index = length - 1 - same
  const at = to - 1 - same
  const head = (end: number, characters: number): boolean =>
    end - characters >= 0 && text.slice(end - characters, end) === wording.slice(0, characters)
  const found = (slip: Slip, from: number, where = index): NearMiss => ({ slip, from, to, index: where })
  if (
    index > 0 &&
    text[at] === wording[index - 1] &&
    text[at - 1] === wording[index] &&
    head(at - 1, index - 1)
  )
    return found('swapped', to - length, index - 1)
  if (same > 0 && text[at] === wording[index + 1] && head(at, index + 1))
    return found('doubled', to - length - 1, index + 1)
  if (isPause(text[at]) && head(at, index + 1)) return found('split', to - length - 1, index + 1)
  if (index > 0 && head(at + 1, index)) return found('lost', to - length + 1)
  if (at >= 0 && head(at, index)) return found('replaced', to - length)
  return null
}

function isPause(mark: string | undefined): boolean {
  return mark === '、' || mark === ',' || mark === '，'
}
