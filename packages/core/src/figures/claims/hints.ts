/**
 * Telling characters, as bits: what must stand in the words beside a figure before a pattern need look at them. Each names
 * characters of which every match of the patterns that ask for it has one.
 */
export const hints = {
  /** What ends words: , 、 ; : 。 ! ? ( ) and a line break. */
  mark: 1 << 0,
  comma: 1 << 1,
  /** 、. */
  pause: 1 << 2,
  /** What ends a sentence. */
  sentence: 1 << 3,
  /** A change, last year, a comparison. */
  change: 1 << 4,
  /** 合计, 共, 加起来. */
  total: 1 << 5,
  /** 其余, 其他, 剩余. */
  rest: 1 << 6,
  /** 结转, 遗留, 年初: cases taken over. */
  carried: 1 << 7,
  /** 未办结, 正在, 待办, 还有: cases that are open. */
  open: 1 << 8,
  /** 转, 无: with `carried` and `open` what begins words of open cases behind a count. */
  openBehind: 1 << 9,
  /** 上年, 去年, 同期. */
  otherTime: 1 << 10,
  /** 共有, 在册, 总数, 全县: how many there are at all. */
  inventory: 1 << 11,
  /** 均, 最, 低于, 超过: a bound, or a mean. */
  bound: 1 << 12,
  /** Words of time and scope that do not change what is counted. */
  plain: 1 << 13,
  /** 未, 不. */
  denial: 1 << 14,
  /** 和, 及, 与, 另. */
  joint: 1 << 15,
  /** What lists of titles, quotations and dates end with. */
  listed: 1 << 16,
  /** A verb of change: 增, 降, 扩, 缩. */
  verb: 1 << 17,
  /** 到, 至, 为, 成: what was reached. */
  reached: 1 << 18,
  /** 比, 较. */
  compared: 1 << 19,
  /** 由, 从, 自. */
  from: 1 << 20,
  /** 年, 期, 月: when it was before. */
  when: 1 << 21,
  /** 按, 照, 从, 根据, 归类: by kind. */
  byKind: 1 << 22,
  /** 分, 构成, 组成. */
  divided: 1 << 23,
  /** 其中, 包括, 涵盖, 内含. */
  ofWhich: 1 << 24,
  /** 中, 里, 内. */
  within: 1 << 25,
  colon: 1 << 26,
  /** 应, 须, 需: what should be done. */
  ought: 1 << 27,
  /** 无法, 不能, 逾期: what was not done. */
  denied: 1 << 28,
  /** 每, 同比, 上年, 目标: a figure of another kind than its neighbours. */
  otherKind: 1 << 29,
  /** 其中, 合计, 今年, 此外: another list begins. */
  foreign: 1 << 30,
  /** 其中, 人均, 同比, 季度: less than the year's whole. */
  limited: 1 << 31,
} as const

const members: readonly (readonly [hint: number, characters: string])[] = [
  [hints.mark, ',、;:。!?()\n'],
  [hints.comma, ','],
  [hints.pause, '、'],
  [hints.sentence, '。!?\n'],
  [hints.change, '增降减升高低多少扩拓压缩精涨攀跃回滑省约削窄到至成上去前同期初年由从自比较与是为当超倍'],
  [hints.total, '计共加总'],
  [hints.rest, '其剩余'],
  [hints.carried, '结遗转积存未初余'],
  [hints.open, '结未在待末余另还'],
  [hints.openBehind, '转无'],
  [hints.otherTime, '上去同'],
  [hints.inventory, '有册编总全'],
  [hints.bound, '均都律部最于超'],
  [
    hints.plain,
    '全今本年当去一二三四五六七八九十突2截目我各所共总合已先依累经据在的了约近达为是有超逾并还现、(),: \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ],
  [hints.denial, '未不'],
  [hints.joint, '和及与另'],
  [hints.listed, '》”月日号旬'],
  [hints.verb, '增升高多扩拓涨降减少低缩精落滑省约窄'],
  [hints.reached, '到至为成'],
  [hints.compared, '比较'],
  [hints.from, '由从自'],
  [hints.when, '年期月'],
  [hints.byKind, '按照依从据分归梳'],
  [hints.divided, '分成'],
  [hints.ofWhich, '其包涵含'],
  [hints.within, '中里内'],
  [hints.colon, ':'],
  [hints.ought, '应须需'],
  [hints.denied, '无未不难逾超缓推拒放免停延督责限要催'],
  [hints.otherKind, '每均比增上去前往历期提降减较最标务少第'],
  [hints.foreign, '其分计总共以今此同新按从加'],
  [hints.limited, '其每均别增比较最第前以低少标半季月余剩另包部减提降占'],
]

/** For each UTF-16 unit the position of its hints in `kinds`; 0, no hint, for most characters. */
const kindOf = new Uint8Array(0x10000)
const kinds: number[] = [0]
for (const [hint, characters] of members) {
  for (let at = 0; at < characters.length; at++) {
    const unit = characters.charCodeAt(at)
    const own = (kinds[kindOf[unit] as number] as number) | hint
    const known = kinds.indexOf(own)
    kindOf[unit] = known === -1 ? kinds.push(own) - 1 : known
  }
}

/** The hints of one character, by its UTF-16 unit. */
export function hintOf(unit: number): number {
  const kind = kindOf[unit] as number
  return kind === 0 ? 0 : (kinds[kind] as number)
}

/** The hints of all characters from `from` to `to`. */
export function hintsIn(text: string, from = 0, to = text.length): number {
  let found = 0
  for (let at = from; at < to; at++) {
    const kind = kindOf[text.charCodeAt(at)] as number
    if (kind !== 0) found |= kinds[kind] as number
  }
  return found
}

/** A pattern of which every match holds one of the characters of its hint. */
export interface HintedPattern {
  readonly pattern: RegExp
  readonly hint: number
}

/** The patterns that are tried only where their hint is: a test holds each to its hint. */
export const hintedPatterns: HintedPattern[] = []

/** A pattern that is tried only where the words hold one of the characters of `hint`. */
export function hinted(pattern: RegExp, hint: number): HintedPattern {
  const entry = { pattern, hint }
  hintedPatterns.push(entry)
  return entry
}

/** Whether the pattern matches the words, which hold what `held` says. */
export function matches({ pattern, hint }: HintedPattern, words: string, held: number): boolean {
  return (held & hint) !== 0 && pattern.test(words)
}

/** The match of the pattern in the words, which hold what `held` says. */
export function matchOf(
  { pattern, hint }: HintedPattern,
  words: string,
  held: number,
): RegExpExecArray | null {
  return (held & hint) === 0 ? null : pattern.exec(words)
}

/** The characters of a hint. */
export function charactersOf(hint: number): string {
  return members.map(([own, characters]) => ((own & hint) === 0 ? '' : characters)).join('')
}
