import type { Prose } from '../prose.ts'
import { type Count, distanceOf, divisible } from './counts.ts'
import { isSlip, type Pair, pairOf } from './free-pair.ts'
import { isAbout, isNamed, isRest, speaksOfNow, stemOf } from './free-words.ts'
import type { LocalFigure } from './local-claim.ts'
import { less, type Reading, side, together } from './operands.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { synonymsOf } from './synonyms.ts'

/** What is looked at for a rate: its counts of now, in reading order. */
interface Place {
  readonly own: readonly Count[]
  readonly left: readonly Count[]
  readonly prose: Prose
  readonly rate: LocalFigure
  readonly phrase: RatePhrase
}

/**
 * The part and the base for which most speaks: before the rate in its sentence, at the end of the sentence before if its own has
 * no counts, or behind it.
 */
export function pairNear(
  counts: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Pair | undefined {
  if (counts.length < 2) return undefined
  const own: Count[] = []
  const above = counts.findIndex(({ at }) => at < 0)
  const end = above === -1 ? counts.length : above
  for (let nth = end; nth < counts.length; nth++) addNow(own, counts[nth] as Count, rate)
  for (let nth = 0; nth < end; nth++) addNow(own, counts[nth] as Count, rate)
  if (own.length < 2) return undefined
  const place = { own, left: own.filter(({ at }) => at < rate.index), prose, rate, phrase }
  const except = exceptIn(place)
  if (except) return except
  const part = place.left.findLast(
    (count) => count.at >= 0 && distanceOf(count, rate) === 0 && !isRest(count.words),
  )
  if (part) return pairBefore(place, part) ?? leftOver(place)
  return pairBehind(place) ?? pairInSentenceBefore(place)
}

function addNow(own: Count[], count: Count, rate: LocalFigure): void {
  if (speaksOfNow(count, rate)) own.push(count)
}

function pairBefore({ own, left, prose, rate, phrase }: Place, part: Count): Pair | undefined {
  if (isOfOtherRate(prose, part, rate)) return undefined
  const beside = left.at(-1) === part
  const before = left.filter((count) => count.at < part.at && distanceOf(count, rate) !== 4)
  const pair = beside || isNamed(part, phrase) ? pairOf(own, before, part, prose, rate, phrase) : undefined
  return pair ?? turnedAbout(own, before, part, prose, rate, phrase)
}

/** 新认定高新技术企业18家，申报26家，认定通过率75%: the part is told first, and behind it of how many. */
function turnedAbout(
  own: readonly Count[],
  before: readonly Count[],
  base: Count,
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Pair | undefined {
  const part = before.at(-1)
  if (!part || distanceOf(part, rate) !== 0) return undefined
  if (!allThereAre.test(base.lead) && !cameIn.test(base.lead)) return undefined
  const about = isAbout(part, phrase)
  if ((!about && !isNamed(part, phrase)) || isNamed(base, phrase)) return undefined
  const pair = pairOf(own, [base], part, prose, rate, phrase)
  return pair && { ...pair, kin: pair.kin || about, unsure: true }
}

const cameIn = /申报|申请|报名|参加|参评|收到|受理|上报|提交|推荐/

/** 按期办结率100%，提前办结率92.6%: between them stands another rate that the count goes with. */
function isOfOtherRate({ figures }: Prose, part: Count, rate: LocalFigure): boolean {
  for (let at = Math.max(0, part.at + 1); at < rate.index; at++)
    if (figures[at]?.unit.kind === rate.unit.kind) return true
  return false
}

/** 办结率98.3%，全年收到来信180件，办结168件: a rate with its numbers behind it. */
function pairBehind({ own, prose, rate, phrase }: Place): Pair | undefined {
  const behind = own.filter((count) => count.at > rate.index && distanceOf(count, rate) !== 1)
  const named = behind.find((count, nth) => nth > 0 && isNamed(count, phrase))
  if (named) {
    const before = behind.filter(({ at }) => at < named.at)
    const pair = pairOf(own, before, named, prose, rate, phrase)
    return pair ?? explainedBehind(own, behind, prose, rate, phrase)
  }
  const [part, base] = behind
  if (!part || !base || !isNamed(part, phrase) || !allThereAre.test(base.words)) return undefined
  const pair = pairOf(own, [base], part, prose, rate, phrase)
  return pair && { ...pair, unsure: true }
}

/**
 * 灌溉设备完好率达到93.6%。汛前逐站检修，登记在册的泵站172座，能够正常运行的154座: the next sentence tells two numbers and no other, how
 * many there are and how many of them did what the rate names.
 */
function explainedBehind(
  own: readonly Count[],
  behind: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Pair | undefined {
  const [base, part] = behind
  if (!base || !part || behind.length > 2 || distanceOf(base, rate) !== 3 || !isNamed(part, phrase))
    return undefined
  if (!allThereAre.test(base.words) || !part.lead.endsWith('的')) return undefined
  const pair = pairOf(own, [base], part, prose, rate, phrase, true)
  return pair && { ...pair, unsure: true }
}

/** Words of a number that is no part of anything near. */
const allThereAre = /应|须|需|总|共有|现有|在册|登记|计划|任务|核定|纳入|列入|全部/

/**
 * 项目共1240个，实际开工1085个。经各方攻坚，开工率达91.3%: a sentence without counts speaks of the last part in the sentence before.
 */
function pairInSentenceBefore({ own, left, prose, rate, phrase }: Place): Pair | undefined {
  const told = left.filter((count) => distanceOf(count, rate) === 2)
  const part = told.findLast(({ words }) => !isRest(words))
  if (!part || !isNamed(part, phrase) || phrase.kind !== 'named' || isOfOtherRate(prose, part, rate))
    return undefined
  const before = told.filter(({ at }) => at < part.at)
  const pair = pairOf(own, before, part, prose, rate, phrase)
  return pair && { ...pair, unsure: !(pair.linked || pair.closed) }
}

/**
 * Only what is left is told, and of what; or what is done and what is left, but not of how many:
 *
 *     应缴费15380人 ， 还有1230人 未缴纳 ， 缴费率96%         已办结45件 ， 余下6件 正在办理 ， 办结率95%
 *     ^base            ^open                                   ^done         ^open, with it the base
 */
function leftOver({ left, prose, rate, phrase }: Place): Pair | undefined {
  const open = left.at(-1)
  if (phrase.kind !== 'named' || !open || !isInSentence(open, rate) || !isRest(open.words)) return undefined
  const rest = left.filter(
    (count) => count !== open && isInSentence(count, rate) && divisible(count.figure, open.figure),
  )
  if (rest.length === 0 || rest.some((count) => isRest(count.words))) return undefined
  if (isOfOtherRate(prose, open, rate)) return undefined
  const { words } = open
  if (ofLater.test(words)) return undefined
  const done = rest.every((count) => isNamed(count, phrase) && !allThereAre.test(count.words))
  if (done && isRemainderOf(words)) {
    const reading = { part: together(rest), base: together([...rest, open]) }
    return untold(reading, rate, true)
  }
  const [base] = rest
  if (!base || rest.length > 1 || done) return undefined
  const reading = { part: less(side(base), [open]), base: side(base) }
  return untold(reading, rate, deniesStem(words, phrase))
}

function isInSentence(count: Count, rate: LocalFigure): boolean {
  return count.at >= 0 && distanceOf(count, rate) <= 1
}

/** 还有6项列入明年计划: they are not of what should have been done. */
const ofLater = /明年|下年|下一年|下一步|列入|计划/

const remainder = /其余|剩余|余下|剩下|还有|尚有|仍有|另有|还剩|尚余/

function isRemainderOf(words: string): boolean {
  return remainder.test(words)
}

/** Whether the words say that what the rate tells of was not done: 未缴纳 of 缴费率. */
function deniesStem(words: string, phrase: RatePhrase): boolean {
  const stem = stemOf(phrase)
  const undone = /(?:未|没有|没|待|不|缺|弃)([^未没待不缺弃]*)$/.exec(words)?.[1] ?? ''
  return (
    [stem, ...(phrase.rate?.part ?? []).map(({ text }) => text), ...synonymsOf(stem)].some((word) =>
      undone.includes(word),
    ) || [...stem].some((character) => undone.includes(character))
  )
}

/** A pair of which one number is not printed. */
function untold(reading: Reading, rate: LocalFigure, named: boolean): Pair {
  const slip = isSlip(reading, rate)
  return {
    reading,
    lead: '',
    named,
    kin: named,
    linked: true,
    alone: true,
    closed: false,
    slip,
    unsure: true,
  }
}

/**
 * 除4件尚在侦办外，其余全部审结: what is left of the base when the exception is taken off.
 *
 *     非法集资案件 31件 ， 除 4件 尚在侦办外 ， 其余全部审结 ， 审结率93.5%
 *                  ^base      ^exception         ^says that all of the rest was done
 */
function exceptIn({ left, prose, rate, phrase }: Place): Pair | undefined {
  const exception = left.at(-1)
  if (!exception?.lead.includes('除')) return undefined
  const base = left.at(-2)
  if (!base || !divisible(base.figure, exception.figure) || base.figure.sentence !== rate.sentence)
    return undefined
  const words = `${exception.lead}|${prose.text.slice(exception.figure.to, rate.leadFrom)}`
  const done =
    /除[^,。;]{0,12}\|[^,。;]{0,16}外,?(?:其[余他它]|剩余|余下)?[^。;]{0,8}(?:全部|均|都|全)([^。;]*)$/.exec(
      words,
    )?.[1]
  if (done === undefined) return undefined
  const reading = { part: less(side(base), [exception]), base: side(base) }
  const named = [...stemOf(phrase)].every((character) => done.includes(character))
  return { ...untold(reading, rate, named), kin: true, unsure: false }
}
