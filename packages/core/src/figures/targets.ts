import { matchesIn } from '../text/matches.ts'

/** Words that make the figures behind them aims, not results. */
const aims =
  /力争|争取|预期目标|工作目标(?=[:是为])|主要目标|目标(?:是|为|:)|计划(?:新|到|于|在|安排|开展|组织|建|完成|投|实)|预计|有望|(?:计划|规划|预期|确保)(?:到|在)?20\d\d年|到20\d\d年(?:底|末)?,?(?!以来)(?:.{0,12}(?:将|要|力争|达到|实现|基本|全面))|确保(?!了)|今后|(?<!结转)(?:到)?下一?年度?(?!继续)|明年|下一步|将(?:达|新|建|于|在|继续|组织|开展)|拟(?:建|新|开|定于)|要(?:确保|达到|实现|力争)/g

/** Words that take an aim back: the figure speaks of how it was met. */
const met = /完成(?:了|年度|全年|目标|率)?|实现了|超额|达成|提前/

/**
 * Whether the figure at `from`…`to` is an aim: 力争, 目标, 到2025年 stands before it in its sentence, and nothing says that
 * the aim was met.
 */
export function isTarget(text: string, sentenceFrom: number, from: number, to: number): boolean {
  const start = Math.max(sentenceFrom, from - 160)
  if (from - start < 2) return false
  const before = text.slice(start, from)
  let last = -1
  for (const found of matchesIn(before, aims)) last = found.index
  if (last === -1) return false
  const since = before.slice(last)
  if (/目前|截至目前|现已|已(?:有|建|完成|达)/.test(since)) return false
  return !met.test(text.slice(Math.max(start, start + last - 6), to))
}
