import { codeAt } from '../text/code-at.ts'
import { byCharacter, entriesFor } from '../text/word-table.ts'
import type { Bound } from './printed-interval.ts'

/** Words that stand right before a number and bound it, by their last character, the longest first. */
const before = byCharacter(
  bounds({
    nearly: '近 将近 接近 临近',
    about: '约 大约 约为 大概 大致 约占 左右',
    'at-least':
      '不低于 未低于 没有低于 未少于 没有少于 不少于 不小于 至少 最少 至少有 不低 达到或超过 突破 上 满 不下 不下于 不止',
    over: '逾 超 超过 超出 高于 多于 大于 超过了 突破了 已超 多达',
    'at-most':
      '不超过 未超过 没有超过 未超出 未突破 没有突破 未高于 没有高于 未超 不高于 不多于 不大于 至多 最多 不超 控制在 最高不超过',
    under: '低于 少于 小于 不足 不到 未达到 未满 不满 未达',
  }),
  ({ word }) => word,
  'last',
)

/** Words that stand right behind unit or number and bound it. */
const behind = byCharacter(
  bounds({
    about: '左右 上下 前后',
    'at-least': '以上 及以上 或以上 之上 起步',
    'at-most': '以下 及以下 以内 之内 或以下',
  }),
  ({ word }) => word,
  'first',
)

/** Characters before 近, 约, 超, 逾, 上, 满 that make another word of it: 附近, 节约, 签约 (and 规民 before 约: 村规民约). */
const otherWords: Readonly<Record<string, string>> = {
  近: '附最邻相贴亲新远靠',
  约: '节签履合条制预集公违契相邀简大盟续缔失爽隐婉',
  超: '赶反',
  上: '以线网马早晚向路街身史加北',
  满: '圆美丰期充',
  不足: '存在的问题',
}

interface BoundWord {
  readonly word: string
  readonly bound: Bound
}

function bounds(words: Partial<Record<Bound, string>>): BoundWord[] {
  return (Object.entries(words) as [Bound, string][]).flatMap(([bound, list]) =>
    list.split(' ').map((word) => ({ word, bound })),
  )
}

/** Whether a word that bounds a number may end in the character. */
export function mayEndBound(code: number): boolean {
  return entriesFor(before, code) !== undefined
}

/** Whether a word that bounds the number before it may begin with the character. */
export function mayBeginBound(code: number): boolean {
  return entriesFor(behind, code) !== undefined
}

/** The bound that ends right before `at`, and where its word begins; null if there is none. */
export function boundBefore(text: string, at: number, floor: number): { bound: Bound; from: number } | null {
  const known = entriesFor(before, codeAt(text, at - 1))
  if (known === undefined) return null
  for (const { word, bound } of known) {
    const from = at - word.length
    if (from < floor || !text.startsWith(word, from)) continue
    if (from > 0 && otherWords[word]?.includes(text.charAt(from - 1))) continue
    if (word === '约' && text.startsWith('规民', from - 2)) continue
    return { bound, from }
  }
  return null
}

/** The bound that begins at `at`, and where its word ends; null if there is none. */
export function boundBehind(text: string, at: number): { bound: Bound; to: number } | null {
  const known = entriesFor(behind, codeAt(text, at))
  if (known === undefined) return null
  for (const { word, bound } of known) if (text.startsWith(word, at)) return { bound, to: at + word.length }
  return null
}
