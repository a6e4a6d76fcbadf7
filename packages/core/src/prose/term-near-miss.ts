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
 * Whether the text at `from` is the wording but for one slip behind its first characters, which stand there.
 *
 *     wording  行政执法公示制度        text  …行政执法公公示制度…   doubled, index 4
 *              ^^^^ intact                    ^ from
 *
 * So many of them as `intact` says need not be looked at again. Null for the exact wording, for two slips, and for any other difference.
 */
export function nearMissAfter(text: string, from: number, wording: string, intact = 0): NearMiss | null {
  const length = wording.length
  let same = intact
  while (same < length && text.charCodeAt(from + same) === wording.charCodeAt(same)) same++
  if (same === length) return null
  const at = from + same
  const written = text.charCodeAt(at)
  // Behind any slip the wording goes on: at once or with the next character, or with the same one once more.
  if (same + 1 < length) {
    const behind = text.charCodeAt(at + 1)
    const next = wording.charCodeAt(same + 1)
    if (written !== next && behind !== next && behind !== wording.charCodeAt(same)) return null
  }
  if (
    written === wording.charCodeAt(same + 1) &&
    text.charCodeAt(at + 1) === wording.charCodeAt(same) &&
    goesOn(text, at + 2, wording, same + 2)
  )
    return { slip: 'swapped', from, to: from + length, index: same }
  if (goesOn(text, at + 1, wording, same)) {
    if (same > 0 && written === wording.charCodeAt(same - 1))
      return { slip: 'doubled', from, to: from + length + 1, index: same - 1 }
    if (isPause(written)) return { slip: 'split', from, to: from + length + 1, index: same }
  }
  if (same + 1 < length && goesOn(text, at, wording, same + 1))
    return { slip: 'lost', from, to: from + length - 1, index: same }
  if (at < text.length && goesOn(text, at + 1, wording, same + 1))
    return { slip: 'replaced', from, to: from + length, index: same }
  return null
}

/** As {@link nearMissAfter}, for a wording whose end stands intact right before `to`. */
export function nearMissBefore(text: string, to: number, wording: string, intact = 0): NearMiss | null {
  const length = wording.length
  let same = intact
  while (same < length && text.charCodeAt(to - 1 - same) === wording.charCodeAt(length - 1 - same)) same++
  if (same === length) return null
  const index = length - 1 - same
  const at = to - 1 - same
  const written = text.charCodeAt(at)
  // As behind a slip, so before it.
  if (index > 0) {
    const before = text.charCodeAt(at - 1)
    const last = wording.charCodeAt(index - 1)
    if (written !== last && before !== last && before !== wording.charCodeAt(index)) return null
  }
  if (
    index > 0 &&
    written === wording.charCodeAt(index - 1) &&
    text.charCodeAt(at - 1) === wording.charCodeAt(index) &&
    beganWith(text, at - 1, wording, index - 1)
  )
    return { slip: 'swapped', from: to - length, to, index: index - 1 }
  if (beganWith(text, at, wording, index + 1)) {
    if (same > 0 && written === wording.charCodeAt(index + 1))
      return { slip: 'doubled', from: to - length - 1, to, index: index + 1 }
    if (isPause(written)) return { slip: 'split', from: to - length - 1, to, index: index + 1 }
  }
  if (index > 0 && beganWith(text, at + 1, wording, index))
    return { slip: 'lost', from: to - length + 1, to, index }
  if (at >= 0 && beganWith(text, at, wording, index))
    return { slip: 'replaced', from: to - length, to, index }
  return null
}

/** Whether the wording from its character `index` on stands in the text at `at`. */
function goesOn(text: string, at: number, wording: string, index: number): boolean {
  for (let nth = index; nth < wording.length; nth++)
    if (text.charCodeAt(at + nth - index) !== wording.charCodeAt(nth)) return false
  return true
}

/** Whether the first `count` characters of the wording stand in the text right before `end`. */
function beganWith(text: string, end: number, wording: string, count: number): boolean {
  if (end - count < 0) return false
  for (let nth = count - 1; nth >= 0; nth--)
    if (text.charCodeAt(end - count + nth) !== wording.charCodeAt(nth)) return false
  return true
}

/** 、 or a comma of either width. */
function isPause(mark: number): boolean {
  return mark === 0x3001 || mark === 0x2c || mark === 0xff0c
}
