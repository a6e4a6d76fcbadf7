import { liesBelow, meet, total } from '../interval.ts'
import type { Prose } from '../prose.ts'
import { type Count, clashes, divisible, inOnePassage } from './counts.ts'
import type { LocalFigure } from './local-claim.ts'
import { less, type Reading, side } from './operands.ts'
import { rateOf } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { printedShare } from './ratio-verdict.ts'
import { slipOf } from './slip.ts'
import { sharesPair, topicOf } from './topic.ts'

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
}

/** The part and the base for which most speaks: before the rate, or behind it if the rate opens its sentence. */
export function pairNear(
  counts: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Pair | undefined {
  const own = counts.filter((count) => speaksOfNow(count, rate)).sort((a, b) => a.at - b.at)
  if (own.length < 2) return undefined
  const left = own.filter(({ at }) => at < rate.index)
  const except = exceptIn(left, prose, rate, phrase)
  if (except) return except
  const part = left.findLast(
    ({ at, distance, counted }) => at >= 0 && distance === 0 && !isRest(counted.words),
  )
  if (part) {
    // 按期办结率100%，提前办结率92.6%: between them stands another rate that the count goes with.
    const between = prose.figures.some(
      ({ index, unit }) => index > part.at && index < rate.index && unit.kind === rate.unit.kind,
    )
    const beside = left[left.length - 1] === part
    const before = left.filter(({ at, distance }) => at < part.at && distance !== 4)
    return !between && (beside || isNamed(part, phrase))
      ? pairOf(own, before, part, prose, rate, phrase)
      : undefined
  }
  const behind = own.filter(({ at, distance }) => at > rate.index && (distance === 0 || distance === 3))
  const named = behind.find((count, nth) => nth > 0 && isNamed(count, phrase))
  const before = behind.filter(({ at }) => named && at < named.at)
  return named && pairOf(own, before, named, prose, rate, phrase)
}

const otherTime = /上年|去年|上一年|同期|同比|比上|较上|年初|结转|每|[增减升降扩缩][^,。;|]{0,3}[到至为了]?\|/

/** Whether a count tells a result of the time that the rate speaks of, and none of an average. */
function speaksOfNow({ figure, counted }: Count, rate: LocalFigure): boolean {
  return (
    figure.role === 'result' &&
    figure.time.relative !== 'last' &&
    figure.interval.low !== null &&
    !clashes(figure, rate) &&
    !otherTime.test(counted.words)
  )
}

const rest = /未|尚|没有|正在|其余|剩余|另有|还有|余下|仍有|待/

/** Whether the words are of what is left over, or not done. */
export function isRest(words: string): boolean {
  return rest.test(words)
}

const nameless = rateOf({ names: [] })

/** Whether the rate names something of which neither number's sentence speaks. */
function isElsewhere(part: Count, base: Count, phrase: RatePhrase): boolean {
  if (phrase.kind !== 'named') return false
  // Of an unknown name the last word alone is the rate's own: 农村公路安全隐患 of 农村公路安全隐患治理率, but 准点 of 准点上门率 says how.
  const object = phrase.rate ? phrase.object : phrase.object + phrase.name.slice(phrase.object.length, -3)
  if (!phrase.rate && object.length < 3 && isNamed(part, phrase)) return false
  return topicOf({ ...phrase, object }, part, base, phrase.rate ?? nameless) === 'elsewhere'
}

/** The part with the nearest base that grammar or their standing alone joins to it. */
function pairOf(
  own: readonly Count[],
  before: readonly Count[],
  part: Count,
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Pair | undefined {
  const alike = before.filter(
    ({ figure }) => divisible(figure, part.figure) && figure.depth <= part.figure.depth,
  )
  const whole = phrase.kind === 'share' ? phrase.base : ''
  const words = prose.text.slice(rate.leadFrom, rate.from) + whole
  for (let at = alike.length - 1; at >= 0; at--) {
    const base = alike[at] as Count
    if (liesBelow(base.figure.interval, part.figure.interval) || !isOfScope(base, words)) continue
    if (phrase.kind === 'named' && isElsewhere(part, base, phrase)) continue
    // 占执业律师总数的: the whole is named, and no other will do.
    const linked =
      whole === '' ? isLinked(base, part) : sharesPair(whole.replace(saysNothing, ' '), base.counted.words)
    const alone = whole === '' && (alike.length === 1 || isNext(base, part, alike))
    if (!linked && !alone) continue
    const reading = { part: side(part), base: side(base) }
    return {
      reading,
      lead: part.counted.lead,
      named: isNamed(part, phrase),
      kin: isKin(part, phrase),
      linked,
      alone,
      closed: isClosed(own, part, base),
      slip: isSlip(reading, rate),
    }
  }
  return undefined
}

/**
 * 除4件尚在侦办外，其余全部审结: what is left of the base when the exception is taken off.
 *
 *     非法集资案件 31件 ， 除 4件 尚在侦办外 ， 其余全部审结 ， 审结率93.5%
 *                  ^base      ^exception         ^says that all of the rest was done
 */
function exceptIn(
  left: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Pair | undefined {
  const [base, exception] = left.slice(-2)
  if (
    !base ||
    !exception ||
    !divisible(base.figure, exception.figure) ||
    base.figure.sentence !== rate.sentence
  )
    return undefined
  const words = `${exception.counted.lead}|${prose.text.slice(exception.figure.to, rate.leadFrom)}`
  const done =
    /除[^,。;]{0,12}\|[^,。;]{0,16}外,?(?:其[余他它]|剩余|余下)?[^。;]{0,8}(?:全部|均|都|全)([^。;]*)$/.exec(
      words,
    )?.[1]
  if (done === undefined) return undefined
  const reading = { part: less(side(base), [exception]), base: side(base) }
  const named = [...stemOf(phrase)].every((character) => done.includes(character))
  return {
    reading,
    lead: '',
    named,
    kin: true,
    linked: true,
    alone: true,
    closed: false,
    slip: isSlip(reading, rate),
  }
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
function isSlip(reading: Reading, rate: LocalFigure): boolean {
  if (rate.qualifiers.bound !== 'exact') return false
  const slip = slipOf(rate.interval, printedShare(reading, rate))
  return slip !== null && (slip !== 'digit' || rate.text.replace(/[^0-9０-９]/g, '').length >= 3)
}

const scope = /全[国省市州县区镇乡]/g

/** Whether the base is counted in the place that the rate names, if it names one: 占全市的 is not of what the county has. */
function isOfScope({ counted, figure }: Count, words: string): boolean {
  const { scanned, text } = counted.prose
  const sentence = text.slice(scanned.sentences[figure.sentence] ?? figure.from, figure.from)
  return [...words.matchAll(scope)].every(([word]) => sentence.includes(word))
}

const link =
  /其中[^。;]*$|^[^,。;、]{0,16}(?:\([^)]*\))?[中里内](?:[,的有]|$)|^[^。;]{0,40}的(?:已?有|共|达)?$/

/** Whether grammar makes the second count a part of the first. */
function isLinked(base: Count, part: Count): boolean {
  if (!inOnePassage(base, part) || part.figure.sentence - base.figure.sentence > 1) return false
  const between = part.counted.prose.text.slice(base.figure.to, part.figure.from)
  return between.length <= 80 && link.test(between)
}

const saysNothing =
  /全[国省市州县区镇乡]|全年|年内|本年|案件|单位|部门|工作|情况|人员|项目|事项|其中|目前|按期|按时|及时|依法|平均|总体|综合|完成|达到|已|的|率|占比|比例|比重/g

/** The words beside a count, without the rate's own name where that follows: 40份案卷的合格率. */
function wordsOf({ counted, figure, at }: Count, phrase: RatePhrase): string {
  const { lead, tail } = counted
  return `${lead}|${at >= 0 && figure.to <= phrase.from ? tail.slice(0, phrase.from - figure.to) : tail}`
}

/** The two characters of a rate's name that say what was done: 公示 of 及时公示率. Empty for a share. */
function stemOf(phrase: RatePhrase): string {
  return phrase.kind === 'named' ? phrase.name.replace(/[率度]$/, '').slice(-2) : ''
}

/** Whether the rate is told in words of the count: its own word, one of its data's, or its word in more words (获得批准 of 获批率). */
function isNamed(count: Count, phrase: RatePhrase): boolean {
  const words = wordsOf(count, phrase)
  if (phrase.kind === 'share') {
    const object = phrase.object.replace(saysNothing, ' ')
    return phrase.object.trim() === '' || sharesPair(object, words)
  }
  const stem = stemOf(phrase)
  const denied = /[不未非]..率$/.test(phrase.name)
  const said = (word: string): boolean => {
    const at = words.indexOf(word)
    return at !== -1 && /[不未没无非][^,。;|]{0,2}$/.test(words.slice(0, at)) === denied
  }
  if (said(stem) || phrase.rate?.part.some(({ text }) => said(text))) return true
  return !/[不未没无非]/.test(words) && [...stem].every((character) => words.includes(character))
}

/** Whether the rate's own word and the words of the count have a character in common. */
function isKin(count: Count, phrase: RatePhrase): boolean {
  const words = wordsOf(count, phrase)
  return !/[不未没无非]/.test(words) && [...stemOf(phrase)].some((character) => words.includes(character))
}
