import type { Count, Part } from './counts.ts'
import { hinted, hints, hintsIn, matches } from './hints.ts'
import type { Rate } from './rate-data.ts'
import { lettersIn, mayStandIn, type SoughtWord } from './sought-word.ts'

/** Cases taken over from last year: they belong to the base together with the new ones. */
const carried = hinted(
  /(?:上年度?|上期|往年|去年|上一年度?|年初)(?:.{0,4}(?:结转|未审?结|未办结|遗留|转入|结存|积存|留存|结余|余存|旧存|存量))|旧存|结转(?:上年|自上年)|年初未审?结|^结转$/,
  hints.carried,
)
/** Cases that are not closed yet. */
const open = hinted(
  /结转(?:至?下|到下|次年|明年)|未审?结|未办结|正在|尚在|尚未|仍在|在办|待办|年末|期末|未(?:答复|化解|解决|整改|完成|调解成功|签收)|(?:其余|剩余|另有|余下|还有).{0,10}$/,
  hints.open,
)
const otherTime = hinted(/上年|去年|上一年|同期|同比|比上|较上/, hints.otherTime)

/** What the count is to a rate; `ofSuccess`: the rate's name speaks of success. */
export function partOf(count: Count, rate: Rate, ofSuccess: boolean): Part | null {
  for (let known = count.parts; known !== null; known = known.next)
    if (known.rate === rate && known.ofSuccess === ofSuccess) return known.part
  const part = readPart(count, rate, ofSuccess)
  count.parts = { rate, ofSuccess, part, next: count.parts }
  return part
}

function readPart(count: Count, rate: Rate, ofSuccess: boolean): Part | null {
  const { figure, prose, lead, letters, leadHints, tailHints } = count
  const tail = ownTail(count, rate)
  const words = tail.length === count.tail.length ? count.words : `${lead}|${tail}`
  const held = leadHints | tailHints
  if (matches(carried, lead, leadHints) || isLeftFrom(lead, leadHints, tail)) return 'carried'
  if (matches(ofOtherKind, words, leadHints)) return 'other-kind'
  if (figure.depth > 0 && takenOff.test(words)) return 'other-kind'
  if (((leadHints & hints.denial) !== 0 || lead.includes('除')) && excluded.test(lead)) return 'other-kind'
  if (matches(open, lead, leadHints) && !hasWord(tail, letters, tailHints, rate.part)) return 'open'
  if (matches(openTail, tail, tailHints)) return 'open'
  if (figure.role === 'target' || matches(otherTime, lead, leadHints) || beginsChange(lead)) return null
  if ((held & hints.ought) !== 0 && owes(words, letters, rate.part)) return 'whole'
  const isPart = hasWord(words, letters, held, rate.part, ofSuccess)
  // 调解结案的 is a part, 审结的调解案件 a whole: the first word decides.
  // 经回访转为满意的: how it was found out comes first.
  if (
    hasWord(words, letters, held, rate.whole) &&
    !(isPart && (lead.startsWith('经') || firstOf(words, rate.part) < firstOf(words, rate.whole)))
  )
    return 'whole'
  if (isPart) return 'part'
  if ((leadHints & hints.denial) !== 0 && lacks(lead, letters, rate.part)) return 'open'
  if (hasWord(words, letters, held, rate.leaves)) return 'left-out'
  if (hasWord(words, letters, held, rate.base) || (!rate.sample && matches(inventory, words, held)))
    return 'base'
  // 受理调解案件32件、行政案件5件: the verb of the list belongs to all of it.
  const clauseFrom = prose.scanned.clauses[figure.clause] ?? figure.leadFrom
  if (clauseFrom >= figure.leadFrom) return null
  const prefix = prose.text.slice(clauseFrom, Math.min(figure.leadFrom, clauseFrom + 40))
  const before = hintsIn(prefix)
  const own = lettersIn(prefix)
  if ((before & hints.ought) !== 0 && owes(prefix, own, rate.part)) return 'whole'
  const hasBase = hasWord(prefix, own, before, rate.base)
  if (hasWord(prefix, own, before, rate.part, ofSuccess)) return hasBase ? null : 'part'
  return hasBase ? 'base' : null
}

/** 年初有21件援助案件尚未办结: what was open when the year began. */
function isLeftFrom(lead: string, leadHints: number, tail: string): boolean {
  return matches(atBeginning, lead, leadHints) && /未.{0,2}结$|^在办|待办$/.test(tail)
}

const atBeginning = hinted(/^(?:年初|[上去]年[末底]).{0,4}有?$/, hints.when)

/** How many there are at all: the base of any rate. */
const inventory = hinted(/共有|现有|总数|总量|在册|在编|登记在册/, hints.inventory)

/** 另有7件属部门文件, 其余3件不需备案: what the rate does not speak of. */
const ofOtherKind = hinted(
  /(?:另有|其余|其他|另)[^|]{0,4}\|[^|]{0,6}?(?:属于?|系|[不无]需|[不无]须|不用)/,
  hints.rest | hints.joint,
)

/** 剔除不参加评级的15卷, 扣除撤回的3件: what is said to be left out of the base. */
const excluded =
  /(?:剔除|扣除|除去|除开|刨除)[^,。;]*$|(?:不计|不含|不包括|不包含|未纳入|不纳入|不参加|不参与|不参评)[^,。;]{0,12}$/

/** 受理52件（不属本部门职责转出4件）: brackets that say what does not belong to the number before them. */
const takenOff = /不属|不予受理|不符合|转出|转送|转交|移送|退回|撤回|撤销|扣除|剔除|不含|不计/

/** 由46个调整为52个: what it was before. */
function beginsChange(lead: string): boolean {
  const last = lead[lead.length - 1]
  return last === '由' || last === '从'
}

const openTail = hinted(
  /^[^,。;]{0,8}(?:正在|尚未|仍在|尚在|转入?下|无法)|^(?:未|结转|待)/,
  hints.open | hints.openBehind,
)

/**
 * The words behind a count that are its own. What stands between two counts of one clause belongs to both; the verb in it is
 * the second one's: 32件人民调解案件调解成功30件.
 */
function ownTail({ figure, prose, tail, letters }: Count, rate: Rate): string {
  const next = prose.figures[figure.index + 1]
  if (!next || next.leadFrom !== figure.to) return tail
  let end = tail.length
  for (const word of rate.part) {
    const at = mayStandIn(letters, word) ? tail.indexOf(word.text) : -1
    if (at !== -1 && at < end) end = at
  }
  return tail.slice(0, end)
}

/** Where the first of the words stands; the end of the text if none does. */
function firstOf(text: string, words: readonly SoughtWord[]): number {
  let first = text.length
  for (const word of words) {
    const at = text.indexOf(word.text)
    if (at !== -1 && at < first) first = at
  }
  return first
}

/** 应出庭, 应当由负责人出庭: what should be done is the base of what is done. */
function owes(text: string, letters: number, part: readonly SoughtWord[]): boolean {
  return part.some((word) => {
    const at = mayStandIn(letters, word) ? text.indexOf(word.text) : -1
    return at > 0 && ought.pattern.test(text.slice(Math.max(0, at - 2), at))
  })
}

const ought = hinted(/(?:应|应当|应该|应予|需|须|需要)$/, hints.ought)

/**
 * Whether one of the words stands in the text, which has these letters and holds what `held` says, and is not denied: 未办结 and
 * 不合格 do not count, nor 调解成功 for a rate whose name says nothing of success.
 */
function hasWord(
  text: string,
  letters: number,
  held: number,
  words: readonly SoughtWord[],
  ofSuccess = true,
): boolean {
  for (const sought of words) {
    if (!mayStandIn(letters, sought)) continue
    const word = sought.text
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      if (at > 0 && '未不没待尚非'.includes(text[at - 1] as string)) continue
      if (matches(denied, text.slice(Math.max(0, at - 3), at), held)) continue
      if (text.startsWith('率', at + word.length)) continue
      if (!ofSuccess && text.startsWith('成功', at + word.length)) continue
      return true
    }
  }
  return false
}

/** 不合格28批次 beside 合格率: what is left of the base is the part. */
function lacks(lead: string, letters: number, part: readonly SoughtWord[]): boolean {
  return part.some(
    (word) =>
      mayStandIn(letters, word) && (lead.includes(`不${word.text}`) || lead.includes(`未${word.text}`)),
  )
}

/** 无法回复, 未能办结, 不予公开: it was not done. */
const denied = hinted(
  /(?:无法|未能|不能|未按|未予|难以|逾期|超期|超时|暂缓|延缓|推迟|拒绝|拒不|放弃|免予|暂停|延期|督促|责令|限期|要求|催促)[^,。;]?$/,
  hints.denied,
)
