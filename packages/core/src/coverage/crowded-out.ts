import type { Item } from '../report/report.ts'
import type { Claimed, ShortcomingCoverage } from './coverage.ts'
import { itemText } from './item-words.ts'
import { kinship } from './kinship.ts'
import type { Lexicon } from './lexicon.ts'
import type { MeasureIndex } from './measure-index.ts'
import { type PairSet, pairSet } from './pair-set.ts'
import { ask, type OfferedSubject } from './prepare-items.ts'
import { touched } from './rank-measures.ts'

/** So many shortcomings must be taken up by measures of their own for the one that is left to stand out. */
const leastOthers = 2
/** A shortcoming that so many measures touch is not left out. */
const mostTouching = 3

/** A shortcoming that is left without a measure of its own. */
export interface CrowdedOut {
  /** Its position among the shortcomings. */
  readonly at: number
  readonly claimed: Claimed
}

/**
 * The shortcoming for which the plan leaves no measure: every other one has a measure of its own, each measure that touches it
 * belongs to another to which it has more to say, and the rest of the plan is surely about something else. Null if there is
 * none, or more than one: then the plan goes its own way. A measure may answer two shortcomings, so this is no more than a
 * question.
 *
 *     不足  监督方式单一   应急处置法治化不高   法律服务不均衡
 *             │ 0.95   ╱ 0.49                │ 1.00
 *     安排  数字化监督                      均衡布局          优化营商环境 (surely about something else)
 */
export function crowdedOut(
  shortcomings: readonly ShortcomingCoverage[],
  items: readonly Item[],
  index: MeasureIndex,
  lexicon: Lexicon,
): CrowdedOut | null {
  if (shortcomings.length <= leastOthers || !index.understood) return null
  const owners = ownersOf(shortcomings)
  const owned = new Set(owners.values())
  const left = shortcomings.flatMap((_, at) => (owned.has(at) ? [] : [at]))
  const [only] = left
  if (only === undefined || left.length > 1) return null
  const entry = shortcomings[only] as ShortcomingCoverage
  if (entry.verdict === 'not-checkable' || entry.verdict === 'unanswered') return null
  const nearest = entry.links.find(({ measure }) => owners.has(measure))
  if (!nearest) return null
  const claimed = { measure: nearest.measure, by: owners.get(nearest.measure) as number }
  if (
    entry.links.length > mostTouching ||
    entry.links.some((link) => !isExplained(link, owners, shortcomings))
  )
    return null
  const free = index.measures.filter((_, at) => !owners.has(at))
  if (!free.every((offered) => isElsewhere(offered))) return null
  const { subject, facets } = ask(entry.item, lexicon)
  if (subject.answersItself || !facets.some(({ weight, manner }) => weight >= 0.5 && !manner)) return null
  const pairs = pairsIn(items)
  const isAkin = kinship(subject, pairs, lexicon) !== null || sharesUnknownPair(entry.item, pairs, lexicon)
  return isAkin ? null : { at: only, claimed }
}

/** For each measure the shortcoming that it belongs to: the pairs with most in common first, one measure for each. */
function ownersOf(shortcomings: readonly ShortcomingCoverage[]): Map<number, number> {
  const pairs = shortcomings.flatMap(({ links }, at) =>
    links.filter(({ score }) => score >= touched).map(({ score, measure }) => ({ at, measure, score })),
  )
  pairs.sort((a, b) => b.score - a.score || Math.abs(a.at - a.measure) - Math.abs(b.at - b.measure))
  const owners = new Map<number, number>()
  const served = new Set<number>()
  for (const { at, measure } of pairs) {
    if (owners.has(measure) || served.has(at)) continue
    owners.set(measure, at)
    served.add(at)
  }
  return owners
}

/** Whether the link is too weak to count, or its measure belongs to another shortcoming to which it has more to say. */
function isExplained(
  { measure, score }: ShortcomingCoverage['links'][number],
  owners: ReadonlyMap<number, number>,
  shortcomings: readonly ShortcomingCoverage[],
): boolean {
  if (score < touched) return true
  const owner = owners.get(measure)
  const own = owner === undefined ? undefined : shortcomings[owner]
  return own?.links.some((link) => link.measure === measure && link.score > score) === true
}

/** Whether the measure names a subject of its own beyond doubt, and does not answer all shortcomings at once. */
function isElsewhere({ sure, isExplicit, answersAll }: OfferedSubject): boolean {
  return sure && isExplicit && !answersAll
}

/** The pairs of characters in all that the measures say, not only in their headings. */
function pairsIn(measures: readonly Item[]): PairSet {
  let length = 0
  for (const { places } of measures) for (const { from, to } of places) length += to - from
  const pairs = pairSet(length)
  for (const { places } of measures)
    for (const { block, from, to } of places) pairs.add(block.shape.folded, from, to)
  return pairs
}

//     民族地区双语法律服务人才短缺
//            ^^ between words that are known
/** Whether two characters of the item's head that belong to no known word, a word of its own, are among the pairs. */
function sharesUnknownPair(item: Item, pairs: PairSet, lexicon: Lexicon): boolean {
  for (const { inHead, text, from, words } of itemText(item, lexicon).clauses) {
    if (!inHead) continue
    const known = new Uint8Array(text.length)
    for (const word of words) known.fill(1, Math.max(0, word.from - from), word.to - from)
    for (let at = 0; at + 2 <= text.length; at++) {
      if (known[at] === 1 || known[at + 1] === 1 || !pairs.has(text, at)) continue
      if (han.test(text.slice(at, at + 2))) return true
    }
  }
  return false
}

const han = /^[\u4e00-\u9fff]{2}$/
