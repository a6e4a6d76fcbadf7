import { codeAt } from '../../text/code-at.ts'
import { wordBefore, wordsByLast } from '../../text/word-table.ts'

/** Link words between a name and its number, and bounds. Stripped from the end as long as one fits. */
const links = wordsByLast(
  '分别 依次 均 都 也 已 仅 就 还 高 实现 保持 维持 稳定 控制 总体 始终 继续 全部 又 普遍 基本 整体 平均 达到了 达到 达 为 是 到了 到 至 在 了 约 近 逾 ' +
    '超过 超 不低于 不少于 不足 不到 高于 低于 突破 接近 至少 将近 大约 : 各 跃升 巩固 提高 提升 上升 增长 增加 降低 下降 升 降 有 多达 仍 仅为 , 依然 更 ' +
    '年内 今年 全年 连年 过',
)
/** Words that say by how much, unless 到, 至 or 达 stands between them and the number. */
const changes = new Set('提高 提升 上升 增长 增加 降低 下降 升 降 跃升'.split(' '))
const arrivals = new Set('达到了 达到 达 为 是 到了 到 至 在'.split(' '))

/** The words before a number without its link words. */
export interface Stripped {
  /** Where the words end that are left. */
  readonly end: number
  /** 分别 or 依次 was among the link words. */
  readonly respectively: boolean
}

/** Strips link words from the end; null if they say that the number is a change and no level. */
export function stripLinks(text: string, floor: number, from: number): Stripped | null {
  let end = from
  let arrived = false
  let respectively = false
  for (;;) {
    while (end > floor && codeAt(text, end - 1) === blank) end--
    const word = wordBefore(links, text, end, floor)
    if (word === '') return { end, respectively }
    if (arrivals.has(word)) arrived = true
    if (word === '分别' || word === '依次') respectively = true
    if (changes.has(word) && !arrived) return null
    end -= word.length
  }
}

const blank = 0x20
