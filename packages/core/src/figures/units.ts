import { codeAt } from '../text/code-at.ts'
import type { Unit, UnitKind } from './ledger.ts'

/** A unit that the scanner knows: its name as written and its kind. */
export interface KnownUnit {
  readonly name: string
  readonly kind: UnitKind
  /** The unit under which amounts are compared: 千米 and 公里 are one, 元 is 元. */
  readonly base: string
  /** The unit as figures tell it: {@link base} with its kind. */
  readonly unit: Unit
  /** Whether what it measures is computed and so rounded, as shares and multiples are; what is counted is exact. */
  readonly rounded: boolean
  /** The code of its second character; 0 if it has but one. */
  readonly second: number
  /** The numerals that it may stand behind; null for both. */
  readonly script: 'arabic' | 'han' | null
}

/** Measure words that may stand behind Arabic digits and behind numerals in words. */
const measures =
  '人次 件次 户次 批次 场次 台次 辆次 车次 班次 架次 艘次 航次 趟次 条次 项次 篇次 头次 家次 份次 册次 起次 人天 人年 ' +
  '个 件 起 次 名 人 户 家 份 项 场 条 宗 例 批 支 块 部 册 篇 幅 台 套 辆 座 栋 幢 间 张 本 位 处 所 种 门 ' +
  '片 头 只 株 棵 颗 根 口 艘 架 列 堂 课 轮 款 句 页 字 卷 笔 桩 组 对 盏 枚 扇 把 封 通 首 集 段 层 类 站 ' +
  '团 袋 盒 箱 瓶 桶 床 盘 尊 匹 羽 尾 枝 则 档 面 帧 票 摞 户头 方面 家次 台件 人份 剂次 针次 诊次 站次 床日 人日 人月'

/** Words that count only behind Arabic digits: behind numerals in words they are mostly parts of names (三村, 五县). */
const arabicMeasures =
  '部门 村 镇 乡 县 市 区 省 国 校 院 岗 店 企 员 期 点 单 班 队 届 股 双 副 组 顶 剂 具 眼 孔 束 杆 捆 筐'

/** Measure words that stand only behind numerals in words: 三点不足, 五大行动. */
const hanMeasures = '点 大 道'

const money =
  '元 美元 欧元 英镑 港元 港币 日元 新元 韩元 卢布 元人民币 块钱 元/人 元/月 元/年 元/天 元/吨 元/公斤'

/** Physical units, written as `name` or `name=base`. */
const physical =
  '公里 千米=公里 平方公里 平方千米=平方公里 平方米 平米=平方米 立方米 立方 方 亩 亩次 公顷 吨 万吨级 吨级 千克=公斤 公斤 ' +
  '斤 克 毫克 微克 升 毫升 千瓦 千瓦时 度 兆瓦 吉瓦 瓦 千伏 伏 标准箱 标箱=标准箱 海里 里 厘米 毫米 毫微米 纳米 微米 米 ' +
  '摄氏度 ℃ km m kg GB TB PB MB 兆 卡 大卡 分贝 标准煤 吨标准煤 立方米/秒 微克/立方米 吨公里 人公里 车公里 ' +
  '英寸 寸 尺 兆瓦时 吉瓦时 比特'

const time =
  '个工作日 工作日 个月 个小时 个季度 个学时 个课时 个年度 个学年 个周 个百日 天 小时 分钟 秒 秒钟 周 周年 周岁 岁 学时 ' +
  '课时 年 日内 年期 载 日'

/** `％` is folded to `%` before scanning. */
const shares = '% 成 折'
const points = '个百分点 百分点=个百分点 个千分点'
const bare = '分 个基点=基点'

/** The lists of names, each with a blank before every name and behind the last, with their kind and script. */
const lists: readonly (readonly [names: string, kind: UnitKind, script: KnownUnit['script']])[] = [
  [` ${shares} `, 'percent', null],
  [` ${points} `, 'points', null],
  [' ‰ ', 'permille', null],
  [' 倍 番 ', 'times', null],
  [` ${bare} `, 'none', null],
  [` ${measures} `, 'measure', null],
  [` ${money} `, 'money', null],
  [` ${physical} `, 'physical', null],
  [` ${time} `, 'time', null],
  [` ${arabicMeasures} `, 'measure', 'arabic'],
  [` ${hanMeasures} `, 'measure', 'han'],
]

/** Units by the code of their first character, the longest first: gathered when a text has the character behind a number. */
const byFirst = new Map<number, readonly KnownUnit[]>()

function unitsFrom(code: number): readonly KnownUnit[] {
  const first = ` ${String.fromCharCode(code)}`
  const found: KnownUnit[] = []
  for (const [names, kind, script] of lists) {
    for (let at = names.indexOf(first); at !== -1; at = names.indexOf(first, at + 1))
      found.push(knownUnit(names.slice(at + 1, names.indexOf(' ', at + 1)), kind, script))
  }
  return found.sort((a, b) => b.name.length - a.name.length)
}

/** `entry` is a name, or a name with the one that it is compared under: `千米=公里`. */
function knownUnit(entry: string, kind: UnitKind, script: KnownUnit['script']): KnownUnit {
  const parted = entry.indexOf('=')
  const name = parted === -1 ? entry : entry.slice(0, parted)
  const base = parted === -1 ? entry : entry.slice(parted + 1)
  const second = name.length > 1 ? name.charCodeAt(1) : 0
  const rounded = kind === 'percent' || kind === 'permille' || kind === 'points' || name === '倍'
  return { name, kind, base, unit: { kind, name: base }, rounded, second, script }
}

/** Whether a unit begins with the character. */
export function beginsUnit(code: number): boolean {
  return unitsBeginning(code).length > 0
}

function unitsBeginning(code: number): readonly KnownUnit[] {
  let units = byFirst.get(code)
  if (units === undefined) {
    units = unitsFrom(code)
    byFirst.set(code, units)
  }
  return units
}

/** The longest unit that is written at `at` of a folded text, behind a number in that script; null if there is none. */
export function unitAt(text: string, at: number, script: 'arabic' | 'han'): KnownUnit | null {
  const next = codeAt(text, at + 1)
  for (const unit of unitsBeginning(codeAt(text, at))) {
    if (unit.script !== null && unit.script !== script) continue
    if (unit.second === 0 || (unit.second === next && text.startsWith(unit.name, at))) return unit
  }
  return null
}
