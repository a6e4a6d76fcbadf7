import { holdsOne } from '../../text/holds-one.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { blockCheck, type LocalObservation } from '../check.ts'

/** Parameters of `doubled-approximation`: none. */
export type DoubledApproximationParameters = Readonly<Record<string, never>>

const number = '[\\d.,一二两三四五六七八九十百千万亿〇零]{1,12}[万亿]?'
const unit = '[\\u4e00-\\u9fff%‰]{0,6}?'

/**
 * A word of approximation before the number and another behind it or behind its unit.
 *
 *     约30次左右     近200余场     至少5次以上
 *     ^    ^^        ^   ^        ^^  ^^
 *
 * One of `needs` is in every match.
 */
const doubled: readonly {
  readonly needs: readonly string[]
  readonly pattern: RegExp
  readonly clash: boolean
}[] = [
  {
    needs: ['左右', '上下'],
    pattern: new RegExp(`(?:大约|约|大概|近|将近|接近)(?:占|为|有|达)?${number}${unit}(?:左右|上下)`, 'g'),
    clash: false,
  },
  {
    needs: ['约', '大概'],
    pattern: new RegExp(`(?:大约|约|大概)(?:占|为|有|达)?${number}[余多](?=[\\u4e00-\\u9fff])`, 'g'),
    clash: false,
  },
  {
    needs: ['近'],
    pattern: new RegExp(`(?:近|将近|接近)${number}[余多](?=[\\u4e00-\\u9fff])`, 'g'),
    clash: true,
  },
  {
    needs: ['超近', '超约', '过近', '过约', '达近', '达约'],
    pattern: new RegExp(`(?:超过|多达|超)(?:近|约)${number}`, 'g'),
    clash: true,
  },
  {
    needs: ['以上'],
    pattern: new RegExp(`(?:至少|超过|不少于|不低于)${number}${unit}以上`, 'g'),
    clash: false,
  },
  {
    needs: ['至少'],
    pattern: new RegExp(`至少[\\u4e00-\\u9fff]{2,6}${number}${unit}以上`, 'g'),
    clash: false,
  },
  { needs: ['多达'], pattern: new RegExp(`多达${number}余(?=[\\u4e00-\\u9fff])`, 'g'), clash: false },
  {
    needs: ['以下', '以内'],
    pattern: new RegExp(`(?:至多|最多|不超过|不高于)${number}${unit}以[下内]`, 'g'),
    clash: false,
  },
  { needs: ['超过'], pattern: new RegExp(`超过${number}[余多](?=[\\u4e00-\\u9fff])`, 'g'), clash: false },
]

/** How each of them begins: most texts with a number and a word such as 近 in them hold none, which one look tells. */
const beginning =
  /(?:约|概|近|超过|多达|超|至少|不少于|不低于|至多|最多|不超过|不高于)(?:占|为|有|达|近|约|[\u4e00-\u9fff]{2,6})?[\d.,一二两三四五六七八九十百千万亿〇零]/

/** Approximations said twice (约…左右), or in two ways that cannot both hold (近…余). */
export const doubledApproximation = blockCheck<DoubledApproximationParameters>(
  'doubled-approximation',
  signs.about,
  () => (shape) => {
    const found: LocalObservation[] = []
    if (!beginning.test(shape.folded)) return found
    const taken = new Set<number>()
    for (const { needs, pattern, clash } of doubled) {
      if (!holdsOne(shape.folded, needs)) continue
      for (const match of matchesIn(shape.folded, pattern)) {
        const from = match.index
        const to = from + match[0].length
        if (continuesAWord(shape.folded, from) || holdsAny(taken, from, to)) continue
        for (let at = from; at < to; at++) taken.add(at)
        found.push({
          from,
          to,
          ...(clash ? { variant: 'clash' } : {}),
          data: { printed: shape.text.slice(from, to) },
        })
      }
    }
    return found.sort((a, b) => a.from - b.from)
  },
)

/** Whether any of the offsets `from`…`to` is in the set: a match is short, but a block may hold thousands. */
function holdsAny(taken: ReadonlySet<number>, from: number, to: number): boolean {
  if (taken.size > 0) for (let at = from; at < to; at++) if (taken.has(at)) return true
  return false
}

/** 签约, 节约, 附近, 最近, 不约: the first character belongs to another word. */
function continuesAWord(text: string, from: number): boolean {
  const before = text[from - 1] ?? ''
  return text[from] === '约'
    ? /[签节大预制契公条违履续邀赴]/.test(before)
    : text[from] === '近' && /[附最邻临就亲远将接新]/.test(before)
}
