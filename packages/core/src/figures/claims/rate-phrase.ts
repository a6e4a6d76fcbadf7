import { markAt } from '../../prose/clauses.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import type { Prose } from '../prose.ts'
import { stripLinks } from './link-words.ts'
import type { LocalFigure } from './local-claim.ts'
import { type Rate, rateNamed } from './rate-data.ts'
import { runAround } from './rate-run.ts'

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
  const run = runAround(prose, figure)
  const first = prose.figures[run.first] as LocalFigure
  const nth = figure.index - run.first
  const count = run.last - run.first + 1
  const { text } = prose
  const floor = floorOf(text, first)
  const stripped = stripLinks(text, floor, first.from)
  if (!stripped) return null
  const { end, respectively } = stripped
  const names = count > 1 ? listedNames(text, prose, first, end) : null
  if (names && names.length === count) {
    const name = names[nth] as { from: number; to: number }
    return named(text, name.from, name.to, data, 0, 1)
  }
  const previous = previousFigure(prose, first)
  if (
    previous &&
    first.leadFrom === previous.to &&
    (isOf(text, previous, floor, end) || isWholeOf(text, previous, end))
  )
    return unnamed('of', first.from, '', nth, count)
  const lead = text.slice(floor, end)
  if (isLoneShare(text, prose, first, lead)) return unnamed('share', first.from, '', nth, 1)
  const plan = count === 1 ? planIn(lead) : null
  if (plan) return unnamed('plan', floor + plan.index, plan[0], nth, 1)
  const share = shareIn(lead, data)
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
      count,
    }
  }
  if (count > 1 && !respectively) return null
  return named(text, floor, end, data, nth, count)
}

/** A phrase that says neither of what it is nor what its base is called. */
function unnamed(
  kind: 'share' | 'of' | 'plan',
  from: number,
  name: string,
  nth: number,
  count: number,
): RatePhrase {
  return { kind, from, name, rate: null, object: '', base: '', nth, count }
}

/** Where 占 with its base stands at the end of the words, or a noun for a share; null if none does. */
function shareIn(lead: string, data: DataKinds): RegExpExecArray | null {
  const last = lead.slice(-1)
  const noun = last === '例' || last === '重' || last === '率'
  if (!noun && !lead.includes('占') && !lead.includes('相当于')) return null
  // 通过比例 is the 通过率 of the data, 所占比例 a share.
  const known =
    noun && /[^占]比[例率]$/.test(lead) && rateNamed(data, lead.replace(/的?比[例率]$/, '率')) !== null
  return known ? null : shareEnd.exec(lead)
}

/** 2万件的86%: nothing but 的 between a number and its share. */
function isOf(text: string, { to }: LocalFigure, floor: number, end: number): boolean {
  return text[to] === '的' && (end === floor || (end === floor + 1 && text[floor] === '的'))
}

/** 完成年度计划的, 超额完成目标任务的: what was planned is the base, with its own word. */
const ofPlan =
  /(?:(?:超额)?(?:完成|达到?|为)(?:了)?[^,。;、占]{0,10}?(?:计划|任务|目标|预算|指标|定额)(?:任务|总?数|总?量|指标|值|额)*|占[^,。;、]{0,6}?(?:年度?|全年|既定)(?:计划|任务|目标|预算|指标)(?:任务)?)的?$/

/** The words that name a plan as the base; null if the words before the rate do not end in them. */
function planIn(lead: string): RegExpExecArray | null {
  const last = lead.endsWith('的') ? lead.slice(-2, -1) : lead.slice(-1)
  return last !== '' && endsOfPlan.includes(last) ? ofPlan.exec(lead) : null
}

/** What the words of {@link ofPlan} end in. */
const endsOfPlan = '划务标算额数量值'

/** 占全镇19个行政村的82.4%: the whole stands with its number behind 占. */
function isWholeOf(text: string, whole: LocalFigure, end: number): boolean {
  return (
    text[end - 1] === '的' &&
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
  const words = /[例面]$|比率$/.test(written) ? written.replace(/的?比[例率]$|面$/, '率') : written
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
