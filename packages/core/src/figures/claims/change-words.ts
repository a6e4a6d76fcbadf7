import { perShape } from '../../text/block.ts'
import { hinted, hintOf, hints, matches, matchOf } from './hints.ts'
import { type Slot, type SlottedBlock, slotted } from './slots.ts'

/** What a figure is in the account of a change. */
export type ChangeRole =
  /** 154件: the value itself. */
  | 'value'
  /** 由128件, 较上年的128件, 上年为128件: what it was before. */
  | 'base'
  /** 增加到154件: the value, right behind its base. */
  | 'reached'
  /** 增长18.3%, 提高2.7个百分点, 增长1.4倍: how much it changed, as a rate. */
  | 'rate'
  /** 增加26件: how much it changed, in its own unit. */
  | 'difference'
  /** 是上年的2.6倍: how many times the base it is. */
  | 'multiple'

/** A figure's part in a change. */
export interface ChangeSlot {
  readonly slot: Slot
  /** Position among the block's slots. */
  readonly at: number
  readonly role: ChangeRole
  readonly direction: 'up' | 'down' | null
  /** The rate or difference names an indicator of its own: 办件量增长5%. */
  readonly ownSubject: boolean
  /** That indicator: 办件量; empty without one. */
  readonly subject: string
  /** 年均: it is a rate, and the mean over the years between base and value. */
  readonly perYear: boolean
  /** How a base is given: 由…, 较…, or as a statement (上年为…). */
  readonly baseForm: 'from' | 'than' | 'stated' | null
}

const upVerbs =
  '增长|增加|增多|上升|提高|提升|提增|多出|高出|扩大|扩充|扩展|扩增|拓展|上涨|攀升|跃升|净增|增收|增|升|涨|多|高'
const downVerbs =
  '下降|减少|降低|压缩|压减|缩短|缩减|精简|回落|下滑|少|减|降|低|净减|节省|节约|削减|压降|收窄'
const direction = `(?:(增幅|涨幅|增速|${upVerbs})|(降幅|减幅|${downVerbs}))`
/** 增加 but not 增幅: the verbs alone. */
const verbOnly = `(?:(${upVerbs}|扩|跃|攀)|(${downVerbs}|缩|跌))(?![幅速])`

/** The verb of a change right before its amount, with what may stand between them: 增长了约, 降幅达. */
const changeVerb = hinted(
  new RegExp(`${direction}(?:幅度?|率)?(?:了|约|近|超过?|逾|达到?|为|是|将近|大约|至少|不到|不足|接近|:)*$`),
  hints.verb,
)
/** 压减率达到, 增长比例为: the change itself as a noun, with what says how much it is. No value that was reached. */
const changeNoun = hinted(
  new RegExp(
    `${direction}(?:幅度?|率|比例|比率|程度|速度?)(?:同?[比期])?(?:了|约|近|超过?|逾|已|高|仅|均|达到?了?|为|是|将近|大约|至少|不到|不足|接近|:)*$`,
  ),
  hints.verb,
)
/** 比上年多办1124件: 多 and 少 with what was done behind them. */
const comparedVerb = hinted(/(?<=[比较][^,。;]{2,8})(?:(多)|(少))[^,。;\d多少]{1,4}$/, hints.compared)

/** 增加到, 降至, 压减为: what follows is the value reached, not the change. */
const reachedVerb = hinted(
  new RegExp(
    `(?:${verbOnly}|达|调整|清理|优化|整合|合并|归并|梳理|核减|扩容|瘦身|发展|壮大|变化?|延长|升级|改|充实|补充|配齐|扩编|增配|拓宽|延伸|推广|覆盖|集聚|培育|引进|更新|归集)(?:了)?(?:到|至|为|成)(?:了)?(?:[^,。;]{0,12}?(?:年|期|末|底|目前|现在)?(?:的)?)?(?:约|近|超过?|逾|接近|将近)*$`,
  ),
  hints.reached,
)

/** Words before the verb of a change that say against what or how, and name no indicator. */
const manner =
  /同比|环比|同期|相比|比较|年均|平均|每年|净|实现|共|累计|则|再|又|也|均|都|已|大幅度?|明显|显著|有所|总体|逐年|同口径|按同口径|名义|现价|连续|分别?|数量|总数|总量|比例|幅度|其|上年末|年初|年末|上一年度?|上年度?|去年|前年|上个?月|上季度|上半年|20\d\d年度?|19\d\d年度?|近?[一二三四五六七八九十两\d]+年(?:间|来)?|^(?:间|来|里|中)|(?:[比较与和相]|相较)(?:于)?|的|了|,|:|共计|合计|整体|平均每年|一共|直接|[多少]$|人数|数|率|量/g

const lastYear = /上年|去年|上一年|前年|上年度|同期|上月|上季|年初|上届|(?:19|20)\d\d年/
const fromWord = hinted(
  /(?:^|[^理缘自来服])(?:由(?!于|此)|从(?![业事严轻重快优高紧速宽简])|自(?![来然治主身己动行愿查学我助由贸助考建费强控带]))(?:[^,。;]*)$/,
  hints.from,
)
const thanWord = hinted(
  /(?:比|较|与|[同跟](?!比)|相比|是|为|相当于|超过)(?:于|了)?[^,。;、]{0,14}(?:上年|去年|上一年|前年|上年度|同期|上月|年初|(?:19|20)\d\d年)[^,。;、]{0,14}$/,
  hints.when,
)
const statedBase = hinted(
  /(?:(?:上年|去年|上一年|前年|上年度|同期)[^,。;、]{0,24}|(?:19|20)\d\d年(?:同期)?(?:的|为|是|仅|只有)?)$/,
  hints.when,
)

/** The figures of a block as they take part in changes, and where those stand that changes are found by. */
export interface ChangeAccount {
  /** Whether any figure is more than a value. */
  readonly tells: boolean
  /** One for each slot; empty if nothing tells a change. */
  readonly parts: readonly ChangeSlot[]
  readonly bases: readonly number[]
  /** Rates, differences and multiples. */
  readonly amounts: readonly number[]
  /** Percentage points, whatever they are. */
  readonly points: readonly number[]
}

/** What part each figure of the block takes in a change; kept with the block. */
export function changesIn({ shape }: SlottedBlock): ChangeAccount {
  return accountOf(shape)
}

/** A block in which every figure is a value. */
const silent: ChangeAccount = Object.freeze({ tells: false, parts: [], bases: [], amounts: [], points: [] })

const accountOf = perShape((shape): ChangeAccount => {
  const { slots } = slotted(shape)
  const told: ChangeSlot[] = []
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as Slot
    if (mayTellChange(slot)) told.push(changeSlot(slot, at, at > 0 ? slots[at - 1] : undefined))
  }
  if (told.every(({ role }) => role === 'value')) return silent
  let next = 0
  const parts = slots.map((slot, at) =>
    told[next]?.at === at ? (told[next++] as ChangeSlot) : unchanged(slot, at, 'value'),
  )
  const bases: number[] = []
  const amounts: number[] = []
  const points: number[] = []
  for (const { role, at, slot } of parts) {
    if (slot.figure.unit.kind === 'points') points.push(at)
    if (role === 'base') bases.push(at)
    else if (role !== 'value' && role !== 'reached') amounts.push(at)
  }
  return { tells: true, parts, bases, amounts, points }
})

/** Whether a figure may be more in an account of a change than a value. */
export function mayTellChange({ labelHints, figure }: Slot): boolean {
  return (labelHints & hints.change) !== 0 || figure.unit.kind === 'times'
}

/** Indicators whose growth is told in constant prices: it does not follow from the printed values. */
const constantPrices =
  /可比价|不变价|可比口径|同口径|同比口径|扣除价格|剔除|实际增长|实际下降|按可比|生产总值|GDP|增加值|国民收入/

/** Whether a sentence tells growth in constant prices; 名义增长 is growth in the prices that are printed. */
export function isInConstantPrices(sentence: string): boolean {
  return constantPrices.test(sentence) && !sentence.includes('名义')
}

/** The sentence that a figure at `at` stands in, at most 120 characters to both sides. */
export function sentenceAround(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < 120 && !endsSentence(text, from - 1)) from--
  let to = at
  while (to < text.length && to - at < 120 && !endsSentence(text, to)) to++
  return text.slice(from, to)
}

function endsSentence(text: string, at: number): boolean {
  return (hintOf(text.charCodeAt(at)) & hints.sentence) !== 0
}

/** The mean over several years. */
const yearly = hinted(/年均|平均每年|每年平均|年平均/, hints.bound)

/** What part the figure takes in a change that it may tell. */
function changeSlot(slot: Slot, at: number, before: Slot | undefined): ChangeSlot {
  const { label, labelHints: held } = slot
  const { kind } = slot.figure.unit
  const rated = kind === 'percent' || kind === 'permille' ? matchOf(changeNoun, label, held) : null
  const reached = rated ? null : matchOf(reachedVerb, label, held)
  if (reached) return changedSlot(slot, at, 'reached', reached[1] ? 'up' : reached[2] ? 'down' : null, '')
  const isRate = kind === 'percent' || kind === 'permille' || kind === 'points' || kind === 'times'
  const verb = rated ?? matchOf(changeVerb, label, held) ?? matchOf(comparedVerb, label, held)
  if (verb && (isRate || isDifference(label, verb.index))) {
    const subject = verb.index === 0 ? '' : label.slice(0, verb.index).replace(manner, '').trim()
    return changedSlot(slot, at, isRate ? 'rate' : 'difference', verb[1] ? 'up' : 'down', subject)
  }
  if (kind === 'times') return unchanged(slot, at, isMultiple(slot, before) ? 'multiple' : 'value')
  if (matches(fromWord, label, held)) return unchanged(slot, at, 'base', 'from')
  if (matches(thanWord, label, held) || isComparedWith(slot)) return unchanged(slot, at, 'base', 'than')
  if (matches(statedBase, label, held)) return unchanged(slot, at, 'base', 'stated')
  return unchanged(slot, at, 'value')
}

/** A figure that tells no way in which something changed. */
function unchanged(
  slot: Slot,
  at: number,
  role: ChangeRole,
  baseForm: ChangeSlot['baseForm'] = null,
): ChangeSlot {
  return { slot, at, role, direction: null, ownSubject: false, subject: '', perYear: false, baseForm }
}

/** A figure behind a verb of change, and the indicator that it names. */
function changedSlot(
  slot: Slot,
  at: number,
  role: ChangeRole,
  direction: ChangeSlot['direction'],
  subject: string,
): ChangeSlot {
  const { label, labelHints } = slot
  const ownSubject = subject !== '' && !bareNew.test(label)
  const perYear = role === 'rate' && matches(yearly, label, labelHints)
  return { slot, at, role, direction, ownSubject, subject, perYear, baseForm: null }
}

/** 较“十三五”末的44.1%提高, 比改造前的8.6天缩短: what is compared with and then changed is a base, whatever time it is of. */
function isComparedWith({ label, labelHints, tail }: Slot): boolean {
  return label.endsWith('的') && matches(comparedOnly, label, labelHints) && changed.test(tail)
}

const comparedOnly = hinted(/(?:^|[^对可相无])[比较][^比较,。;、]{1,20}的$/, hints.compared)

const changed = new RegExp(`^(?:[^,。;]{0,4}?)${direction}`)

/** 新增 and nothing else: the difference of the pair before it. */
const bareNew = /^新增了?$/

/** Whether a measured amount behind a verb of change is the change: 增加26件, not 新增26件 or 增加投入26万元. */
function isDifference(label: string, verbAt: number): boolean {
  return verbAt === 0 || label[verbAt - 1] !== '新' || bareNew.test(label)
}

/** `是上年160件的2.6倍`, `为去年的2.6倍`: how many times, not how much more. */
function isMultiple(slot: Slot, before: Slot | undefined): boolean {
  if (slot.label === '的' && before) return lastYear.test(before.label) || /[是为]/.test(before.label)
  return /(?:是|为|相当于|达到?|达)[^,。;]{0,10}(?:上年|去年|上一年|前年|同期|20\d\d年)[^,。;]{0,8}的?$/.test(
    slot.label,
  )
}

/** 较“十三五”末的, 比改造前的, 较全市平均水平的: against when or whom, and no name of its own. */
const momentOnly =
  /(?:^|[^对可相无])[比较][^比较,。;、]{0,18}(?:末|前|初|时|期|轮|届|底|年度?|月|季度|阶段|水平|均值|平均值|平均|原来|原先|以往|此前|过去)的$/

/** 同上年的9.8%相比: with what it is compared. */
const comparing = /^[同跟](?=上|去|前|往|20\d\d)/

/** The words of a base or a value that name its indicator: what is left without words of time and comparison. */
export function indicatorOf({ slot, role }: ChangeSlot): string {
  if (momentOnly.test(slot.label)) return ''
  const words = role === 'reached' ? slot.label.replace(reachedVerb.pattern, '') : slot.label
  const label = words.replace(comparing, '')
  return label
    .replace(
      /即|由|从|自|比|较|与|是|为|相当于|超过|达到|达|有|办理|受理|完成|实现|发生|新收|收到|办结|审结|查处|处理|接待|开展|举办|立案|组织|今年|本年度?|全年|当年/g,
      '',
    )
    .replace(manner, '')
    .trim()
}
