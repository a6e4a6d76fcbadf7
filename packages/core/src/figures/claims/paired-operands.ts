import { liesBelow, meet, total } from '../interval.ts'
import type { Prose } from '../prose.ts'
import { type Count, clashes, divisible, inOnePassage } from './counts.ts'
import type { LocalFigure } from './local-claim.ts'
import {
  allOf,
  less,
  noOthers,
  type Operands,
  type OtherReadings,
  plus,
  type Side,
  side,
  together,
} from './operands.ts'
import { isOfClosedCases, type Rate } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { topicOf } from './topic.ts'

/**
 * The numbers of a named rate: the nearest count that its data call the part, and its base, the surest words first.
 *
 *     上年结转7件 ， 本年新收86件 ， 审结88件 ， 审结率94.6%
 *     ^carried       ^base          ^part       ^rate
 */
export function pairedOperands(
  counts: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
  known: Rate,
): Operands | null {
  const near = (part: Count['part'], farthest: number): Count[] =>
    counts
      .filter((count) => count.part === part && count.distance <= farthest)
      .sort((a, b) => remoteness(a, rate, prose) - remoteness(b, rate, prose))
  const parts = near('part', 3)
  const part = parts[0]
  if (!part) return withoutPart(near, prose, rate, phrase, known)
  const found = baseOf(near, counts, part, rate, phrase, known)
  if (!found) return null
  const { base } = found
  if (base.at < rate.index && hasOwnWhole(counts, part, rate)) return null
  if (isOfOtherPlace(prose, rate, base)) return null
  // 化解积案35件，省交办件31件: what follows and is less is no whole.
  if (base.at > part.at && liesBelow(base.figure.interval, part.figure.interval)) return null
  const certainty = isClosed(counts, part, base) ? 'sure' : closer(counts, part, base, found.certainty)
  const list = base.part === 'base' ? listWith(counts, base, part) : [base]
  const carried =
    base.part === 'whole'
      ? undefined
      : near('carried', 2).find((count) => divisible(count.figure, base.figure))
  const own = side(part)
  const plain = list.length > 1 && !speaksOf(part, base, known) ? together(list) : side(base)
  const full = carried && !isIncluded(carried, base) ? plus(plain, carried) : plain
  const others = (): OtherReadings => {
    const more = parts.filter((other) => isBeside(other, part))
    const alike = (part: Count['part'], farthest: number): Count[] =>
      near(part, farthest).filter((count) => divisible(count.figure, base.figure))
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
    const notDue = alike('open', 0).filter((count) => isNotDue(count, phrase))
    if (notDue.length > 0)
      unusual.push({ reading: { part: own, base: less(full, notDue) }, variant: 'not-due' })
    if (full !== plain) unusual.push({ reading: { part: own, base: plain }, variant: 'without-carried' })
    return { also, unusual }
  }
  return {
    reading: { part: own, base: full },
    others,
    sample: known.sample && base.part !== 'whole',
    atMost100: known.atMost100,
    ofClosed: base.part !== 'whole' && isOfClosedCases(known) && !/化解|调处|成功/.test(phrase.name),
    certainty,
  }
}

/** 按期结案率, or 其余7件尚在法定期限内: what is not due yet may be left out of the base. */
function isNotDue({ counted }: Count, { name }: RatePhrase): boolean {
  return (
    /按期|按时|及时|如期|限时|法定/.test(name) || /期限内|时限内|期内|未到期|未届|未满/.test(counted.words)
  )
}

/** 全县确定96个，开工84个。全市平均开工率: the rate is told of one place, its base of another. */
function isOfOtherPlace({ text }: Prose, rate: LocalFigure, { counted, figure }: Count): boolean {
  const own = wholePlace.exec(text.slice(rate.leadFrom, rate.from))?.[0]
  if (own === undefined) return false
  const { scanned, text: words } = counted.prose
  const sentence = words.slice(scanned.sentences[figure.sentence] ?? 0, figure.from)
  return wholePlace.test(sentence) && !sentence.includes(own)
}

const wholePlace = /全[国省市州县区镇乡]/

/** 交办18项，落实15项，正在推进3项: what is done and what is not make the base, so they belong together. */
function isClosed(counts: readonly Count[], part: Count, base: Count): boolean {
  const open = counts.find(
    (count) =>
      count.part === 'open' &&
      inOnePassage(count, part) &&
      count.figure.sentence === part.figure.sentence &&
      divisible(count.figure, part.figure),
  )
  return open !== undefined && meet(total([part.figure.interval, open.figure.interval]), base.figure.interval)
}

/** A likely pair that stands alone in its sentence, base first, is held to the rate more closely. */
function closer(
  counts: readonly Count[],
  part: Count,
  base: Count,
  certainty: Operands['certainty'],
): Operands['certainty'] {
  if (certainty !== 'likely' || distanceBetween(base, part) > 0) return certainty
  if (base.at !== part.at - 1 || part.distance > 0) return certainty
  const alone = counts.every(
    (count) =>
      !inOnePassage(count, part) || count.distance > 1 || count.at === part.at || count.at === base.at,
  )
  return alone ? 'close' : certainty
}

/** How far a count is from its rate: by sentences, then behind it after before it, then by characters. */
function remoteness(count: Count, rate: LocalFigure, prose: Prose): number {
  const { figure, distance } = count
  const same = count.at >= 0
  const behind = same && figure.from > rate.from
  const gap = same
    ? Math.abs(figure.from - rate.from)
    : prose.text.length + count.counted.prose.text.length - figure.from
  return (distance === 3 ? 2.5 : distance) * 1e6 + (behind ? 5e5 : 0) + Math.min(gap, 4e5)
}

type Near = (part: Count['part'], farthest: number) => Count[]

/** The base of a part: by its own words, or by grammar (其中, 中), or by the words of the rate's data. */
function baseOf(
  near: Near,
  counts: readonly Count[],
  part: Count,
  rate: LocalFigure,
  phrase: RatePhrase,
  known: Rate,
): { base: Count; certainty: Operands['certainty'] } | null {
  const candidate = (base: Count): Operands['certainty'] | null => {
    if (base.at === part.at || !divisible(base.figure, part.figure) || clashes(base.figure, part.figure))
      return null
    // The part before the rate and its base behind it: the words of another sentence part.
    if (part.at < rate.index && base.at > rate.index) return null
    const topic = topicOf(phrase, part, base, known)
    const away = distanceBetween(base, part)
    if (topic === 'elsewhere' || (topic === 'other' && away > 0)) return null
    if (known.alike && topic !== 'same' && base.part !== 'whole') return null
    if (away === 0) return topic === 'other' ? 'likely' : 'sure'
    if (topic === 'same') return away <= 1 ? 'sure' : 'likely'
    return away <= 1 ? 'likely' : null
  }
  for (const kind of ['whole', 'base'] as const) {
    const enclosing = kind === 'base' ? wholeOf(counts, part, known) : undefined
    for (const base of near(kind, 5)) {
      const certainty = candidate(base)
      if (!certainty) continue
      if (enclosing && enclosing !== base && distanceBetween(enclosing, part) < distanceBetween(base, part))
        break
      return { base, certainty }
    }
    if (enclosing) return { base: enclosing, certainty: 'sure' }
  }
  const before = known.sample ? undefined : countBefore(counts, part)
  if (
    before &&
    known.alike &&
    topicOf(phrase, part, before, known) !== 'same' &&
    !countsPersons(before, part)
  )
    return null
  return before && topicOf(phrase, part, before, known) !== 'elsewhere'
    ? { base: before, certainty: 'likely' }
    : onlyAbove(counts, part, phrase, known)
}

/** 按期办复率100%。包办疑难工单126件、办结119件: a part in a sentence behind the rate's that has a whole of its own there. */
function hasOwnWhole(counts: readonly Count[], part: Count, rate: LocalFigure): boolean {
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

/** 责任单位48家。年底考核，优秀15家: the one count that the sentence or paragraph before tells in the part's unit. */
function onlyAbove(
  counts: readonly Count[],
  part: Count,
  phrase: RatePhrase,
  known: Rate,
): { base: Count; certainty: 'likely' } | null {
  if (known.sample) return null
  const own = counts.filter((count) => count.at < part.at)
  const alike = own.filter((count) => divisible(count.figure, part.figure))
  const [base] = alike
  if (!base || alike.length > 1 || base.part !== null || distanceBetween(base, part) !== 1) return null
  if (own[own.length - 1] !== base || clashes(base.figure, part.figure) || base.figure.role === 'target')
    return null
  const topic = topicOf(phrase, part, base, known)
  return topic === 'elsewhere' || (known.alike && topic !== 'same') ? null : { base, certainty: 'likely' }
}

/** 调解员628名，获得评定412名: persons of whom some are told more about. */
function countsPersons(base: Count, part: Count): boolean {
  return [base, part].every(({ figure }) => figure.unit.name === '名' || figure.unit.name === '人')
}

/** The count right before the part in its sentence, of the same unit, whatever its words; brackets are passed over. */
function countBefore(counts: readonly Count[], part: Count): Count | undefined {
  const { figure, prose } = part.counted
  let before = figure.index - 1
  while ((prose.figures[before]?.depth ?? 0) > figure.depth) before--
  return counts.findLast(
    (count) =>
      count.part === null &&
      inOnePassage(count, part) &&
      count.figure.sentence === figure.sentence &&
      count.figure.index === before &&
      divisible(count.figure, figure),
  )
}

/** 0 in the same sentence, 1 in the next (or in the next paragraph of the section), 2 farther away. */
function distanceBetween(a: Count, b: Count): number {
  if (inOnePassage(a, b)) return Math.min(2, Math.abs(a.figure.sentence - b.figure.sentence))
  const [above, own] = a.at < 0 ? [a.counted, b] : [b.counted, a]
  const last = above.prose.scanned.sentences.length - 1
  return above.passage === 'beside' && above.figure.sentence === last && own.figure.sentence === 0 ? 1 : 2
}

/** The count of which the part is told as 其中, or which stands before it with 中: its whole by grammar. */
function wholeOf(counts: readonly Count[], part: Count, known: Rate): Count | undefined {
  let best: Count | undefined
  for (const count of counts) {
    if (!inOnePassage(count, part) || count.at >= part.at) continue
    if (count.part !== null && count.part !== 'base' && count.part !== 'whole') continue
    if (!divisible(count.figure, part.figure) || part.figure.sentence - count.figure.sentence > 1) continue
    const between = part.counted.prose.text.slice(count.figure.to, part.figure.from)
    if (between.length > 80 || !/其中[^。;]*$|^[^,。;]{0,16}[中里内][,的有]?/.test(between)) continue
    if (known.sample && between.includes('其中')) continue
    best = count
  }
  return best
}

/** 受理民事案件32件、行政案件5件: the counts of the base's clause, of which the part may be taken together. */
function listWith(counts: readonly Count[], base: Count, part: Count): readonly Count[] {
  return counts.filter(
    (count) =>
      count.part === 'base' &&
      inOnePassage(count, base) &&
      count.figure.clause === base.figure.clause &&
      count.at !== part.at &&
      divisible(count.figure, base.figure),
  )
}

function speaksOf(part: Count, base: Count, known: Rate): boolean {
  return topicOf(null, part, base, known) === 'same'
}

/** 受理93件（含上年结转7件）: the cases taken over are in the number already. */
function isIncluded(carried: Count, base: Count): boolean {
  if (/新收|本年|当年|新增|今年/.test(base.counted.words)) return false
  return /含|包括|其中|加上|连同|计入/.test(carried.counted.lead) || carried.figure.depth > base.figure.depth
}

/** Whether another part stands in the same clause or list as this one, so that both may make the part together. */
function isBeside(other: Count, part: Count): boolean {
  return (
    other.figure.sentence === part.figure.sentence &&
    inOnePassage(other, part) &&
    divisible(other.figure, part.figure)
  )
}

/** No part is told, but how many are still open, or that none is: 受理32件，未办结2件; 受理32件，全部办结. */
function withoutPart(
  near: Near,
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
  known: Rate,
): Operands | null {
  const base = [...near('whole', 1), ...near('base', 1)].find(
    (count) => count.at < rate.index && topicOf(phrase, count, count, known) !== 'elsewhere',
  )
  if (!base || known.sample) return null
  const open = near('open', 0).filter((count) => divisible(count.figure, base.figure) && count.at > base.at)
  const words = prose.text.slice(base.figure.to, Math.max(base.figure.to, rate.leadFrom))
  const all = base.at >= 0 ? allWords(words, known) : null
  const carried = near('carried', 1).find(
    (count) => divisible(count.figure, base.figure) && !isIncluded(count, base),
  )
  const whole = carried ? plus(side(base), carried) : side(base)
  let part: Side
  if (open.length === 1 && isOpenOfRate(open[0] as Count, known)) part = less(whole, open)
  else if (all !== null && open.length === 0)
    part = allOf(whole, () => `${all}${numberIn(side(base).tell())}`)
  else return null
  return {
    reading: { part, base: whole },
    others: noOthers,
    sample: false,
    atMost100: known.atMost100,
    certainty: 'likely',
  }
}

/** 还有1230人未领取社保卡 leaves nothing open of a 缴费率: what was not done must be the rate's own. */
function isOpenOfRate({ counted: { words } }: Count, { part }: Rate): boolean {
  const undone = /(?:未|没有?)(?:曾|能|按期|按时|及时|完成)?([^,。;|未没]{2,6})/.exec(words)?.[1]
  return (
    undone === undefined ||
    part.some(({ text }) => undone.includes(text) || text.includes(undone[0] as string))
  )
}

/** 全部办结, 均已按期办结: the words that say that nothing is left. */
function allWords(text: string, known: Rate): string | null {
  const found = /(?:全部|均|都)(?:已经?|按期|按时|依法|及时|得到|实现|予以){0,2}([^,。;]{2,4})/.exec(text)
  const rest = found?.[1] ?? ''
  return found && known.part.some((word) => rest.startsWith(word.text)) ? '全部' : null
}

/** The number of a told count, without its words. */
function numberIn(told: string): string {
  return told.replace(/^.*?(?=[0-9０-９一二三四五六七八九十百千万]+)/, '')
}
