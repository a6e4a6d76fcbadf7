import { hinted, hints, hintsIn, matches } from './hints.ts'
import { lettersIn, mayStandIn, type SoughtWord, sought } from './sought-word.ts'

/**
 * What tells whether a list of parts is complete. A list of examples (等, 主要) need not make its total; classes that overlap
 * may make more than it.
 */

/** 等 as "and others", not in 高等, 平等, 等级, 三等. */
const andOthers = /(?<![高平均相中初上优劣一二三同不特])等(?![级次学候同于额待着到效线分])/

/** Says right before the list that only the main parts are told. */
const mainly = /主要|重点|例如|譬如|比如|特别是|尤其是|突出的|较多|排名|前[一二三四五六七八九十0-9]/

/** Says that one thing may be counted in several parts. */
const overlapping =
  /同时|交叉|重叠|有重复|重复(?:计|统计)|兼有|兼具|兼任|身兼|兼[两多二]|多选|不止一|多个类[别型]|两类以上|可叠加|含重|并处|合并|同属|兼属|重合|多重|双重|一户多|一人多|一[案件]多|既[^,。;]{1,12}又|[两二三几多][类种个项方][^,。;]{0,8}(?:都|均|皆|兼)|先后[^,。;]{0,8}[两二三多][个次家级]/

/** Says in `text` that the list goes on. */
export function isOpen(text: string): boolean {
  return andOthers.test(text)
}

/** Says in `text` that only the main parts follow. */
export function namesMainParts(text: string): boolean {
  return mainly.test(text)
}

/** 公安类46件居首，人社类29件紧随其后: the greatest parts are told, in their order. */
const ranked = /居首|居前|紧随|次之|位[居列]|分列/

/** Says in `text` that the parts are told by their rank. */
export function ranksParts(text: string): boolean {
  return ranked.test(text)
}

/** Says in `text` that parts overlap. */
export function saysOverlap(text: string): boolean {
  return overlapping.test(text)
}

/** Ways to divide people; parts of several of them overlap. */
const traits: readonly RegExp[] = [
  /农民工|务工/,
  /妇女|女性|女[^儿]|^女$|男性|男/,
  /老年|青少年|未成年|儿童|学生|青年|岁/,
  /残疾|残障/,
  /党员|团员/,
  /民族|回族|藏族|少数/,
  /军人|军属|退役/,
  /低保|困难|脱贫|贫困|低收入/,
  /学历|本科|研究生|硕士|博士|大专/,
  /职称|高级|中级|初级|持证/,
]

/** What some of the parts are told by only: each of the others may be that as well. */
const besides = /职称|学历|党员|高级|持证/

/** Whether the parts are told apart by several traits of people at once: 农民工 and 妇女. */
export function dividesByTraits(names: readonly string[]): boolean {
  const used = new Set<number>()
  for (const name of names) {
    const trait = traits.findIndex((pattern) => pattern.test(name))
    if (trait !== -1) used.add(trait)
  }
  const crossing = names.filter((name) => besides.test(name)).length
  return used.size >= 2 || (crossing > 0 && crossing * 2 < names.length)
}

/** What is wrong with a file or a site, of which it may have several. */
const faults =
  /问题|不规范|不及时|不完整|不齐全|不准确|不到位|不合理|不充分|错误|瑕疵|缺失|缺项|漏填|漏项|超期|遗漏/

const penalties = /警告|通报批评|罚款|没收|责令|暂扣|吊销|降低资质|拘留|停产|停业|关停|罚没|限制/
const sanctions =
  /党纪|政务处分|政纪|组织处理|诫勉|谈话|问责|免职|移送|开除|撤职|记过|约谈|批评|教育|离岗|调离|检讨|检查|整改/

/** Ways to help people, of which one may get several. */
const aids =
  /慰问|助学|互助|救助|补助|补贴|帮扶|援助|助医|医疗|助残|助困|资助|贷款|托管|关爱|捐赠|送医|送教|辅导|疗休养|走访|奖励/

/** What people are, of which one may be several things. */
const roles =
  /党员|妇女|女性|少数民族|班主任|带头人|骨干|支教|劳模|标兵|先进|退役|残疾|脱贫|低保|返乡|职称|名师|能手|网格员|志愿者/

/** Whether one case may well have got several of the parts: penalties, or sanctions of officials. */
export function mayCombine(names: readonly string[]): boolean {
  return [penalties, sanctions, aids, roles, faults].some(
    (pattern) => names.filter((name) => pattern.test(name)).length * 2 >= names.length,
  )
}

/** 其他, 其余 as the name of the last part: nothing is left out. */
const remainder = hinted(/其他|其它|其余|剩余|余下|剩下|另外|别的|另有/, hints.limited)

/** Whether the name (or the words behind the number), which holds what `held` says, says that the part is all the rest. */
export function isRemainder(words: string, held = hintsIn(words)): boolean {
  return matches(remainder, words, held)
}

/** Pairs that leave nothing between them; ^ stands for the beginning of a name. */
const opposites = (
  [
    ['简易', '普通 一般'],
    ['线上 网上 网络 在线', '线下 现场 窗口 当面'],
    ['男', '女'],
    ['城镇 城市 城区', '农村 乡村'],
    ['自然人 个人 公民', '法人 单位 企业 组织'],
    ['^新', '续 结转 改 旧'],
    ['县直 县级 市直 市级 区直 区级', '乡镇 镇级 街道'],
    ['本级', '下级 下辖 乡镇 区县 县区'],
    ['室内 场内 站内 体制内', '室外 场外 站外 体制外'],
    ['专职', '兼职'],
    ['个体', '集体'],
    ['公办', '民办'],
    ['国内 境内 省内 市内 县内', '国外 境外 省外 市外 县外'],
    ['重大 较大 重点', '一般'],
    ['书面', '口头'],
    ['已', '未 尚 正在'],
    ['上半年', '下半年'],
    ['实有 在编 在岗 到岗 实到 实考 参考', '空编 空缺 缺编 缺额 空岗 缺席 请假 缺勤 缺考'],
    ['胜诉', '败诉'],
    ['民事', '行政 刑事'],
    ['党政 机关', '事业'],
  ] as const
).map((sides) => sides.map((words) => sought(words.split(' '))))

/** The pairs to which a word belongs, a bit for each, by the side of the pair on which it stands. */
interface SidedWord extends SoughtWord {
  readonly one: number
  readonly other: number
}

const sidedWords: readonly SidedWord[] = opposites.flatMap(([one = [], other = []], pair) => [
  ...one.map((word) => ({ ...word, one: 1 << pair, other: 0 })),
  ...other.map((word) => ({ ...word, one: 0, other: 1 << pair })),
])

/** Whether two parts are named as the two sides of one division: 简易程序 and 普通程序. */
export function areOpposites(names: readonly string[]): boolean {
  const [first, second] = names
  if (names.length !== 2 || first === undefined || second === undefined) return false
  if (denies(first, second) || denies(second, first) || areTwoSides(first, second)) return true
  const [a, b] = [`^${first}`, `^${second}`]
  const [ofA, ofB] = [lettersIn(a), lettersIn(b)]
  let [oneOfA, otherOfA, oneOfB, otherOfB] = [0, 0, 0, 0]
  for (const word of sidedWords) {
    if (mayStandIn(ofA, word) && a.includes(word.text)) {
      oneOfA |= word.one
      otherOfA |= word.other
    }
    if (mayStandIn(ofB, word) && b.includes(word.text)) {
      oneOfB |= word.one
      otherOfB |= word.other
    }
  }
  return ((oneOfA & otherOfB) | (otherOfA & oneOfB)) !== 0
}

/** 持证的 and 未持证的, 满三年的 and 不满三年的: one name is the other denied. */
function denies(name: string, other: string): boolean {
  const denied = /(?:未|不|非|没有?|无)([^未不非没无]{2})/.exec(name)?.[1]
  return denied !== undefined && !graded.test(denied) && !/[未不非没无]/.test(other) && other.includes(denied)
}

/** 满意 and 不满意, 赞成 and 不赞成: some say neither. */
const graded = /满意|赞成|支持|认可|了解|清楚|信任|同意/

/** 执业五年以上的 and 执业五年以下的: the two sides of one number. */
function areTwoSides(name: string, other: string): boolean {
  const [above, below] = /以上/.test(name) ? [name, other] : [other, name]
  if (!/以上/.test(above) || !/以[下内]/.test(below)) return false
  const bare = (words: string): string => words.replace(/[及或]?以[上下内]的?$/, '')
  return bare(above).endsWith(bare(below)) || bare(below).endsWith(bare(above))
}
