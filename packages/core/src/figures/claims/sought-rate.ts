import type { Prose } from '../prose.ts'
import { partOf } from './count-part.ts'
import { type Count, distanceOf, inOnePassage, type Part } from './counts.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Rate } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import type { Topic } from './topic.ts'

/** A named rate whose numbers are looked for by the words of its data. */
export interface SoughtRate {
  readonly prose: Prose
  readonly rate: LocalFigure
  readonly phrase: RatePhrase
  readonly known: Rate
  /** Whether its name speaks of success. */
  readonly ofSuccess: boolean
  readonly topic: Topic
  /** The counts near it that are of its time, in reading order; and the same with the nearest first. */
  readonly counts: readonly Count[]
  readonly nearest: readonly Count[]
}

/**
 * Whether the count is that to the rate, by its words. Most counts near a rate are nothing to it: what their numbers and places tell
 * is asked first.
 */
export function isIts(sought: SoughtRate, part: Part, count: Count): boolean {
  return partOf(count, sought.known, sought.ofSuccess) === part
}

/** The counts that are that to the rate, no farther away, the nearest first. */
export function near(sought: SoughtRate, part: Part, farthest: number): readonly Count[] {
  return sought.nearest.filter(
    (count) => distanceOf(count, sought.rate) <= farthest && isIts(sought, part, count),
  )
}

/** 0 in the same sentence, 1 in the next (or in the next paragraph of the section), 2 farther away. */
export function distanceBetween(a: Count, b: Count): number {
  if (inOnePassage(a, b)) return Math.min(2, Math.abs(a.figure.sentence - b.figure.sentence))
  const [above, own] = a.at < 0 ? [a, b] : [b, a]
  const last = above.prose.scanned.sentences.length - 1
  return above.passage === 'beside' && above.figure.sentence === last && own.figure.sentence === 0 ? 1 : 2
}

/** 受理93件（含上年结转7件）: the cases taken over are in the number already. */
export function isIncluded(carried: Count, base: Count): boolean {
  if (/新收|本年|当年|新增|今年/.test(base.words)) return false
  return /含|包括|其中|加上|连同|计入/.test(carried.lead) || carried.figure.depth > base.figure.depth
}
