import type { FigureContext, Passage } from '../context.ts'
import type { Figure } from '../ledger.ts'
import type { Rate } from './rate-data.ts'
import { positionOf } from './rate-phrase.ts'
import { sameUnit } from './wording.ts'

/** What a count is to a rate, by the words beside it. */
export type Part = 'part' | 'whole' | 'base' | 'carried' | 'open' | 'left-out'

/** A count near a rate. */
export interface Count {
  readonly figure: Figure
  readonly passage: Passage
  readonly part: Part | null
  /**
   * How far from the rate: 0 the same group of clauses, 1 the same sentence, 2 the sentence before, 3 the sentence behind, 4 two
   * sentences before, 5 the paragraph before.
   */
  readonly distance: number
  /** The words beside it: before, back to the last mark or figure, and behind. */
  readonly words: string
}

/** Cases taken over from last year: they belong to the base together with the new ones. */
const carried =
  /(?:上年度?|上期|往年|去年|上一年度?|年初)(?:.{0,4}(?:结转|未审?结|未办结|遗留|转入|结存|积存|留存))|结转(?:上年|自上年)|年初未审?结|^结转$/
/** Cases that are not closed yet. */
const open =
  /结转(?:至?下|到下|次年|明年)|未审?结|未办结|正在|尚在|尚未|仍在|在办|待办|年末|期末|未(?:答复|化解|解决|整改|完成|调解成功|签收)|(?:其余|剩余|另有|余下|还有).{0,10}$/
const otherTime = /上年|去年|上一年|同期|同比|比上|较上/

/** The counts that a rate can be made of: all near it, each with its distance. */
export function countsNear(context: FigureContext, passage: Passage, rate: Figure): Count[] {
  const counts: Count[] = []
  const add = (
    holder: Passage,
    figures: readonly Figure[],
    distance: (figure: Figure) => number | null,
  ): void => {
    for (const figure of figures) {
      const away = isCount(figure) ? distance(figure) : null
      if (away === null) continue
      counts.push({ figure, passage: holder, part: null, distance: away, words: wordsBeside(holder, figure) })
    }
  }
  const at = positionOf(passage, rate)
  const reach = passage.figures.slice(Math.max(0, at - 40), at + 20)
  add(passage, reach, (figure) => {
    const away = figure.sentence - rate.sentence
    if (away === 0) return figure.group === rate.group ? 0 : 1
    if (away === -1) return 2
    if (away === 1) return 3
    return away === -2 ? 4 : null
  })
  const before = context.passages[passage.index - 1]
  if (before && rate.sentence <= 1) add(before, before.figures.slice(-12), () => 5)
  return counts
}

function isCount(figure: Figure): boolean {
  return figure.unit.kind === 'measure' || figure.unit.kind === 'money' || figure.unit.kind === 'physical'
}

/** The words before a figure back to the last mark or figure, and behind it up to the next. */
function wordsBeside(passage: Passage, figure: Figure): string {
  return `${passage.text.slice(figure.leadFrom, figure.place.from)}|${passage.text.slice(figure.place.to, figure.tailTo)}`
}

/** The counts with their parts in the rate of that name. */
export function classified(counts: readonly Count[], rate: Rate, name: string): Count[] {
  return counts.map((count) => ({ ...count, part: partOf(count, rate, name) }))
}

function partOf(count: Count, rate: Rate, name: string): Part | null {
  const { figure, passage } = count
  const lead = passage.text.slice(figure.leadFrom, figure.place.from)
  const tail = ownTail(count, rate)
  if (carried.test(lead)) return 'carried'
  if ((open.test(lead) && !hasWord(tail, rate.part)) || openTail.test(tail)) return 'open'
  if (otherTime.test(lead) || figure.role === 'target') return null
  const words = `${lead}|${tail}`
  if (owes(words, rate.part)) return 'whole'
  const isPart = hasWord(words, rate.part, name)
  // 调解结案的 is a part, 审结的调解案件 a whole: the first word decides.
  if (hasWord(words, rate.whole) && !(isPart && firstOf(words, rate.part) < firstOf(words, rate.whole)))
    return 'whole'
  if (isPart) return 'part'
  if (lacks(lead, rate.part)) return 'open'
  if (hasWord(words, rate.leaves)) return 'left-out'
  if (hasWord(words, rate.base) || (!rate.sample && inventory.test(words))) return 'base'
  // 受理调解案件32件、行政案件5件: the verb of the list belongs to all of it.
  const clause = passage.scanned.clauses[figure.clause]
  if (!clause || clause.from >= figure.leadFrom) return null
  const prefix = passage.text.slice(clause.from, Math.min(figure.leadFrom, clause.from + 40))
  if (hasWord(prefix, rate.part, name)) return hasWord(prefix, rate.base) ? null : 'part'
  return hasWord(prefix, rate.base) ? 'base' : null
}

/** How many there are at all: the base of any rate. */
const inventory = /共有|现有|总数|总量|在册|在编|登记在册/

const openTail = /^[^,。;]{0,8}(?:正在|尚未|仍在|尚在|转入?下|无法)|^(?:未|结转|待)/

/**
 * The words behind a count that are its own. What stands between two counts of one clause belongs to both; the verb in it is
 * the second one's: 32件人民调解案件调解成功30件.
 */
function ownTail({ figure, passage }: Count, rate: Rate): string {
  const tail = passage.text.slice(figure.place.to, figure.tailTo)
  const next = passage.figures[positionOf(passage, figure) + 1]
  if (!next || next.leadFrom !== figure.place.to) return tail
  let end = tail.length
  for (const word of rate.part ?? []) {
    const at = tail.indexOf(word)
    if (at !== -1 && at < end) end = at
  }
  return tail.slice(0, end)
}

/** Where the first of the words stands; the end of the text if none does. */
function firstOf(text: string, words: readonly string[] | undefined): number {
  let first = text.length
  for (const word of words ?? []) {
    const at = text.indexOf(word)
    if (at !== -1 && at < first) first = at
  }
  return first
}

/** 应出庭, 应当由负责人出庭: what should be done is the base of what is done. */
function owes(text: string, part: readonly string[] | undefined): boolean {
  return (part ?? []).some((word) => {
    const at = text.indexOf(word)
    return at > 0 && /(?:应|应当|应该|应予|需|须|需要)$/.test(text.slice(Math.max(0, at - 2), at))
  })
}

/**
 * Whether one of the words stands in the text and is not denied: 未办结 and 不合格 do not count, nor 调解成功 for a rate whose
 * `name` says nothing of success.
 */
function hasWord(text: string, words: readonly string[] | undefined, name = '成功'): boolean {
  if (!words) return false
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      const before = text[at - 1] ?? ''
      if ('未不没待尚非'.includes(before) && before !== '') continue
      if (denied.test(text.slice(Math.max(0, at - 3), at))) continue
      if (text.startsWith('率', at + word.length)) continue
      if (text.startsWith('成功', at + word.length) && !name.includes('成功')) continue
      return true
    }
  }
  return false
}

/** 不合格28批次 beside 合格率: what is left of the base is the part. */
function lacks(lead: string, part: readonly string[] | undefined): boolean {
  return (part ?? []).some((word) => lead.includes(`不${word}`) || lead.includes(`未${word}`))
}

/** 无法回复, 未能办结, 不予公开: it was not done. */
const denied = /(?:无法|未能|不能|未按|未予|难以|逾期|超期|超时)[^,。;]?$/

/** Whether two counts can be divided: the same measure, or measures that count the same things. */
export function divisible(a: Figure, b: Figure): boolean {
  if (sameUnit(a.unit, b.unit)) return true
  if (a.unit.kind !== 'measure' || b.unit.kind !== 'measure') return false
  return (
    (a.unit.name === '个' && things.has(b.unit.name)) || (b.unit.name === '个' && things.has(a.unit.name))
  )
}

/** Measure words of things for which 个 is said as well. */
const things = new Set('家 所 处 支 村 类 户 座 间 镇 乡 县 市 区 校 院 站 条 种 宗'.split(' '))
