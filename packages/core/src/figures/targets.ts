import { codeAt } from '../text/code-at.ts'
/** Words that make the figures behind them aims, not results. */
export const aims =
  /力争|争取(?!上级|中央|国家|省级|市级|各类|专项|资金|项目|到位)|预期目标|工作目标(?=[:是为])|主要目标|目标(?:是|为|:)|计划(?:新|到|于|在|安排|开展|组织|建|完成|投|实)|预计|有望|(?:计划|规划|预期|确保)(?:到|在)?20\d\d年|到20\d\d年(?:底|末)?,?(?!以来)(?:.{0,12}(?:将|要|力争|达到|实现|基本|全面))|确保(?!了)|今后|(?<!结转)(?:到)?下一?年度?(?!继续)|(?<!(?:顺延|延期|推迟|推延|延后|结转|转入|留待|移)[到至]?)明年|下一步|将(?:达|新|建|于|在|继续|组织|开展)|拟(?:建|新|开|定于)|要(?:确保|达到|实现|力争)/g

/** Words that take an aim back: the figure speaks of how it was met. */
const met = /完成(?:了|年度|全年|目标|率)?|实现了|超额|达成|提前/

/** Words behind which the figures are results again. */
const now = /目前|截至目前|现已|已(?:有|建|完成|达)/

/** Characters of which one must stand behind 计划, 将, 拟 or 要 for an aim to begin there. */
const behindPlan = '新到于在安开组建完投实2'
const behindWill = '达新建于在继组开'
const behindIntend = '建新开定'
const behindMust = '确达实力'

/** The characters by which {@link mayAim} knows an aim. */
export const aimCharacters = '力争目计规预有确到今明下将拟要'

/** An aim begins at most so many characters before the one that it is known by: 工作目标, 到下年. */
const longestBefore = 2

/**
 * Whether one of {@link aims} may stand around `at`, the place of one of {@link aimCharacters}. Where it says no there is
 * none; where it says yes the expression decides.
 */
export function mayAim(text: string, at: number): boolean {
  switch (codeAt(text, at)) {
    case 0x529b: // 力争
      return text[at + 1] === '争'
    case 0x4e89: // 争取
      return text[at + 1] === '取'
    case 0x76ee: // 目标是, 主要目标
      return text[at + 1] === '标' && (text[at - 2] === '主' || isAmong('是为:', text, at + 2))
    case 0x8ba1: // 计划新建
      return text[at + 1] === '划' && isAmong(behindPlan, text, at + 2)
    case 0x89c4: // 规划到2025年
      return text[at + 1] === '划' && isAmong('到在2', text, at + 2)
    case 0x9884: // 预计, 预期
      return isAmong('计期', text, at + 1)
    case 0x6709: // 有望
      return text[at + 1] === '望'
    case 0x786e: // 确保
      return text[at + 1] === '保'
    case 0x5230: // 到2025年
      return text[at + 1] === '2' && text[at + 2] === '0'
    case 0x4eca: // 今后
      return text[at + 1] === '后'
    case 0x660e: // 明年
      return text[at + 1] === '年'
    case 0x4e0b: // 下年, 下一步
      return isAmong('年一', text, at + 1)
    case 0x5c06: // 将达到
      return isAmong(behindWill, text, at + 1)
    case 0x62df: // 拟建
      return isAmong(behindIntend, text, at + 1)
    case 0x8981: // 要确保
      return isAmong(behindMust, text, at + 1)
    default:
      return false
  }
}

function isAmong(characters: string, text: string, at: number): boolean {
  return at < text.length && characters.includes(text[at] as string)
}

/** How far before a figure its aim may stand. */
export const farthestAim = 160

/**
 * Whether the figure at `from`…`to` is an aim: 力争, 目标, 到2025年 stands before it, not before `start`, and nothing says
 * that the aim was met. `known` is the first place from `start` on where {@link mayAim} holds.
 */
export function isTarget(text: string, start: number, known: number, from: number, to: number): boolean {
  const before = text.slice(start, from)
  let last = -1
  aims.lastIndex = Math.max(0, known - longestBefore - start)
  for (let found = aims.exec(before); found !== null; found = aims.exec(before)) last = found.index
  if (last === -1 || now.test(before.slice(last))) return false
  return !met.test(text.slice(Math.max(start, start + last - 6), to))
}
