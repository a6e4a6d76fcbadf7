import { type Count, distanceOf, divisible } from './counts.ts'
import { allOf, less, likely, noOthers, type Operands, plus, type Side, side } from './operands.ts'
import type { Rate } from './rate-data.ts'
import { isIncluded, isIts, near, type SoughtRate } from './sought-rate.ts'
import { isElsewhere } from './topic.ts'

/** No part is told, but how many are still open, or that none is: 受理32件，未办结2件; 受理32件，全部办结. */
export function withoutPart(sought: SoughtRate): Operands | null {
  const { prose, rate, known } = sought
  if (known.sample) return null
  const base = baseBefore(sought, 'whole') ?? baseBefore(sought, 'base')
  if (!base) return null
  const open = near(sought, 'open', 0).filter(
    (count) => divisible(count.figure, base.figure) && count.at > base.at,
  )
  const words = prose.text.slice(base.figure.to, Math.max(base.figure.to, rate.leadFrom))
  const all = base.at >= 0 ? allWords(words, known) : null
  const carried = near(sought, 'carried', 1).find(
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
    certainty: likely,
  }
}

/** The nearest count before the rate that is its base, or surely its base. */
function baseBefore(sought: SoughtRate, kind: 'whole' | 'base'): Count | undefined {
  const { rate, topic } = sought
  return sought.nearest.find(
    (count) =>
      count.at < rate.index &&
      distanceOf(count, rate) <= 1 &&
      isIts(sought, kind, count) &&
      !isElsewhere(topic, count, count, kind === 'whole'),
  )
}

/** 还有1230人未领取社保卡 leaves nothing open of a 缴费率: what was not done must be the rate's own. */
function isOpenOfRate({ words }: Count, { part }: Rate): boolean {
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
