import { wordAt, wordBefore, wordsByFirst, wordsByLast } from '../../text/word-table.ts'
import { type Prose, perProse } from '../prose.ts'
import { type ChangeSlot, changesIn, mayTellChange } from './change-words.ts'
import { hinted, hintOf, hints, hintsIn, matches, matchOf } from './hints.ts'
import type { LocalFigure } from './local-claim.ts'
import { stripped } from './plain-words.ts'
import { lastVerb } from './repeat-verbs.ts'
import { blank, type Slot, type SlottedBlock, slotted } from './slots.ts'

/**
 * One statement of an indicator: who did what with how many of what. By these words it may meet another one; what else its
 * clause tells ({@link scopeOf}, {@link placeOf}, {@link isStock}, {@link isMean}) is read when it does.
 */
export interface Fact {
  readonly figure: LocalFigure
  /** What is counted, without words of scope: 行政规范性文件草案; for a rate its whole name. */
  readonly noun: string
  /** What was done: 审核; empty if no verb is known. */
  readonly verb: string
  /** 全年调解的258件纠纷: what has been told is taken up again. */
  readonly takenUp: boolean
  /** 全县13支…: the number is said to be of the whole. */
  readonly whole: boolean
  /** 累计投入: from some beginning on; compared with its like only. */
  readonly cumulative: boolean
  /** 法律顾问共提供咨询: the words behind a number that has no verb before it; empty for others. */
  readonly head: string
  /** 常务会议全年召开24次: what is counted stands before the verb, whoever else stands there too. */
  readonly before: boolean
  /** The clause before the number, what it holds, and where the words that limit the verb end in it. */
  readonly words: string
  readonly held: number
  readonly scopeTo: number
}

/** The words before the verb that limit it: 县司法局; empty for the whole. */
export function scopeOf({ words, scopeTo }: Fact): string {
  return scopeTo === 0 ? '' : scopeIn(words.slice(0, scopeTo))
}

function scopeIn(words: string): string {
  return stripped(words.replace(number, '')).replace(/^[从对就]/, '')
}

/** 省 of 全省: the place that it is told of; empty if none is named. */
export function placeOf({ words, held }: Fact): string {
  return matchOf(ofPlace, words, held)?.[1] ?? ''
}

/** 现有在编人员97人: how many there are at all; no verb is needed to know it again. */
export function isStock({ words, held }: Fact): boolean {
  return matches(inventory, words, held)
}

/** 平均审理天数: a mean; compared with its like only. */
export function isMean({ words, held }: Fact): boolean {
  return matches(averaged, words, held)
}

/** Words with which a figure speaks of something else than the year's whole. */
const limited = hinted(
  /其中|每|人均|户均|月均|日均|分别|新增|同比|环比|较|比(?![例重率])|最[高低多少大小]|第|前|(?<![规省市县乡科处国][模级])以上|不低于|不少于|目标|上半年|下半年|季度|月份?[至到底]|其余|剩余|另|包括|(?:^|[^全])部分|增|减(?!免)|提高|下降|提升|剩|占/,
  hints.limited,
)

/** (二), 3., 四、: the number of the paragraph. */
const number = /^\s*(?:\([^()]{1,4}\)|[一二三四五六七八九十\d]{1,3}[、.．])/

/** 从全年登记的627件网上信访事项看: no change begins there. */
const lookedAt = /^[^,。;:!?]{0,16}看,/

const none: readonly Fact[] = []

/** The facts that a passage tells; kept with it. */
export const factsOf = perProse(readFacts)

function readFacts({ shape, figures }: Prose): readonly Fact[] {
  if (figures.length === 0) return none
  const block = slotted(shape)
  const { slots, masked, text } = block
  const facts: Fact[] = []
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as Slot
    const figure = figures[slot.index]
    if (!figure || !isRepeatable(figure, slot)) continue
    if (
      mayTellChange(slot) &&
      isChange(changesIn(block).parts[at]) &&
      !lookedAt.test(text.slice(figure.to, figure.to + 20))
    )
      continue
    const from = clauseFrom(slot)
    const isLabel = from === slot.labelFrom
    const words = isLabel ? slot.label : text.slice(from, figure.from)
    const held = isLabel ? slot.labelHints : hintsIn(words)
    if (matches(limited, masked === text ? words : masked.slice(from, figure.from), held)) continue
    const last = facts[facts.length - 1]
    const fact =
      last && last.figure === figures[slot.index - 1] && goesOn(last.figure, slot, words)
        ? { ...last, figure }
        : readFact(figure, words, held, block, at)
    if (fact) facts.push(fact)
  }
  return facts
}

/** 突破3.2万亿元，达到3.26万亿元: nothing but how much of the same it is, once more. */
function goesOn(last: LocalFigure, { figure, lead }: Slot, text: string): boolean {
  return (
    last.sentence === figure.sentence &&
    last.unit.name === figure.unit.name &&
    lead.length <= 6 &&
    lead.startsWith(',') &&
    /^(?:最终|实际|现已?)?(?:达到?了?|为|至)$/.test(text)
  )
}

/** 增加12件, 上年为12件: not the value of the year. 达到12件 is. */
function isChange(part: ChangeSlot | undefined): boolean {
  return part !== undefined && part.role !== 'value' && !(part.role === 'reached' && part.direction === null)
}

function isRepeatable({ unit, role, time, qualifiers }: LocalFigure, slot: Slot): boolean {
  if (slot.depth > 0 || role === 'target' || qualifiers.part) return false
  // 下半年，为全乡16个互助点添置了设备: how many there are is no matter of the half-year.
  const ofYear = time.relative === null || time.relative === 'this' || time.relative === 'span'
  if (!ofYear && !(time.relative === 'part-year' && matches(ofWhole, slot.label, slot.labelHints)))
    return false
  if (unit.kind === 'time') return matches(averaged, slot.label, slot.labelHints)
  return (
    unit.kind === 'measure' || unit.kind === 'money' || unit.kind === 'percent' || unit.kind === 'physical'
  )
}

const averaged = hinted(/平均|均值/, hints.bound)
/** How many there are at all. */
const inventory = hinted(
  /现有|共有|现已有|实有|在册|在编|登记在册|拥有|总数|全[县镇市区省乡州旗]共?有?/,
  hints.inventory,
)

/** Where the clause of the figure begins: behind the last mark other than 、 or behind the figure before. */
function clauseFrom({ lead, leadFrom, leadHints, labelFrom }: Slot): number {
  if ((leadHints & hints.pause) === 0) return labelFrom
  for (let at = lead.length - 1; at >= 0; at--)
    if ((hintOf(lead.charCodeAt(at)) & (hints.mark | hints.pause)) === hints.mark) return leadFrom + at + 1
  return leadFrom
}

/** Shorter names of rates (办结率, 投资完成率) speak of whatever the sentence is about. */
const shortestRate = 7

/** Characters with which the words behind a figure no longer name what it counts, and words of two. */
const endsTail = new Set([...',;。:!?()均已都中里看无未按'].map((character) => character.charCodeAt(0)))
const wordsEndTail = wordsByFirst('全部 来看 进行 实行 开展 得到')

/** The words behind the figure that name what it counts. */
function tailOf({ slots, masked, text }: SlottedBlock, at: number): string {
  const { to } = (slots[at] as Slot).figure
  const limit = Math.min(slots[at + 1]?.figure.from ?? masked.length, to + 30)
  let end = to
  while (
    end < limit &&
    !endsTail.has(masked.charCodeAt(end)) &&
    wordAt(wordsEndTail, masked, end, limit) === ''
  )
    end++
  return text.slice(to, end)
}

function readFact(
  figure: LocalFigure,
  words: string,
  held: number,
  block: SlottedBlock,
  at: number,
): Fact | null {
  const fact: Mutable<Fact> = {
    figure,
    noun: '',
    verb: '',
    takenUp: false,
    whole: false,
    cumulative: figure.qualifiers.cumulative || figure.time.relative === 'span',
    head: '',
    before: false,
    words,
    held,
    scopeTo: 0,
  }
  if (figure.unit.kind === 'percent') {
    fact.noun = stripped(words, held)
    return fact.noun.length < shortestRate || !/[率度重例]$/.test(fact.noun) ? null : fact
  }
  const { verbAt, object: named } = verbIn(words, held)
  if (verbAt !== -1) fact.verb = words.slice(verbAt, verbAt + 2)
  const { verb } = fact
  const object = verb === '' && named !== '' && joint.test(named) ? '' : named
  const ofAll = matches(ofWhole, words, held)
  const fromTail = object === '' || ofAll
  const tail = fromTail || verb === '' ? tailOf(block, at) : ''
  const own = fromTail ? stripped(tail.includes('基础') ? tail.replace(asBasis, '') : tail) : object
  fact.noun = own.includes(blank) ? own.replaceAll(blank, '') : own
  if (fact.noun.length < 2) {
    if (object !== '' || tail !== '' || verbAt < shortestBefore) return null
    fact.noun = scopeIn(words.slice(0, verbAt))
    fact.before = true
    return fact.noun.length >= shortestBefore ? fact : null
  }
  fact.scopeTo = Math.max(0, verbAt)
  fact.takenUp =
    wordBefore(these, words, words.length, 0) !== '' ||
    (verb !== '' && words.includes('的') && /的$/.test(words.replace(/约|近|超过?|逾$/, '')))
  fact.whole = ofAll && fromTail
  // 镇综合行政执法队26名队员: whose they are stands before the number.
  if (verb === '' && tail !== '') fact.head = fromTail ? fact.noun : `${object}${stripped(tail)}`
  return fact
}

/** 在完成3690批次抽检任务的基础上: what follows the name and takes it up. */
const asBasis = /(?:任务|工作|成果)?的?基础上?.*$/

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** What joins a number to the sentence and tells nothing of it: 在这521件, 通过146场次. */
const joint =
  /^(?:在|对于?|针对|通过|依托|发挥|由|向|从|以|经|这|该|上述|以上|前述|全体|让|使|将|把|组织|安排|统筹|推动|推进|促进|确保|保障|巩固|结合|围绕|依据|根据)+$/
const these = wordsByLast('这 该 上述 前述')
const ofPlace = hinted(/[全我]([国省市州县区镇乡])/, hints.plain)
/** 区政府常务会议: what stands before its verb must be called by at least so many characters. */
const shortestBefore = 6

/** 全县的, 所有: the number that follows is of the whole. */
const ofWhole = hinted(/(?:全[县镇市区省乡州旗村部]|全街道|所有|现有)的?$/, hints.inventory)

/** Where the verb stands that says what was done, -1 if no verb is known; and the words behind it that name its object. */
function verbIn(words: string, held: number): { readonly verbAt: number; readonly object: string } {
  const verbAt = lastVerb(words, words.length)
  if (verbAt === -1) return { verbAt, object: stripped(words, held) }
  const object = stripped(words.slice(verbAt + 2), held)
  if (object !== '') return { verbAt, object }
  // 开展案卷评查6次: a verb at the end is what was held, and the verb before it says that it was held.
  const before = lastVerb(words, verbAt)
  return before !== -1 && verbAt - before >= 4
    ? { verbAt: before, object: stripped(words.slice(before + 2), held) }
    : { verbAt, object }
}
