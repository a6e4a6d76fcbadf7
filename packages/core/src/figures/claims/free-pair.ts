import { liesBelow, meet, total } from '../interval.ts'
import type { Prose } from '../prose.ts'
import { type Count, divisible, inOnePassage } from './counts.ts'
import { isAbout, isKin, isNamed, isOwed, owesUnnamed, saysNothing } from './free-words.ts'
import type { LocalFigure } from './local-claim.ts'
import { type Reading, side } from './operands.ts'
import { nameless } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { printedShare } from './ratio-verdict.ts'
import { slipOf } from './slip.ts'
import { isElsewhere, sharesPair, topicOf } from './topic.ts'

/**
 * Two numbers that may make a rate, and what speaks for them:
 *
 *     发现疑似违法图斑 75个 。 经实地核查 ， 确认为违法用地的 12个 ， 违法图斑占比 6%
 *                      ^base                        ^part: named (违法)     ^rate
 */
export interface Pair {
  readonly reading: Reading
  /** The words before the part. */
  readonly lead: string
  /** The words of the part are those of the rate: 完成公示的 of 公示率. */
  readonly named: boolean
  /** They have a character in common: 换新 and 更新率. */
  readonly kin: boolean
  /** Grammar makes it a part of that base: 其中, 中, 里, 内, …的; or the rate names the base. */
  readonly linked: boolean
  /** No other count of their unit stands before the part in its sentence, or near at all. */
  readonly alone: boolean
  /** With a third count they make the base: 55个 of which 44个 did and 11个 did not. */
  readonly closed: boolean
  /** The printed rate is a slip of the pen of the one that they make. */
  readonly slip: boolean
  /** They stand where another's numbers may stand as well: no more than a question is asked. */
  readonly unsure: boolean
}

/** Whether the rate names something of which neither number's sentence speaks. */
function namesOther(part: Count, base: Count, rate: LocalFigure, phrase: RatePhrase): boolean {
  // Of an unknown name the last word alone is the rate's own: 农村公路安全隐患 of 农村公路安全隐患治理率, but 准点 of 准点上门率 says how.
  const object = phrase.rate ? phrase.object : phrase.object + phrase.name.slice(phrase.object.length, -3)
  if (!phrase.rate && object.length < 3 && isNamed(part, phrase)) return false
  return isElsewhere(topicOf(rate, phrase, phrase.rate ?? nameless, object), part, base)
}

/**
 * The part with the nearest base that grammar or their standing alone joins to it: one of the counts before it. `told`: they are
 * known to be what the rate speaks of, whatever it calls them.
 */
export function pairOf(
  own: readonly Count[],
  before: readonly Count[],
  part: Count,
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
  told = false,
): Pair | undefined {
  const alike = before.filter(
    ({ figure }) => figure.depth <= part.figure.depth && divisible(figure, part.figure),
  )
  // 二十四个小组，今年又有三个接通，接通总数达到十八个: what is less is no whole.
  const greater = alike.filter(({ figure }) => !liesBelow(figure.interval, part.figure.interval))
  const whole = phrase.kind === 'share' ? phrase.base : ''
  for (let at = greater.length - 1; at >= 0; at--) {
    const base = greater[at] as Count
    const alone = whole === '' && (greater.length === 1 || isNext(base, part, alike))
    // 占执业律师总数的: the whole is named, and no other will do.
    const linked =
      whole === '' ? isLinked(base, part) : sharesPair(whole.replace(saysNothing, ' '), base.words)
    if (!linked && !alone) continue
    if (!isOfScope(base, prose.text.slice(rate.leadFrom, rate.from) + whole)) continue
    if (phrase.kind === 'share' && whole === '' && hasOwnShare(base)) continue
    const due = isOwed(base, part)
    const carried = told || (due && (base.figure.sentence === rate.sentence || owesUnnamed(base)))
    if (!carried && phrase.kind === 'named' && namesOther(part, base, rate, phrase)) continue
    const reading = { part: side(part), base: side(base) }
    return {
      reading,
      lead: part.lead,
      named: isNamed(part, phrase) || due,
      kin: isKin(part, phrase) || (linked && isAbout(part, phrase)),
      linked,
      alone,
      closed: isClosed(own, part, base),
      slip: isSlip(reading, rate),
      unsure: false,
    }
  }
  return undefined
}

/** 合同类140件、占56%，物业类75件、占30%: a part that has its own share is no whole of the next one. */
function hasOwnShare({ prose, figure }: Count): boolean {
  return /^[,、(]占/.test(prose.text.slice(figure.to, figure.to + 2))
}

/** 求助52起（来电31起、来访21起），出具告诫书的26起: the last count of their unit before the part, in its sentence. */
function isNext(base: Count, part: Count, alike: readonly Count[]): boolean {
  return (
    alike[alike.length - 1] === base &&
    inOnePassage(base, part) &&
    base.figure.sentence === part.figure.sentence
  )
}

/** Whether some other count near is all that the part leaves of the base. */
function isClosed(own: readonly Count[], part: Count, base: Count): boolean {
  return own.some(
    ({ at, figure }) =>
      at !== part.at &&
      at !== base.at &&
      Math.abs(at - part.at) <= 2 &&
      divisible(figure, base.figure) &&
      meet(total([figure.interval, part.figure.interval]), base.figure.interval),
  )
}

/** Of numbers with two digits one in five differs by a digit: only with three is that evidence. */
export function isSlip(reading: Reading, rate: LocalFigure): boolean {
  if (rate.qualifiers.bound !== 'exact') return false
  const slip = slipOf(rate.interval, printedShare(reading, rate))
  return slip !== null && (slip !== 'digit' || rate.text.replace(/[^0-9０-９]/g, '').length >= 3)
}

const scope = /全[国省市州县区镇乡]/g

/** Whether the base is counted in the place that the rate names, if it names one: 占全市的 is not of what the county has. */
function isOfScope({ prose, figure }: Count, words: string): boolean {
  if (!words.includes('全')) return true
  const { scanned, text } = prose
  const sentence = text.slice(scanned.sentences[figure.sentence] ?? figure.from, figure.from)
  return [...words.matchAll(scope)].every(([word]) => sentence.includes(word))
}

const link =
  /其中[^。;]*$|^[^,。;、]{0,16}(?:\([^)]*\))?[中里内](?:[,的有]|$)|^[^。;]{0,40}的(?:已?有|共|达)?$/

/** Whether grammar makes the second count a part of the first. */
function isLinked(base: Count, part: Count): boolean {
  if (!inOnePassage(base, part) || part.figure.sentence - base.figure.sentence > 1) return false
  return (
    part.figure.from - base.figure.to <= longestLink &&
    link.test(part.prose.text.slice(base.figure.to, part.figure.from))
  )
}

/** How many characters may stand between two counts that grammar joins. */
const longestLink = 80
