import { hanDigit } from '../prose/han-numerals.ts'
import type { Numeral } from '../prose/numerals.ts'
import { codeAt } from '../text/code-at.ts'
import { wordAt, wordsByFirst } from '../text/word-table.ts'
import type { KnownUnit } from './units.ts'

/** Units that stand behind Arabic digits only: behind words they make other words (红十字, 六盘山, 十分). */
const behindDigitsOnly = new Set(
  '字 盘 度 里 分 日 届 员 克 米 斤 升 瓦 寸 尺 折 秒 方 兆 卡 伏 人年 人天'.split(' '),
)
/** What makes another word of 成 behind a numeral: 八成员单位, 五成果. */
const noTenth = '员果立就为功长效年都熟因份本品型绩百千才'
/** Measure words of what may number none: 零件次. */
const frequent = /[件起次人例]/

/** Nouns that begin with a measure word: 12345市民热线 counts no 市. */
const nouns: ReadonlyMap<number, string> = new Map(
  [
    '市 民场政区直级容长属域',
    '国 家际有内外企产道资',
    '区 域县划属级',
    '县 域城级直属',
    '村 民庄委级集干居务',
    '镇 区级街',
    '乡 村镇亲',
    '省 级份直属',
    '校 园长',
    '院 长落',
    '店 铺',
    '企 业',
    '员 工',
    '点 位钟',
    '单 位',
    '班 子级',
    '岗 位',
    '组 织',
    '处 理置罚',
    '台 账',
    '人 民大社才',
    '条 例款',
    '本 级地',
    '口 岸',
    '部 门署',
    '家 庭',
  ].map((entry) => [entry.charCodeAt(0), entry.slice(2)]),
)

/** Whether number and unit together can be a quantity: 三项 is, 一个 before a noun is an article, 十分 is an adverb. */
export function isPlausible(
  text: string,
  at: number,
  numeral: Numeral,
  unit: KnownUnit,
  to: number,
): boolean {
  if (numeral.script === 'arabic') return isPlausibleBehindDigits(text, at, unit, to)
  const { name, kind } = unit
  if (isOfOtherWord(text, at, unit, to) || (name === '年' && numeral.units === 1n)) return false
  if (isGrade(text, at, numeral, unit)) return false
  const next = text[to] ?? ''
  const previous = text[at - 1] ?? ''
  if (behindDigitsOnly.has(name) || (name === '类' && previous === '劣')) return false
  if (numeral.units === 0n) return kind !== 'measure' || frequent.test(name)
  if (previous !== '' && '每同某这那'.includes(previous)) return false
  if (numeral.units === 1n && numeral.exponent === 0 && numeral.high === null && !numeral.more)
    return isCountedOne(text, at, unit, next)
  return !(name === '个' && hanDigit(next.charCodeAt(0)) >= 0)
}

/** The same for a number in digits: 12345市民热线 counts no 市. */
export function isPlausibleBehindDigits(text: string, at: number, unit: KnownUnit, to: number): boolean {
  if (isOfOtherWord(text, at, unit, to)) return false
  const { name, kind } = unit
  if (kind === 'measure') return !(name.length === 1 && beginsNoun(name, codeAt(text, to)))
  return !(name === '日' && text[at - 1] === '月')
}

/** 三届, 三次全会, 八成员单位: the unit is none. */
function isOfOtherWord(text: string, at: number, { name, kind }: KnownUnit, to: number): boolean {
  if (kind === 'measure') return name === '届' || (name === '次' && isOfMeeting(text, at, to))
  return kind === 'percent' && name === '成' && noTenth.includes(text.charAt(to) || ' ')
}

function beginsNoun(name: string, next: number): boolean {
  const ends = nouns.get(name.charCodeAt(0))
  if (ends === undefined) return false
  for (let at = 0; at < ends.length; at++) if (ends.charCodeAt(at) === next) return true
  return false
}

const meetings = wordsByFirst('全会 全体会议 会议精神 产业 分配 党代会')

/** 三次全会, 十五届人大三次会议: 次 counts sessions. */
function isOfMeeting(text: string, at: number, to: number): boolean {
  return wordAt(meetings, text, to, text.length) !== '' || text.slice(Math.max(0, at - 9), at).includes('届')
}

/** 二类, and 三类 behind it: grades are numbered with 二, things are counted with 两. */
function isGrade(text: string, at: number, numeral: Numeral, unit: KnownUnit): boolean {
  if (unit.name !== '类' || numeral.exponent !== 0 || numeral.units > 9n) return false
  return text[at] === '二' || (text[at] !== '两' && text.slice(Math.max(0, at - 30), at).includes('二类'))
}

/** 一 with a measure word counts when the list or sentence ends right behind it (企业一个、), or 共 or 仅 stands before. */
function isCountedOne(text: string, at: number, unit: KnownUnit, next: string): boolean {
  const previous = text[at - 1] ?? ''
  if (unit.kind !== 'measure' || unit.name === '次' || unit.name === '起') return false
  if ('共仅只各'.includes(previous) && previous !== '') return true
  return (
    next !== '' &&
    '、,;。)'.includes(next) &&
    isHan(previous.charCodeAt(0)) &&
    !'第统唯之万任逐同专另'.includes(previous) &&
    !(unit.name === '批' || '是成干'.includes(previous))
  )
}

function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 0xf900 && code <= 0xfad9)
}
