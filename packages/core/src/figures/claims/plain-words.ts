import { codeAt } from '../../text/code-at.ts'
import { isOneOf, signs } from '../../text/signs.ts'
import { wordAt, wordsByFirst } from '../../text/word-table.ts'
import { hintOf, hints, hintsIn } from './hints.ts'

/** Each of the characters between these words: 全县 全镇. */
function eachOf(before: string, characters: string, behind = ''): string {
  return [...characters].map((one) => `${before}${one}${behind}`).join(' ')
}

/** Words of time, scope and manner that do not change what is counted. */
const plainWords = wordsByFirst(
  `全年 今年 本年 本年度 年内 当年 去年 ${eachOf('', '一二三四五六七八九十', '年来')} 目前 ${eachOf('全', '县镇市区省乡州旗村局院所')} ` +
    `全系统 全街道 ${eachOf('我', '县镇市区省乡局院')} ${eachOf('本', '级县镇市区局')} 现有 现已 各类 各项 各种 各级 全部 所有 共计 一共 总计 合计 ` +
    '已经 已 先后 依法 累计 经统计 据统计 的 了 约 近 达到 达 为 是 突破 超过 超 逾 各 并 还 、 ( ) , :',
)

/** 2024年度, 截至2024年底: the years and days among them. */
const dated = /20\d\d年度?|截至[^,]{0,10}?[底末日]/y

/** How long the word is that begins at `at` and does not change what is counted; 0 if there is none. */
function plainLength(words: string, at: number): number {
  const word = wordAt(plainWords, words, at, words.length)
  if (word !== '') return word.length
  const code = codeAt(words, at)
  switch (code) {
    case 0x5171: // 共, not 公共
      return words[at - 1] === '公' ? 0 : 1
    case 0x6709: // 有, not 国有
      return words[at - 1] === '国' ? 0 : 1
    case 0x5728: // 在, not 在编
      return at + 1 < words.length && '编册建岗职读'.includes(words[at + 1] as string) ? 0 : 1
    case 0x32:
    case 0x622a: // 截
      dated.lastIndex = at
      return dated.test(words) ? dated.lastIndex - at : 0
    default:
      return isOneOf(code, signs.blank) ? 1 : 0
  }
}

/**
 * Words without those that do not change what is counted. `held` is what they hold, or more.
 *
 *     全县|受理|各类|案件 → 受理案件
 */
export function stripped(words: string, held = hintsIn(words)): string {
  if ((held & hints.plain) === 0) return words
  let kept = ''
  let copied = 0
  for (let at = 0; at < words.length; ) {
    const length = (hintOf(words.charCodeAt(at)) & hints.plain) === 0 ? 0 : plainLength(words, at)
    if (length === 0) {
      at++
      continue
    }
    if (at > copied) kept += words.slice(copied, at)
    at += length
    copied = at
  }
  return copied === 0 ? words : kept + words.slice(copied)
}
