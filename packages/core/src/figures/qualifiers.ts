import type { Bound } from './printed-interval.ts'

/** Words that stand right before a number and bound it, by their last character, the longest first. */
const before = byCharacter(
  {
    nearly: '近 将近 接近 临近',
    about: '约 大约 约为 大概 大致 约占 左右',
    'at-least': '不低于 不少于 不小于 至少 最少 至少有 不低 达到或超过 突破 上 满 不下 不下于 不止',
    over: '逾 超 超过 超出 高于 多于 大于 超过了 突破了 已超 多达',
    'at-most': '不超过 不高于 不多于 不大于 至多 最多 不超 控制在 最高不超过',
    under: '低于 少于 小于 不足 不到 未达到 未满 不满 未达',
  },
  (word) => word[word.length - 1] as string,
)

/** Words that stand right behind unit or number and bound it. */
const behind = byCharacter(
  {
    about: '左右 上下 前后',
    'at-least': '以上 及以上 或以上 之上 起步',
    'at-most': '以下 及以下 以内 之内 或以下',
  },
  (word) => word[0] as string,
)

/** Characters before 近, 约, 超, 逾, 上, 满 that make another word of it: 附近, 节约, 签约. */
const otherWords: Readonly<Record<string, string>> = {
  近: '附最邻相贴亲新远靠',
  约: '节签履合条制预集公违契相邀简大盟续缔失爽隐婉',
  超: '赶反',
  上: '以线网马早晚向路街身史加北',
  满: '圆美丰期充',
  突破: '',
  不足: '存在的问题',
  控制在: '',
}

interface BoundWord {
  readonly word: string
  readonly bound: Bound
}

function byCharacter(
  words: Partial<Record<Bound, string>>,
  keyOf: (word: string) => string,
): ReadonlyMap<string, readonly BoundWord[]> {
  const table = new Map<string, BoundWord[]>()
  for (const [bound, list] of Object.entries(words) as [Bound, string][]) {
    for (const word of list.split(' ')) {
      const key = keyOf(word)
      table.set(key, [...(table.get(key) ?? []), { word, bound }])
    }
  }
  for (const known of table.values()) known.sort((a, b) => b.word.length - a.word.length)
  return table
}

/** The bound that ends right before `at`, and where its word begins; null if there is none. */
export function boundBefore(text: string, at: number, floor: number): { bound: Bound; from: number } | null {
  for (const { word, bound } of before.get(text[at - 1] as string) ?? []) {
    const from = at - word.length
    if (from < floor || !text.startsWith(word, from)) continue
    const excluded = otherWords[word] ?? (word.length === 1 ? (otherWords[word] ?? '') : '')
    if (from > 0 && excluded.includes(text[from - 1] as string)) continue
    return { bound: bound, from }
  }
  return null
}

/** The bound that begins at `at`, and where its word ends; null if there is none. */
export function boundBehind(text: string, at: number): { bound: Bound; to: number } | null {
  for (const { word, bound } of behind.get(text[at] as string) ?? []) {
    if (text.startsWith(word, at)) return { bound, to: at + word.length }
  }
  return null
}
