import { holdsOne } from '../../text/holds-one.ts'
import { type Enumeration, type WordList, wordList } from './enumerations.ts'
import { hintOf, hints } from './hints.ts'
import type { Slot, SlottedBlock } from './slots.ts'

/** Suffixes of names, by the nouns under which they are counted. */
const classes: readonly (readonly [needs: readonly string[], noun: RegExp, suffix: RegExp])[] = [
  [
    ['乡', '镇', '街'],
    /^(?:建制|试点|示范|重点|先行)?(?:乡镇|镇街|镇|乡|街道|街镇|镇\(街道\)|乡\(镇\))/,
    /(?:[镇乡]|街道|□)$/,
  ],
  [
    ['村', '社区', '居委会'],
    /^(?:行政|试点|示范|重点|自然|建制)?(?:村|社区|居委会)/,
    /(?:[村屯庄寨]|社区|居委会|□)$/,
  ],
  [
    [...'县区旗市州省'],
    /^(?:试点|示范|重点|先行)?(?:县|区|旗|市|城市|地市|州|设区市|省|省份|省区市|地区)/,
    /(?:[县市区旗州省盟]|□)$/,
  ],
  [
    ['部门', '单位', '机构', '机关', '委办局'],
    /^(?:县直|市直|区直|成员|职能|执法|牵头|责任|试点|重点|主管|相关|有关)?(?:部门|单位|机构|机关|委办局)/,
    /(?:[局委院办部厅所站队会处庭联协]|中心|公司|学|学校|医院|银行|□)$/,
  ],
  [
    ['点', '典型', '集体'],
    /^(?:[国省市县区]家?级)?(?:示范|试点|联系|观摩|先进|样板)(?:点|典型|集体)/,
    /(?:[村屯庄寨镇乡局院]|社区|街道|□)$/,
  ],
  [['企业', '公司'], /^(?:试点|重点|龙头|规上)?(?:企业|公司)/, /(?:公司|集团|厂|企业|□)$/],
]

/** Nouns that count the very points listed before them. */
const abstract = /^(?:大)?(?:方面|重点领域|领域|环节|关键环节|维度|阶段|层面|步骤|要素|类别|板块)/

/** 三项整治行动, 3项制度: what may be told by its names right before the count. */
const named =
  /^(?:专项|重点|基本|基础|配套|核心|关键)?(?:整治|行动|制度|机制|活动|工程|指标|内容|任务|清单|改革|服务|举措|措施|治理|检查|工作)/
/** An entry that begins with doing something is no name in a row of names: 完善机制、推进公示、记录、审核三项制度. */
const doing =
  /^(?:推|开展|落实|实施|完善|建|健全|制[定发]|加[强大快]|强化|深化|规范|严格|组织|全面|积极|做|抓|出台|执行|完成|承接|梳理|聚焦|围绕|突出|用好|打造|优化|提[升高]|创新|巩固|查处|办理|印发|修订|统筹|扎实|深入|持续|严厉|集中|并|同时|以及|对|在|将|把)/

/** 城东、城西、开发区、高铁新区五个消防站: what is built is called by its place. */
const built = new Set(['个', '座', '处', '所'])
const site =
  /^[^,。;:、]{0,4}(?:站|服务点|监测点|网点|检查点|公园|景区|水厂|水库|泵站|粮库|文化馆|图书馆|展馆|分馆|中心|基地|医院|学校|小学|中学|市场|片区|园区|分局|实践所|驿站)(?![^,。;、]{0,2}(?:建设|改造|项目|工程))/

/** 占道经营、违法建设、露天焚烧、农村养犬三项整治: names of one kind right before the count of their kind, one of which is lost. */
function areNamedThings({ figure, tail }: Slot, { entries, least, most }: WordList): boolean {
  const isNamed =
    figure.unit.name === '项' ? named.test(tail) : built.has(figure.unit.name) && site.test(tail)
  if (!isNamed || entries.length < 3 || least !== most) return false
  const [, ...others] = entries
  return (
    entries.every((entry) => entry.length <= 12) &&
    others.every((entry) => !doing.test(entry) && entry.length <= 8)
  )
}

/** 栗坪镇、松涧乡、沙柳镇3个乡镇: plain names right before the count. */
export function wordsBefore({ slots }: SlottedBlock, at: number): Enumeration | null {
  const slot = slots[at] as Slot
  if ((slot.leadHints & hints.pause) === 0) return null
  const mark = lastMark(slot.lead)
  const from = mark === -1 && at > 0 ? behindJoint(slot.lead) : mark + 1
  if (from === -1) return null
  const list = wordList(slot.lead.slice(from), slot.leadFrom + from)
  if (!list) return null
  const noun = nounOf(slot)
  if (isNamedBy(noun, list) || isSummedUp(slot, list)) return { ...list, certainty: 'certain' }
  if (areDepartments(list, `${slot.figure.unit.name}${slot.tail}`)) return { ...list, certainty: 'certain' }
  if (areNamedThings(slot, list)) return { ...list, certainty: 'likely' }
  const short = list.entries.every((entry) => entry.length <= 12)
  if (abstract.test(noun) && list.entries.length >= 3 && short) return { ...list, certainty: 'likely' }
  // 法治公园、法治长廊、法治书屋、法治广场等3处: more are named than are counted.
  if (list.open && list.entries.length >= 3 && list.entries.slice(1).every((entry) => entry.length <= 8))
    return { ...list, certainty: 'likely' }
  return told.test(noun) && areAlike(list) ? { ...list, certainty: 'likely' } : null
}

/** Departments as they are called for short. */
const departments = new Set(
  (
    '公安 司法 城管 市监 市场监管 市场监督管理 应急 应急管理 住建 住房城乡建设 教育 教体 民政 人社 人力社保 自然资源 资规 生态环境 环保 交通 交通运输 水利 水务 农业 ' +
    '农业农村 文旅 文体旅 文化旅游 卫健 卫生健康 税务 消防 消防救援 信访 财政 审计 统计 发改 发展改革 工信 商务 医保 法院 检察 检察院 妇联 工会 团委 残联 综治 政法 林业 气象 ' +
    '综合执法 行政审批 行政执法 电力 供电 通信 金融 银行 海关 国土 规划 工商 质监 食药 安监 宣传 组织 统战 纪检 监察 纪委 网信 邮政 烟草 科技 体育 民宗 退役军人 乡村振兴 大数据 供销 人武 武装'
  ).split(' '),
)

/** 联合公安、市监、城管3部门: departments, called for short. */
function areDepartments({ entries }: WordList, counted: string): boolean {
  if (!/^(?:个|家)?(?:部门|单位|局|职能部门|执法部门)/.test(counted)) return false
  const [first = '', ...others] = entries
  return (
    others.every((entry) => departments.has(entry.replace(/(?:等|的)$/, ''))) &&
    [...departments].some((name) => first.endsWith(name))
  )
}

/** Nouns of what goes by the words before it: 政策宣讲、法律服务、平安巡防三支队伍. */
const told =
  /^(?:队伍|小组|工作组|专班|中心|平台|机制|体系|行动|工程|领域|模块|板块|环节|系统|专项|品牌|阵地|任务|工作|措施|举措|制度|场景|窗口|专区|渠道|链条|关口|维度|指标|服务|清单|课程|类型)/

/** Whether the entries are alike in length, the first one behind its verb: 组建政策宣讲、法律服务、矛盾调处. */
function areAlike({ entries }: WordList): boolean {
  const [first = '', second = '', ...others] = entries
  const { length } = second
  return (
    others.length > 0 &&
    length >= 2 &&
    length <= 6 &&
    others.every((entry) => entry.length === length) &&
    first.length >= length &&
    first.length <= length + 6
  )
}

/** 综治中心、便民服务中心、调处中心、服务站共5个: 共 behind three or more names of places counts them all. */
function isSummedUp({ lead }: Slot, { entries }: WordList): boolean {
  if (entries.length < 3 || !/(?:共|共计|合计)$/.test(lead)) return false
  return entries.every((entry, nth) => {
    const name = nth === entries.length - 1 ? entry.replace(/(?:等)?(?:共|共计|合计)$/, '') : entry
    return /[中心站室所点厅局院校园馆场处队组会部办]$/.test(name) && name.length <= 16
  })
}

/** Where a list begins that is joined to a figure before it: 三个部门联合县教育局、县卫健局2个单位. */
function behindJoint(lead: string): number {
  const joint = /^[^、]{0,12}?(?:联合|会同|协同|以及|[和与及])/.exec(lead)
  return joint ? joint[0].length : -1
}

/** What is counted: the words behind the number, with the measure word where that is the noun itself. */
function nounOf({ figure, tail }: Slot): string {
  return /^(?:方面|部门|类|村|镇|乡|县|市|区|省|校|家)$/.test(figure.unit.name) && tail === ''
    ? figure.unit.name
    : tail
}

function lastMark(lead: string): number {
  for (let at = lead.length - 1; at >= 0; at--)
    if ((hintOf(lead.charCodeAt(at)) & (hints.mark | hints.pause)) === hints.mark) return at
  return -1
}

/** Whether all entries end as the noun does: 综合协调组、资金保障组 for 专项组, 办理难、执行难 for nothing but 难. */
function endsLikeNoun(noun: string, { entries }: WordList): boolean {
  const end = noun.replace(/[,:;(]$/, '').slice(-1)
  return (
    noun.length >= 1 &&
    end !== '□' &&
    entries.every((entry) => entry.length >= 2 && entry.length <= 16 && entry.endsWith(end))
  )
}

/** Whether most entries, the last one among them, end as names of what the noun counts. */
function isNamedBy(noun: string, list: WordList): boolean {
  if (endsLikeNoun(noun, list)) return true
  const { entries } = list
  const suffix = classes.find(([needs, nouns]) => holdsOne(noun, needs) && nouns.test(noun))?.[2]
  if (!suffix) return false
  const fitting = entries.filter((entry) => suffix.test(entry)).length
  return fitting * 5 >= entries.length * 3 && suffix.test(entries[entries.length - 1] as string)
}

const opened = /^([^,。;:()]{0,14})(\(|:|,?(?:分别|依次)(?:是|为|在|位于|设在)+:?|,(?:即|具体(?:是|为)):?)/
/** How many characters behind a count its list is introduced. */
const longestOpening = 20

/** Whether a list may be opened behind a count: by ( or :, by 分别 or 依次, or by a comma and 即, 具体 or 时间. */
export function opensList(text: string, from: number): boolean {
  const to = Math.min(text.length, from + longestOpening)
  for (let at = from; at < to; at++) {
    switch (text[at]) {
      case '(':
      case ':':
      case '分':
      case '依':
        return true
      case ',':
        return '分依即具时'.includes(text[at + 1] ?? '-')
      case '。':
      case ';':
        return false
    }
  }
  return false
}

/** 4名副局长王某、李某、张某: persons behind their office. */
function personsBehind(text: string, { figure }: Slot): Enumeration | null {
  if (!'名位人'.includes(figure.unit.name)) return null
  const found = persons.exec(text.slice(figure.to, figure.to + 100))
  const list = found && wordList(found[2] as string, figure.to + (found[1] as string).length)
  return list && { ...list, certainty: 'certain' }
}

const persons = /^([^,。;:、()]{0,8}?)([一-龥]某{1,2}(?:[、和][一-龥]某{1,2})*、[一-龥]某{1,2})(?![、和等])/

/** 3个县（市、区）, 12个乡镇（街道、园区）: other kinds of what is counted, and none of them by name. */
const division =
  /^(?:[省市县区旗州盟镇乡村居场]|地市|街道|社区|街|居委会|居民小组|园区|开发区|管委会|团场|部门|单位|机构|机关|企业|站|所|队)$/

const notAList = /^(?:涉及|主要|重点|含|如|包括|其中|由|以|均|具体|详见|见|即|每|均为|占|较|比)/

/** 3个乡镇（栗坪镇、松涧乡、沙柳镇）, 5个部门，分别是…: plain names introduced right behind the count, if a list may be opened there. */
export function wordsBehind({ slots, text }: SlottedBlock, at: number, opens: boolean): Enumeration | null {
  const slot = slots[at] as Slot
  const named = personsBehind(text, slot)
  if (named) return named
  if (!opens) return null
  const next = slots[at + 1]?.figure.from ?? text.length
  const behind = text.slice(slot.figure.to, slot.figure.to + 300)
  const found = opened.exec(behind)
  if (!found) return null
  const start = found[0].length
  const end = behind.slice(start).search(found[2] === '(' ? /[()。]/ : /[,;:。!?()]/)
  if (end === -1 || slot.figure.to + start + end > next) return null
  const words = behind.slice(start, start + end)
  if (found[2] === '(' && behind[start + end] !== ')') return null
  if (notAList.test(words) || /[“《]/.test(words)) return null
  const list = wordList(words, slot.figure.to + start)
  if (!list || list.entries.every((entry) => division.test(entry))) return null
  if (isNamedBy(nounOf(slot), list) || isNamedBy(found[1] as string, list))
    return { ...list, certainty: 'certain' }
  if (/[在设]/.test(found[2] as string) || list.entries.some((entry) => entry.length > 16)) return null
  return { ...list, certainty: /[分依]/.test(found[2] as string) ? 'certain' : 'likely' }
}
