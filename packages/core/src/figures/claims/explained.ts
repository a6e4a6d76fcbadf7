import { type Interval, middle } from '../interval.ts'
import { approximate, type Rational } from '../rational.ts'
import { type Count, divisible } from './counts.ts'
import { isRest } from './free-words.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Reading } from './operands.ts'
import { acceptedBy } from './ratio-verdict.ts'

/** How many of the nearest counts are tried: more would make any rate by chance. */
const mostCounts = 12
/** How far beyond a bound a share may lie and still be told by it, in percentage points. */
const widestBound = 10
/** How many neighbours of a list are taken together at most. */
const longestRun = 4

/**
 * Whether other numbers near the rate make it: any two of them, the neighbours of a list taken together, the base less what
 * is open or carried over, or what is left of the base. Then those were meant, and nothing can be said against the rate.
 *
 *     收到 86件 ， 受理 80件 ， 审结 72件 ， …率90%
 *     ^base as read  ^72÷80 makes it  ^part as read
 *
 * Tried with floating numbers, a little more widely than printed: it only ever takes a charge back. `directed`: the words leave no
 * doubt which of the two is below the line, so that the two changed about are the mistake and no explanation.
 */
export function isExplained(
  counts: readonly Count[],
  reading: Reading,
  rate: LocalFigure,
  directed = false,
): boolean {
  const scale = rate.unit.kind === 'permille' ? 1000 : 100
  const within = ({ low, high }: Interval): ((part: number, base: number) => boolean) => {
    // 八成以上 says a little more than eighty: any share above it would be an explanation otherwise.
    const least = low ? approximate(low) : approximate(high as Rational) - widestBound
    const most = high ? approximate(high) : least + widestBound
    return (part, base) => {
      const share = (part / base) * scale
      return share >= least - 1e-9 && share <= most + 1e-9
    }
  }
  const makes = within(acceptedBy(rate, false))
  // What must be added up first explains a rate only if it makes it as it is printed, and not one that has been cut off.
  const makesRounded = within(rate.interval)
  const like = reading.base.counts[0]?.figure
  const own = counts
    .filter(({ figure }) => like && divisible(figure, like))
    .sort((a, b) => Math.abs(a.at - rate.index) - Math.abs(b.at - rate.index))
    .slice(0, mostCounts)
    .sort((a, b) => a.at - b.at)
  const values = own.map(({ figure }) => approximate(middle(figure.interval)))
  const [part, base] = [reading.part, reading.base].map(({ interval }) => approximate(middle(interval))) as [
    number,
    number,
  ]
  if (makes(base - part, base)) return true
  for (const [at, value] of values.entries()) {
    const done = !isRest((own[at] as Count).words)
    if (done && makes(base - value, base)) return true
    if (done && (makesRounded(part, base - value) || makesRounded(part + value, base))) return true
    if (makesRounded(part, base + value)) return true
    for (const [nth, other] of values.entries())
      if (nth !== at && !(directed && value === base && other === part) && makes(value, other)) return true
    let sum = value
    for (let next = at + 1; next < Math.min(values.length, at + longestRun); next++) {
      sum += values[next] as number
      // 落地49项、未落地3项 make all there are, and no more.
      if (isRest((own[next] as Count).words)) break
      if ((done && makesRounded(sum, base)) || makesRounded(part, sum)) return true
    }
  }
  return false
}
