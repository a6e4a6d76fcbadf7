import { liesBelow, meet, middle, total } from '../interval.ts'
import type { Prose } from '../prose.ts'
import { approximate } from '../rational.ts'
import { type Count, distanceOf, divisible, inOnePassage } from './counts.ts'
import { isRest } from './free-words.ts'
import type { LocalFigure } from './local-claim.ts'
import {
  type Certainty,
  less,
  type Operands,
  type OtherReadings,
  plus,
  type Side,
  side,
  together,
} from './operands.ts'
import { baseOf, type FoundBase } from './paired-base.ts'
import { isOfClosedCases } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { distanceBetween, isIncluded, isIts, near, type SoughtRate } from './sought-rate.ts'
import { speakOfOne } from './topic.ts'
import { withoutPart } from './untold-part.ts'

/** How far a part may stand from its rate. */
const farthestPart = 3

/**
 * The numbers of a named rate: the nearest count that its data call the part, and its base, the surest words first.
 *
 *     上年结转7件 ， 本年新收86件 ， 审结88件 ， 审结率94.6%
 *     ^carried       ^base          ^part       ^rate
 */
export function pairedOperands(sought: SoughtRate): Operands | null {
  const { prose, rate, phrase, known } = sought
  const part = sought.nearest.find(
    (count) => distanceOf(count, rate) <= farthestPart && isIts(sought, 'part', count),
  )
  if (!part) return withoutPart(sought)
  // 一般火灾2起，其余9起均在萌芽状态扑灭，扑灭率100%: the rate is of all of them, and of what was left no more is told.
  if (isRest(part.words) && approximate(middle(rate.interval)) >= 100) return null
  const found = baseOf(sought, part)
  if (!found) return null
  const { base, kind } = found
  if (isOfNearerThings(sought, part, base)) return null
  if (base.at < rate.index && hasOwnWhole(sought, part)) return null
  if (isOfOtherPlace(prose, rate, base)) return null
  // 化解积案35件，省交办件31件: what follows and is less is no whole.
  if (base.at > part.at && liesBelow(base.figure.interval, part.figure.interval)) return null
  const sides = sidesOf(sought, part, base, kind)
  return {
    reading: { part: sides.part, base: sides.full },
    others: () => otherReadings(sought, part, base, sides),
    sample: known.sample && kind !== 'whole',
    atMost100: known.atMost100,
    ofClosed: kind !== 'whole' && isOfClosedCases(known) && !/化解|调处|成功/.test(phrase.name),
    certainty: () => certaintyOf(sought, part, found),
  }
}

/** What may stand above and below the line. */
interface Sides {
  readonly part: Side
  /** The base as it is told; and with the cases taken over, if they do not belong to it already. */
  readonly plain: Side
  readonly full: Side
  /** The counts of the base's list, if it stands in one. */
  readonly list: readonly Count[]
  readonly carried: Count | undefined
}

const none: readonly Count[] = []

function sidesOf(sought: SoughtRate, part: Count, base: Count, kind: FoundBase['kind']): Sides {
  const list = kind === 'base' ? listWith(sought, base, part) : none
  const carried = kind === 'whole' ? undefined : carriedBeside(sought, base, 2)
  const plain = list.length > 1 && !speakOfOne(part, base, sought.topic) ? together(list) : side(base)
  const full = carried && !isIncluded(carried, base) ? plus(plain, carried) : plain
  return { part: side(part), plain, full, list, carried }
}

/** The nearest count of cases taken over that can be added to the base. */
function carriedBeside(sought: SoughtRate, base: Count, farthest: number): Count | undefined {
  return sought.nearest.find(
    (count) =>
      divisible(count.figure, base.figure) &&
      distanceOf(count, sought.rate) <= farthest &&
      isIts(sought, 'carried', count),
  )
}

/** What else the two may be read as: several parts or bases together, the base without what does not count. */
function otherReadings(
  sought: SoughtRate,
  part: Count,
  base: Count,
  { part: own, plain, full, list, carried }: Sides,
): OtherReadings {
  const alike = (role: 'other-kind' | 'left-out' | 'open', farthest: number): readonly Count[] =>
    near(sought, role, farthest).filter((count) => divisible(count.figure, base.figure))
  const more = near(sought, 'part', farthestPart).filter((other) => isBeside(other, part))
  const parted = more.length > 1 ? [own, together(more)] : [own]
  const bases = list.length > 1 ? [full, side(base), together(list)] : [full]
  const also = parted.flatMap((each) => bases.map((whole) => ({ part: each, base: whole }))).slice(1)
  if (carried && isIncluded(carried, base)) also.push({ part: own, base: plus(plain, carried) })
  const ofOtherKind = alike('other-kind', 1)
  if (ofOtherKind.length > 0) also.push({ part: own, base: less(full, ofOtherKind) })
  const unusual: OtherReadings['unusual'][number][] = []
  const gone = alike('left-out', 1)
  if (gone.length > 0)
    for (const each of parted)
      unusual.push({ reading: { part: each, base: less(full, gone) }, variant: 'left-out' })
  const notDue = alike('open', 0).filter((count) => isNotDue(count, sought.phrase))
  if (notDue.length > 0)
    unusual.push({ reading: { part: own, base: less(full, notDue) }, variant: 'not-due' })
  if (full !== plain) unusual.push({ reading: { part: own, base: plain }, variant: 'without-carried' })
  return { also, unusual }
}

/** 按期结案率, or 其余7件尚在法定期限内: what is not due yet may be left out of the base. */
function isNotDue({ words }: Count, { name }: RatePhrase): boolean {
  return /按期|按时|及时|如期|限时|法定/.test(name) || /期限内|时限内|期内|未到期|未届|未满/.test(words)
}

/** 反映326件，办结322件。…差评317次，差评整改率100%: a count of its own sentence is called as the rate is, and neither of the two. */
function isOfNearerThings(
  { phrase: { object }, counts, rate }: SoughtRate,
  part: Count,
  base: Count,
): boolean {
  if (object.length < 2 || distanceOf(part, rate) === 0 || distanceOf(base, rate) === 0) return false
  if (part.words.includes(object) || base.words.includes(object)) return false
  return counts.some((count) => distanceOf(count, rate) === 0 && count.words.includes(object))
}

/** 全县确定96个，开工84个。全市平均开工率: the rate is told of one place, its base of another. */
function isOfOtherPlace({ text }: Prose, rate: LocalFigure, { prose, figure }: Count): boolean {
  const own = wholePlace.exec(text.slice(rate.leadFrom, rate.from))?.[0]
  if (own === undefined) return false
  const sentence = prose.text.slice(prose.scanned.sentences[figure.sentence] ?? 0, figure.from)
  return wholePlace.test(sentence) && !sentence.includes(own)
}

const wholePlace = /全[国省市州县区镇乡]/

/** How surely the two belong together: what is done and what is not may make the base. */
function certaintyOf(sought: SoughtRate, part: Count, { base, certainty }: FoundBase): Certainty {
  return isClosed(sought, part, base) ? 'sure' : closer(sought, part, base, certainty())
}

/** 交办18项，落实15项，正在推进3项: what is done and what is not make the base, so they belong together. */
function isClosed(sought: SoughtRate, part: Count, base: Count): boolean {
  const open = sought.counts.find(
    (count) =>
      count.figure.sentence === part.figure.sentence &&
      inOnePassage(count, part) &&
      divisible(count.figure, part.figure) &&
      isIts(sought, 'open', count),
  )
  return open !== undefined && meet(total([part.figure.interval, open.figure.interval]), base.figure.interval)
}

/** A likely pair that stands alone in its sentence, base first, is held to the rate more closely. */
function closer({ counts, rate }: SoughtRate, part: Count, base: Count, certainty: Certainty): Certainty {
  if (certainty !== 'likely' || distanceBetween(base, part) > 0) return certainty
  if (base.at !== part.at - 1 || distanceOf(part, rate) > 0) return certainty
  const alone = counts.every(
    (count) =>
      !inOnePassage(count, part) ||
      distanceOf(count, rate) > 1 ||
      count.at === part.at ||
      count.at === base.at,
  )
  return alone ? 'close' : certainty
}

/** 按期办复率100%。包办疑难工单126件、办结119件: a part in a sentence behind the rate's that has a whole of its own there. */
function hasOwnWhole({ counts, rate }: SoughtRate, part: Count): boolean {
  if (part.at < rate.index || part.figure.sentence === rate.sentence) return false
  return counts.some(
    (count) =>
      count.at > rate.index &&
      count.at < part.at &&
      inOnePassage(count, part) &&
      count.figure.sentence === part.figure.sentence &&
      divisible(count.figure, part.figure),
  )
}

/** 受理民事案件32件、行政案件5件: the counts of the base's clause, of which the part may be taken together. */
function listWith(sought: SoughtRate, base: Count, part: Count): readonly Count[] {
  return sought.counts.filter(
    (count) =>
      count.figure.clause === base.figure.clause &&
      inOnePassage(count, base) &&
      count.at !== part.at &&
      divisible(count.figure, base.figure) &&
      isIts(sought, 'base', count),
  )
}

/** Whether another part stands in the same clause or list as this one, so that both may make the part together. */
function isBeside(other: Count, part: Count): boolean {
  return (
    other.figure.sentence === part.figure.sentence &&
    inOnePassage(other, part) &&
    divisible(other.figure, part.figure)
  )
}
