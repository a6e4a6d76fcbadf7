import { codeAt } from '../text/code-at.ts'
import { wordAt, wordBefore, wordsByFirst, wordsByLast } from '../text/word-table.ts'

/** Time words and connectors with which a clause begins and which say nothing about what is counted. */
const opening = wordsByFirst(
  '的 并 已 先 后 又 另 还 均 都 各 再 全年 今年 本年 本年度 年内 去年 上年 上年度 上一年 上一年度 当年 一年来 其中 其余 累计 共计 合计 总计 ' +
    '一共 共 分别 仅 现 新 目前 截至目前 全镇 全县 全市 全区 全省 全州 全街道 全乡 同时 此外',
)

/** Words right before a number that tell nothing about what is counted. */
const closing = wordsByLast(
  '了 达到 达 为 是 有 的 共计 合计 总计 累计 共 约 近 分别为 分别 均 已 仅 也 各 在内 多达 各有 就',
)

/** Where the words that begin a clause end: 截至2024年底全县共|受理. Looks at `from` to `to` only. */
export function behindOpening(text: string, from: number, to: number): number {
  let at = from
  for (let length = openingLength(text, at, to); length > 0; length = openingLength(text, at, to))
    at += length
  return at
}

function openingLength(text: string, at: number, to: number): number {
  const word = wordAt(opening, text, at, to)
  if (word !== '') return word.length
  const code = codeAt(text, at)
  if (code === 0x622a) return deadlineLength(text, at, to)
  return code <= 0x39 && code >= 0x30 ? yearLength(text, at, to) : 0
}

/** 2024年 */
function yearLength(text: string, at: number, to: number): number {
  if (at + 5 > to || text[at + 4] !== '年') return 0
  for (let nth = 1; nth < 4; nth++) {
    const code = codeAt(text, at + nth)
    if (code < 0x30 || code > 0x39) return 0
  }
  return 5
}

/** 截至2024年底, 截至12月31日, 截至9月末 */
function deadlineLength(text: string, at: number, to: number): number {
  if (text[at + 1] !== '至') return 0
  const last = Math.min(at + 11, to)
  for (let end = at + 2; end < last; end++) {
    const mark = text[end] as string
    if (mark === '底' || mark === '日' || mark === '末') return end + 1 - at
    if (mark === '\n') return 0
  }
  return 0
}

/** Where the words begin that stand right before a number and tell nothing of it: 办结率|已达到. Looks back to `floor` only. */
export function beforeClosing(text: string, to: number, floor: number): number {
  let at = to
  for (
    let word = wordBefore(closing, text, at, floor);
    word !== '';
    word = wordBefore(closing, text, at, floor)
  )
    at -= word.length
  return at
}
