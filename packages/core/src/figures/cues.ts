import { codeAt } from '../text/code-at.ts'
import { aimCharacters, mayAim } from './targets.ts'
import { type TimeMark, timeCharacters, timeMarkAt } from './times.ts'

/**
 * Words that tell something about figures behind them, found in one go over a block: each character is looked at once, not
 * once for every figure and word.
 *
 *     2023年以来，累计受理32件，其中涉农5件，力争…
 *         ^ time ^ time         ^ part       ^ aim
 *           ^^   ^^ of more than a year
 */
export interface Cues {
  readonly times: readonly TimeMark[]
  /** Where 累计, 历年, 以来 stand. */
  readonly spans: readonly number[]
  /** Where 其中 stands. */
  readonly parts: readonly number[]
  /** Where a word for an aim may stand. */
  readonly aims: readonly number[]
}

/** One for the characters that cues are known by. */
const isCue = new Uint8Array(0x10000)
for (const character of `${timeCharacters}${aimCharacters}其历以`) isCue[character.charCodeAt(0)] = 1

/** The cues of a folded text before `end`. */
export function cuesBefore(text: string, end: number): Cues {
  const times: TimeMark[] = []
  const spans: number[] = []
  const parts: number[] = []
  const aims: number[] = []
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isCue[code] === 0) continue
    const time = timeMarkAt(text, at)
    if (time) times.push(time)
    if (isPair(code, codeAt(text, at + 1))) (code === part ? parts : spans).push(at)
    else if (mayAim(text, at)) aims.push(at)
  }
  return { times, spans, parts, aims }
}

const part = 0x5176

/** 其中, 累计, 历年, 以来 */
function isPair(code: number, next: number): boolean {
  switch (code) {
    case part:
      return next === 0x4e2d
    case 0x7d2f:
      return next === 0x8ba1
    case 0x5386:
      return next === 0x5e74
    case 0x4ee5:
      return next === 0x6765
    default:
      return false
  }
}
