import { type Interval, isExact, middle, total } from '../interval.ts'
import type { Prose } from '../prose.ts'
import {
  approximate,
  compare,
  hundred,
  multiply,
  add as plus,
  type Rational,
  rational,
  subtract,
} from '../rational.ts'
import type { LocalFigure } from './local-claim.ts'
import { areOpposites } from './openness.ts'
import type { RatedFigure } from './rates-of.ts'

/** Shares that a text tells side by side, as parts of one whole. */
export interface ShareSet {
  readonly figures: readonly LocalFigure[]
  /** `closed`: the text says that nothing is left (其他, 其余, 三次产业); `unsaid`: it does not; `open`: it says that something is. */
  readonly end: 'closed' | 'unsaid' | 'open'
  /** Sum of the printed numbers, in percent. */
  readonly sum: Interval
}

const openList =
  /等(?!级)|主要|排名|前[一二两三四五六七八九十\d]|多选|重复|同时|交叉|居前|位居|首位|分别为前|较多|较大|突出|最[高多大]|尤其/
/** 其余13.8%为邮寄申请: the last share, without 占. */
const remaining = /^(?:其余|其他|剩余|余下)的?(?:约|近)?$/
const closing = /其他|其它|其余|剩余/
const closedNouns =
  /(?:构成|结构|组成|分布)(?:情况)?(?:为|是|如下)?:|三次产业|[一二三]产|男女|产业结构|三产|三产业|第[一二三]产业/

/** Sets of 占 shares of one sentence with the same base, and proportions a:b:c. */
export function shareSets(prose: Prose, rates: readonly RatedFigure[]): readonly ShareSet[] {
  const listed = rates.length >= 2 ? listedShares(prose, rates) : none
  return prose.figures.length >= 3 && prose.text.includes(':') ? [...listed, ...proportions(prose)] : listed
}

const none: readonly ShareSet[] = []

/** 婚姻家庭类占38.2%，邻里类占29.5%，其他类占32.3%: shares that follow one another. */
function listedShares(prose: Prose, rates: readonly RatedFigure[]): ShareSet[] {
  const sets: ShareSet[] = []
  let current: LocalFigure[] = []
  let base = ''
  const flush = (): void => {
    const set = current.length >= 2 ? setOf(prose, current) : null
    if (set) sets.push(set)
    current = []
  }
  for (const { rate, phrase } of rates) {
    const last = current[current.length - 1]
    const rest = last && remaining.test(prose.text.slice(rate.leadFrom, rate.from))
    if (!rest && phrase?.kind !== 'share') {
      flush()
      continue
    }
    const own = rest ? base : (phrase?.base ?? '')
    if (last && (own !== base || !isNext(last, rate) || isOfLast(prose, rate))) flush()
    base = own
    current.push(rate)
  }
  flush()
  return sets
}

/** 刑事案件占30%，其中涉企案件占12%: a share of the last one, and none beside it. */
function isOfLast({ text }: Prose, { leadFrom, from }: LocalFigure): boolean {
  return text.slice(leadFrom, from).includes('其中')
}

/** Whether a share goes on with the list that the one before stands in. */
function isNext(last: LocalFigure, next: LocalFigure): boolean {
  return last.sentence === next.sentence && last.depth === next.depth && next.from - last.to <= 80
}

function setOf({ text, scanned }: Prose, figures: readonly LocalFigure[]): ShareSet | null {
  const first = figures[0] as LocalFigure
  const last = figures[figures.length - 1] as LocalFigure
  const from = Math.max(scanned.sentences[first.sentence] ?? 0, first.from - 80)
  const sentenceTo = scanned.sentences[first.sentence + 1] ?? text.length
  const before = text.slice(from, first.leadFrom)
  const between = text.slice(first.leadFrom, last.to)
  const behind = text.slice(last.to, Math.min(sentenceTo, last.to + 20))
  const lastWords = text.slice(previousEnd(figures, first), last.from)
  const closed =
    closing.test(lastWords) ||
    closedNouns.test(before + between) ||
    leavesNothing(before + between, figures.length)
  if (figures.length < (closed || areTwoSides(text, figures) ? 2 : 3)) return null
  if (
    figures.some(
      (figure) => figure.qualifiers.bound !== 'exact' || !figure.interval.low || !figure.interval.high,
    )
  )
    return null
  const open =
    /^[^,。;]{0,4}等/.test(behind) ||
    openList.test(before.slice(-40)) ||
    /多选|同时|重复|交叉/.test(behind + between) ||
    (!closed && maySay.test(between))
  return { figures, end: open ? 'open' : closed ? 'closed' : 'unsaid', sum: sumOf(figures) }
}

/** 男性占58.3%，女性占41.7%. */
function areTwoSides(text: string, figures: readonly LocalFigure[]): boolean {
  const names = figures.map(({ leadFrom, from }) => text.slice(leadFrom, from))
  return (
    figures.length === 2 &&
    names.some((name) => /男|线上|专职|城镇|公办|已/.test(name)) &&
    areOpposites(names)
  )
}

/** 患高血压的占47.2%，患糖尿病的占18.6%: one person may be told of in several shares. */
const maySay = /患有?[^,。;]{1,8}[病症]?的?占|选择|认为|关注|希望|反映|使用过|了解过|参加过|参与过|遇到过/

/** 35岁及以下、36至45岁、46岁及以上, 很满意…不满意: from one end to the other, nothing is left out. */
function leavesNothing(words: string, shares: number): boolean {
  return scales.some(([low, high, least]) => shares >= least && low.test(words) && high.test(words))
}

/** Both ends of a scale, and how many shares reach from one to the other: between 满意 and 不满意 some say neither. */
const scales: readonly (readonly [low: RegExp, high: RegExp, least: number])[] = [
  [
    /[岁年元分天日时里亩米人](?:及|或)?(?:以下|以内)|不满|不足/,
    /[岁年元分天日时里亩米人](?:及|或)?以上|超过|满[^意]/,
    2,
  ],
  [/(?:^|[^不])满意/, /不满意/, 3],
  [/优秀/, /不合格|不达标|较差/, 3],
]

/** Where the words of the last share begin: behind the share before it. */
function previousEnd(figures: readonly LocalFigure[], first: LocalFigure): number {
  return figures[figures.length - 2]?.to ?? first.leadFrom
}

function sumOf(figures: readonly LocalFigure[]): Interval {
  return total(figures.map((figure) => figure.interval))
}

/** 12.4:41.9:46.7: numbers with : between them. Only those that come near 100 are shares of a whole. */
function proportions({ figures }: Prose): ShareSet[] {
  const sets: ShareSet[] = []
  let run: LocalFigure[] = []
  const flush = (): void => {
    if (run.length >= 3) {
      const sum = sumOf(run)
      const near = approximate(middle(sum))
      if (near >= 90 && near <= 110) sets.push({ figures: run, end: 'closed', sum })
    }
    run = []
  }
  for (const figure of figures) {
    if (figure.unit.kind !== 'ratio') continue
    const last = run[run.length - 1]
    if (last && figure.from - last.to !== 1) flush()
    run.push(figure)
  }
  flush()
  return sets
}

/** Whether the set makes 100: by rounding, or with one share bent by a unit of its last digit. */
export function makesHundred(set: ShareSet): boolean {
  const { low, high } = set.sum
  if (!low || !high) return true
  const digit = coarsest(set.figures)
  return compare(subtract(low, digit), hundred) <= 0 && compare(plus(high, digit), hundred) >= 0
}

/** Whether the printed numbers make exactly 100, so that one of them may have been bent to get there. */
export function makesExactlyHundred(set: ShareSet): boolean {
  return compare(middle(set.sum), hundred) === 0
}

/** A unit of the last printed digit: the coarsest of the set. */
function coarsest(figures: readonly LocalFigure[]): Rational {
  let widest = rational(0n)
  for (const { interval } of figures) {
    if (!interval.low || !interval.high || isExact(interval)) continue
    const width = subtract(interval.high, interval.low)
    if (compare(width, widest) > 0) widest = width
  }
  return multiply(widest, rational(1n, 2n))
}
