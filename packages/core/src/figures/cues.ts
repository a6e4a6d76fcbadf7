import { aimCharacters, mayAim } from './targets.ts'
import { type TimeMark, timeCharacters, timeMarkAt } from './times.ts'

/**
 * Words that tell something about figures behind them, found while the scan goes over a block: each character is looked at
 * once, not once for every figure and word.
 *
 *     2023年以来，累计受理32件，其中涉农5件，力争…
 *         ^ time ^ time         ^ part       ^ aim
 *           ^^   ^^ of more than a year
 */
export interface Cues {
  readonly times: TimeMark[]
  /** Where 累计, 历年, 以来 stand. */
  readonly spans: number[]
  /** Where 其中 stands. */
  readonly parts: number[]
  /** Where a word for an aim may stand. */
  readonly aims: number[]
}

/** No cues yet. */
export function noCues(): Cues {
  return { times: [], spans: [], parts: [], aims: [] }
}

/** The characters that {@link noteCue} knows cues by. */
export const cueCharacters = `${timeCharacters}${aimCharacters}其历以`

/** Notes the cue that is known by the character at `at`, if there is one. */
export function noteCue(cues: Cues, text: string, at: number): void {
  const code = text.charCodeAt(at)
  const time = timeMarkAt(text, at)
  if (time) cues.times.push(time)
  if (isPair(code, text.charCodeAt(at + 1))) (code === part ? cues.parts : cues.spans).push(at)
  else if (mayAim(text, at)) cues.aims.push(at)
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
