import type { DataKinds } from '../../ruleset/data.ts'
import { meet, middle, total } from '../interval.ts'
import type { Prose } from '../prose.ts'
import { approximate } from '../rational.ts'
import type { Count } from './counts.ts'
import { isExplained } from './explained.ts'
import { pairNear } from './free-places.ts'
import { isRest } from './free-words.ts'
import type { LocalFigure } from './local-claim.ts'
import { close, noOthers, type Operands, type Reading } from './operands.ts'
import { provenOperands } from './parallel-operands.ts'
import { tellsOtherPart } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { fits, printedShare } from './ratio-verdict.ts'

/** How far a rate may lie from what two numbers make that little else joins to it, in percentage points. */
const nearby = { sure: 30, doubtful: 20 }

/**
 * The numbers of a rate by their places: the part right before it, and before that the whole of which it is a part. Asked where
 * no word of the rate's data was found beside the numbers. Null unless the pair makes the rate, or misses it in a way that
 * nothing else near explains:
 *
 * - they are the rate's own numbers if the part is told in its words;
 * - they are asked about if the part says something like it, or if it and another count make the base, or if the printed number
 *   is a slip of the pen of the right one and the part tells nothing that makes another rate.
 */
export function freeOperands(
  counts: readonly Count[],
  data: DataKinds,
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Operands | null {
  if (phrase.count > 1) return provenOperands(counts, prose, rate, phrase)
  const known = phrase.rate
  if (known?.counted === false && known.part.length === 0) return null
  if (isOfSeveral(prose, phrase) || isOfRest(counts, rate, phrase)) return null
  const pair = pairNear(counts, prose, rate, phrase)
  // 满意率: of what people were asked only what says the same word is held to it.
  if (!pair || (known?.sample && !pair.named)) return null
  const operands = (doubtful: boolean): Operands => ({
    reading: pair.reading,
    others: noOthers,
    sample: known?.sample === true,
    atMost100: true,
    certainty: close,
    doubtful,
  })
  if (!pair.named && isLastOfDivision(counts, pair.reading)) return null
  if (fits(pair.reading, rate, false)) return pair.named || pair.linked ? operands(false) : null
  const off = Math.abs(approximate(printedShare(pair.reading, rate)) - approximate(middle(rate.interval)))
  const sure = pair.named && off <= nearby.sure
  if (!sure && off > nearby.doubtful) return null
  const asked = pair.kin || pair.closed || (pair.slip && !tellsOtherPart(data, pair.lead, known))
  if (!sure && !asked) return null
  return isExplained(counts, pair.reading, rate) ? null : operands(!sure || pair.unsure)
}

/** 调解82件，撤回45件，调解、撤回终止率42.6%: a rate that is named by several things is of all of them. */
function isOfSeveral({ text }: Prose, { kind, from }: RatePhrase): boolean {
  return kind === 'named' && text[from - 1] === '、'
}

/** 起诉26件，其余272件止于复议，占91.3%: the share is of what is left, and what it is left of has no number here. */
function isOfRest(counts: readonly Count[], rate: LocalFigure, { kind }: RatePhrase): boolean {
  if (kind !== 'share') return false
  const last = counts.findLast(({ at, figure }) => at < rate.index && figure.sentence === rate.sentence)
  return last !== undefined && isRest(last.lead)
}

/** 参保52.36万人，其中职工5.18万人、居民47.18万人，参保率96.8%: what divides the whole with the number before it is no part of the rate. */
function isLastOfDivision(
  counts: readonly Count[],
  { part: { counts: parts }, base: { counts: bases } }: Reading,
): boolean {
  const [part, base] = [parts[0], bases[0]]
  if (!part || !base) return false
  const before = counts.find(({ at }) => at === part.at - 1)
  return (
    before !== undefined &&
    before.at !== base.at &&
    part.prose.text[before.figure.to] === '、' &&
    meet(total([before.figure.interval, part.figure.interval]), base.figure.interval)
  )
}
