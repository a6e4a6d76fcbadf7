import { markAt } from '../../prose/clauses.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import type { Prose } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'
import { type Rate, rateNamed } from './rate-data.ts'

/** What a percentage is said to be of: the words before it, read. */
export interface RatePhrase {
  /**
   * `named`: 办结率; `share`: 占 with or without its base; `of`: `年度目标3000户的117%`, the base is the figure before; `plan`:
   * 完成年度计划的117%, the base is a number that is called so.
   */
  readonly kind: 'named' | 'share' | 'of' | 'plan'
  /** Where the phrase begins in the block's text: the start of what a finding marks. */
  readonly from: number
  /** The phrase as written, without link words: 按期办结率, 占全部处罚案件. */
  readonly name: string
  readonly rate: Rate | null
  /** The words of the name before the rate's own: 工单 of 工单办结率. */
  readonly object: string
  /** For `share`: the noun behind 占; empty for 占比, 占总数. */
  readonly base: string
  /** Position among the numbers of a 分别 list, and how many there are; 0 and 1 for a single number. */
  readonly nth: number
  readonly count: number
}

/** Link words between a name and its number, and bounds. Stripped from the end as long as one fits. */
const links =
  '分别 依次 均 都 也 已 仅 就 还 高 实现 保持 维持 稳定 控制 总体 始终 继续 全部 又 普遍 基本 整体 平均 达到了 达到 达 为 是 到了 到 至 在 了 约 近 逾 ' +
  '超过 超 不低于 不少于 不足 不到 高于 低于 突破 接近 至少 将近 大约 : 各 跃升 巩固 提高 提升 上升 增长 增加 降低 下降 升 降 有 多达 仍 仅为 , 依然 更 ' +
  '年内 今年 全年 连年 过'
const linkWords = byLastCharacter(links)
/** Words that say by how much, unless 到, 至 or 达 stands between them and the number. */
const changes = new Set('提高 提升 上升 增长 增加 降低 下降 升 降 跃升'.split(' '))
const arrivals = new Set('达到了 达到 达 为 是 到了 到 至 在'.split(' '))

function byLastCharacter(words: string): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const word of words.split(' ')) {
    const end = word[word.length - 1] as string
    table.set(end, [...(table.get(end) ?? []), word])
  }
  for (const entries of table.values()) entries.sort((a, b) => b.length - a.length)
  return table
}

/** How far back a name may reach. */
const longestLead = 60
const shareEnd =
  /(?:占(?:了|到)?|相当于)([^占,]{0,24}?)(?:的)?(?:比重|比例|比率|份额|比)?$|(?:的)?(?:比例|比重|比率)()$/
const wholeWords = /^(?:全部|所有|总|其|同期|当年|全年|本年|全体|整个|我县|我市|我区|我镇|本)+/
const wholeOnly =
  /^(?:(?:其|该|全部|所有)?(?:中)?的?|(?:案件|事项|人员|申请|纠纷|办件|活动|受理|办结|审结|收件|参加)?(?:总数|总量|总人数|总件数|总额|总户数|总人次|总场次|总次数|全部|数量|数))$/

/**
 * The phrase that names the rate printed as `figure`; null if the words before it name none (a change, a bare number).
 *
 *     审结率 达到 95.6%      占 全部处罚案件 的 16.6%      合格率 分别为 95%、93%
 *     ^name  ^link            ^share ^base                    ^name  ^link   ^nth 0 ^nth 1
 */
export function ratePhrase(prose: Prose, figure: LocalFigure, data: DataKinds): RatePhrase | null {
  const run = runOf(prose, figure)
  const first = run[0] as LocalFigure
  const nth = run.indexOf(figure)
  const { text } = prose
  const floor = floorOf(text, first)
  const stripped = stripLinks(text, floor, first.from)
  if (!stripped) return null
  const { end, respectively } = stripped
  const names = run.length > 1 ? listedNames(text, prose, first, end) : null
  if (names && names.length === run.length) {
    const name = names[nth] as { from: number; to: number }
    return named(text, name.from, name.to, data, 0, 1)
  }
  const previous = previousFigure(prose, first)
  if (
    previous &&
    first.leadFrom === previous.to &&
    ((/^的?$/.test(text.slice(floor, end)) && text[previous.to] === '的') || isWholeOf(text, previous, end))
  )
    return {
      kind: 'of',
      from: first.from,
      name: '',
      rate: null,
      object: '',
      base: '',
      nth,
      count: run.length,
    }
  const lead = text.slice(floor, end)
  if (isLoneShare(text, prose, first, lead))
    return {
      kind: 'share',
      from: first.from,
      name: '',
      rate: null,
      object: '',
      base: '',
      nth,
      count: 1,
    }
  const plan = run.length === 1 ? ofPlan.exec(lead) : null
  if (plan)
    return {
      kind: 'plan',
      from: floor + plan.index,
      name: plan[0],
      rate: null,
      object: '',
      base: '',
      nth,
      count: 1,
    }
  // 通过比例 is the 通过率 of the data, 所占比例 a share.
  const known = /[^占]比[例率]$/.test(lead) && rateNamed(data, lead.replace(/的?比[例率]$/, '率')) !== null
  const share = known ? null : shareEnd.exec(lead)
  if (share) {
    const base = share[1] ?? ''
    return {
      kind: 'share',
      from: floor + share.index,
      name: share[0],
      rate: null,
      object: trimObject(lead.slice(0, share.index)),
      base: wholeOnly.test(base) ? '' : base.replace(wholeWords, ''),
      nth,
      count: run.length,
    }
  }
  if (run.length > 1 && !respectively) return null
  return named(text, floor, end, data, nth, run.length)
}

/** 完成年度计划的, 超额完成目标任务的: what was planned is the base, with its own word. */
const ofPlan =
  /(?:(?:超额)?(?:完成|达到?|为)(?:了)?[^,。;、占]{0,10}?(?:计划|任务|目标|预算|指标|定额)(?:任务|总?数|总?量|指标|值|额)*|占[^,。;、]{0,6}?(?:年度?|全年|既定)(?:计划|任务|目标|预算|指标)(?:任务)?)的?$/

/** 占全镇19个行政村的82.4%: the whole stands with its number behind 占. */
function isWholeOf(text: string, whole: LocalFigure, end: number): boolean {
  return (
    /占[^,。;占]{0,8}$/.test(text.slice(whole.leadFrom, whole.from)) &&
    /^[^,。;占]{1,12}的$/.test(text.slice(whole.to, end))
  )
}

/** 其中由律师担任的20所，接近六成; 物业类80件(20%): a share right behind its count, without 占. */
function isLoneShare(text: string, prose: Prose, figure: LocalFigure, lead: string): boolean {
  if (lead !== '' && lead !== '过') return false
  const previous = previousFigure(prose, figure)
  if (previous?.unit.kind !== 'measure' || previous.sentence !== figure.sentence) return false
  const between = text.slice(previous.to, figure.leadFrom)
  if (figure.unit.name === '成' || figure.unit.name === '分之') return between === ','
  // 已有十二所通过评审，达90%: not behind a change, whose rate it would be.
  const words = text.slice(previous.leadFrom, figure.from)
  if (/[增减升降]|同比|[比较]上|目标|计划|任务|完成/.test(words)) return false
  if (between === '(') return text[figure.to] === ')'
  return (
    /^[^,。;]{0,16},$/.test(between) &&
    /^(?:达到?|占|约为?|为)/.test(text.slice(figure.leadFrom, figure.from))
  )
}

/** Where the words before a figure begin; for `审结率：95%` they stand before the colon. */
function floorOf(text: string, { leadFrom, from }: LocalFigure): number {
  let floor = leadFrom
  if (floor === from && text[floor - 1] === ':') {
    floor--
    while (floor > 0 && from - floor < 20 && markAt(text, floor - 1) === 0) floor--
  }
  return Math.max(floor, from - longestLead)
}

/** 行政执法案卷优秀率: the known rate that the words end in, or an unknown one that ends in 率. */
function named(
  text: string,
  floor: number,
  end: number,
  data: DataKinds,
  nth: number,
  count: number,
): RatePhrase | null {
  const written = text.slice(floor, end)
  const words = written.replace(/的?比[例率]$|面$/, '率')
  const known = rateNamed(data, words)
  if (!known && !(words === written && words.endsWith('率')) && !extent.test(written)) return null
  const name = known?.name ?? words.slice(-4)
  const object = trimObject(words.slice(0, words.length - name.length))
  const told = object === '' ? name : object.slice(object.lastIndexOf('的') + 1).replace(place, '') + name
  return {
    kind: 'named',
    from: end - told.length - (written.length - words.length),
    name: told,
    rate: known?.rate ?? null,
    object,
    base: '',
    nth,
    count,
  }
}

/** 核查面, 参与面: how many of all, but not 方面 or 层面. */
const extent = /[^,。;、](?<![方层全里地版界书负正平页双多单侧表局画台墙路水])面$/

/** 云岭县, 青石镇: whose rate it is does not belong to its name. */
const place = /^.{1,6}?(?:街道|[省市州县区镇乡])(?!政府|[长委级域民直属内])/
const beforeObject = /^.*(?:其中|使得|使|确保|实现|全年|今年|的(?=.*案件|.*事项)|全[县市区省镇乡州]|,)/
/** The words directly before a rate's name that belong to it: at most twelve characters. */
function trimObject(words: string): string {
  if (words === '') return ''
  const own = words.replace(beforeObject, '')
  return own.length > 12 ? own.slice(-12) : own
}

/** Strips link words from the end; null if they say that the number is a change and no level. */
function stripLinks(
  text: string,
  floor: number,
  from: number,
): { end: number; respectively: boolean } | null {
  let end = from
  let arrived = false
  let respectively = false
  for (;;) {
    while (end > floor && text[end - 1] === ' ') end--
    const word = linkWords
      .get(text[end - 1] ?? '')
      ?.find((entry) => end - entry.length >= floor && text.endsWith(entry, end))
    if (!word) return { end, respectively }
    if (arrivals.has(word)) arrived = true
    if (word === '分别' || word === '依次') respectively = true
    if (changes.has(word) && !arrived) return null
    end -= word.length
  }
}

const between = /^(?:、|和|及|与|以及|,|或)?$/

/** The numbers that stand in one list with the figure, with nothing but 、 and 和 between them. */
export function runOf(prose: Prose, figure: LocalFigure): readonly LocalFigure[] {
  const { figures, text } = prose
  const at = figure.index
  let first = at
  while (first > 0 && joins(text, figures[first - 1] as LocalFigure, figures[first] as LocalFigure)) first--
  let last = at
  while (
    last + 1 < figures.length &&
    joins(text, figures[last] as LocalFigure, figures[last + 1] as LocalFigure)
  )
    last++
  return figures.slice(first, last + 1)
}

function joins(text: string, a: LocalFigure, b: LocalFigure): boolean {
  return (
    a.unit.kind === b.unit.kind &&
    b.from - a.to <= 2 &&
    between.test(text.slice(a.to, b.from)) &&
    b.from > a.to
  )
}

/** The figure before this one in its block. */
function previousFigure(prose: Prose, figure: LocalFigure): LocalFigure | undefined {
  return prose.figures[figure.index - 1]
}

/** 办结率、满意率 before 分别: the names, each with its place. */
function listedNames(
  text: string,
  prose: Prose,
  first: LocalFigure,
  end: number,
): readonly { from: number; to: number }[] {
  const names: { from: number; to: number }[] = []
  let from = prose.scanned.clauses[first.clause] ?? 0
  for (let at = from; at <= end; at++) {
    const mark = at === end || /[、和及与]/.test(text[at] as string)
    if (!mark) continue
    if (at > from && /[率度]$/.test(text.slice(from, at))) names.push({ from, to: at })
    from = at + 1
  }
  return names
}
