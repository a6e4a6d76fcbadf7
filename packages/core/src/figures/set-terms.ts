import { codeAt } from '../text/code-at.ts'

/**
 * Set terms that begin with a numeral and count nothing in the draft at hand. Terms in quotation marks need not be here:
 * a short quotation is always taken as a name, and 一 with a measure word is an article unless a list says otherwise.
 */
const terms =
  '三项制度 三个代表 四个全面 四个意识 四个自信 四个服从 四个伟大 四个一批 四个之 四个不摘 四个最严 四个着力 四个革命 ' +
  '两个维护 两个确立 两个毫不 两个责任 两个清零 两个结合 两个先行 两个健康 两个一百年 两个务必 两个覆盖 三个区分 三个务必 ' +
  '三个一 三个第一 三个规定 五个一 六个一 四个一 两个一 十个一 五位一体 三位一体 三次产业 三次分配 二次创业 两次创业 ' +
  '一次产业 二次产业 八项规定 四项基本原则 十六大 十七大 十八大 十九大 二十大 二十一大 三大攻坚战 三大件 三大差距 四大班子 ' +
  '四大家 两张清单 五台山 七台河 六盘水 五家渠 三门峡 四点半 三点半 五点半 三部曲 三重一大 两条腿 两只手 两本账 两个轮子 ' +
  '两个市场 两种资源 两个大局 三个走在前 三件套 四个走在前 五个中国 八个坚持 十个坚持 十个明确 十四个坚持 十一个坚持 ' +
  '六个必须坚持 九个坚持 五个必由之路 三个更加 三条红线 三条控制线 三条底线 两个文明 三个文明 三年行动 五年规划 五年计划 ' +
  '二年级 三年级 四年级 五年级 六年级 七年之痒 三天两头 两级 三级 四级 五级 两位数 三位数 四周 二通道 二轮土地 三门核电 七门核电 三四轮车 两轮车 三轮车 三方面协议 两个百年 十一届 十二届 二十四节气 ' +
  '三家分 千家万户 百家争鸣 三个基本盘 六个一批 五个一批 三个一批 三个全覆盖 六个关键 三个规律 两个根本 十大军工'

const byStart = new Map<number, string[]>()
/** One for each start modulo its length that terms have: turns most places away. */
const seen = new Uint8Array(1024)
/** The codes of their second characters. */
const seconds = new Set<number>()
for (const term of terms.split(' ')) {
  seconds.add(term.charCodeAt(1))
  const start = startOf(term, 0)
  const known = byStart.get(start)
  if (known) known.push(term)
  else byStart.set(start, [term])
  seen[start % seen.length] = 1
}

/** A number that tells the two characters at `at` from most others. */
function startOf(text: string, at: number): number {
  return codeAt(text, at) * 31 + codeAt(text, at + 1)
}

/** How many characters of a set term begin at `at`; 0 if there is none. */
export function setTermAt(text: string, at: number): number {
  const start = startOf(text, at)
  const candidates = seen[start % seen.length] === 0 ? undefined : byStart.get(start)
  if (!candidates) return 0
  let longest = 0
  for (const term of candidates) {
    if (term.length > longest && text.startsWith(term, at)) longest = term.length
  }
  return longest
}

/** Whether a set term has the character behind its first one. */
export function continuesTerm(code: number): boolean {
  return seconds.has(code)
}
